//! `spec.toml`: what docs cannot say.

pub(crate) mod attribute;
pub(crate) mod dependency;
pub(crate) mod field_type;
pub(crate) mod rust_path;
pub(crate) mod sample_pattern;
pub(crate) mod section;
pub(crate) mod value;

#[cfg(test)]
mod tests;

use indexmap::IndexMap;
use toml::de::DeTable;

use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::language::Language;
use crate::model::{
    DateTimeType, Dependency, ExtraKeys, Impls, MapType, NotKnown, Trait, WireCase,
};
use crate::source::{FileId, Files, Located, Place};
pub use attribute::STANDARD_DERIVES;
pub use rust_path::{Layer, Replacement, crates_of};
pub use sample_pattern::SampleConfig;
use section::Section;
use value::{Refusal, Setting, field_name, type_name};

/// The settings of one API. Every key is optional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// `wire-case = "snake"`: how the wire spells the docs' names.
    pub wire_case: Option<Located<WireCase>>,
    /// `date-time = "string"`: what date-times become.
    pub date_time: Option<Located<DateTimeType>>,
    /// `map = "index"`: what maps become.
    pub map: Option<Located<MapType>>,
    /// `extra = "keep"`: what becomes of keys that no field has.
    pub extra: Option<Located<ExtraKeys>>,
    /// `impls = "derive"`: how structs implement serde's traits.
    pub impls: Option<Located<Impls>>,
    /// `not-known = "accept-null"`: required fields of which no source can say whether they may be
    /// null.
    pub not_known: Option<Located<NotKnown>>,
    /// `namespaces = ["", "operations"]`: which to emit, `""` being `shared`, `components` and flat
    /// folders; models elsewhere are emitted only if one of these needs them.
    pub namespaces: Option<Located<Vec<Located<String>>>>,
    /// `derives = ["::my_crate::Derive"]`: of every struct, enum and union.
    pub derives: Vec<Located<String>>,
    /// `attributes = ["cfg_attr(feature = \"x\", derive(::x::Y))"]`: of the same, without `#[]`.
    pub attributes: Vec<Located<String>>,
    /// `[dependencies] uuid = "1"`: what the crate's manifest needs for types and derives.
    pub dependencies: IndexMap<String, Located<Dependency>>,
    /// `[types."::uuid::Uuid"]`: types that take the place of others, by path.
    pub types: IndexMap<String, Located<TypeConfig>>,
    /// `[samples] "2024/*.json" = "ProcessV3"`: files below `samples/`, by path or pattern.
    pub samples: IndexMap<String, Located<SampleConfig>>,
    /// `[sources.java] language = "java"`: by folder below the API's folder.
    pub sources: IndexMap<String, Located<SourceConfig>>,
    /// `[models.ProcessV3]`: by title, or by path where titles are ambiguous.
    pub models: IndexMap<String, Located<ModelConfig>>,
}

/// The settings of one source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceConfig {
    /// The language of its pages.
    pub language: Option<Located<Language>>,
}

/// What is to be known of a type of the user's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypeConfig {
    /// `traits = ["Eq", "Hash"]`: what it has beyond `Debug`, `Clone`, `PartialEq`, `Serialize` and
    /// `Deserialize`.
    pub traits: Vec<Located<Trait>>,
    /// `values = ["67e55044-10b1-426f-9247-bb680e5fe0c8"]`: values for tests, as the wire has them;
    /// then others in the docs are none of it.
    pub values: Vec<Located<serde_json::Value>>,
}

/// The settings of one model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ModelConfig {
    /// `rust-name = "Process"`.
    pub rust_name: Option<Located<String>>,
    /// `closed = true`: the enum refuses unknown values.
    pub closed: Option<Located<bool>>,
    /// `doc = "A running server."`: instead of what the pages say.
    pub doc: Option<Located<String>>,
    /// `exclude = true`: no type is made; where it is used, there is any JSON value.
    pub exclude: Option<Located<bool>>,
    /// `replace = "::my_crate::Money"`: no type is made; where it is used, there is this one.
    pub replace: Option<Located<String>>,
    /// `derives = ["PartialOrd"]`: beyond those of the API.
    pub derives: Vec<Located<String>>,
    /// `attributes = ["doc(alias = \"purchase\")"]`: beyond those of the API.
    pub attributes: Vec<Located<String>>,
    /// `extra = "keep"`: what becomes of keys that no field has.
    pub extra: Option<Located<ExtraKeys>>,
    /// `[models.ProcessV3.fields.terminatedAt]`: by wire name, or by a name that the docs use.
    pub fields: IndexMap<String, Located<FieldConfig>>,
}

/// The settings of one field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldConfig {
    /// `wire-name = "terminated_at"`.
    pub wire_name: Option<Located<String>>,
    /// `rust-name = "ended_at"`.
    pub rust_name: Option<Located<String>>,
    /// `type = "int64"`: `[T]` is a list, `{T}` a map, `T?` inside them may be null, and a
    /// capitalised name is a model's.
    pub ty: Option<Located<TypeShape>>,
    /// `required = false`.
    pub required: Option<Located<bool>>,
    /// `nullable = true`.
    pub nullable: Option<Located<bool>>,
    /// `doc = "When it ended."`: instead of what the pages say.
    pub doc: Option<Located<String>>,
    /// `exclude = true`: the struct has no such field.
    pub exclude: Option<Located<bool>>,
    /// `replace = "[::uuid::Uuid]"`: the type in Rust; on the wire it is what it was.
    pub replace: Option<Located<Replacement>>,
    /// `attributes = ["cfg_attr(feature = \"x\", x(skip))"]`: without `#[]`.
    pub attributes: Vec<Located<String>>,
}

/// Reads a `spec.toml`. What is wrong with it becomes diagnostics: every unknown key and every
/// wrong value, or, if the file is not TOML, every syntax error.
pub fn parse(files: &Files, id: FileId, diagnostics: &mut Diagnostics) -> Config {
    let text = &files.get(id).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(text.len()..text.len());
        let message = format!("invalid TOML: {}", error.message());
        diagnostics.push(Diagnostic::error(Place::new(id, span), message));
    }
    if !errors.is_empty() {
        return Config::default();
    }
    Section::read(
        id,
        String::new(),
        None,
        table.into_inner(),
        diagnostics,
        api,
    )
}

fn api(table: &mut Section<'_>) -> Config {
    Config {
        wire_case: table.setting("wire-case"),
        date_time: table.setting("date-time"),
        map: table.setting("map"),
        extra: table.setting("extra"),
        impls: table.setting("impls"),
        not_known: table.setting("not-known"),
        namespaces: table.list("namespaces", String::from_toml),
        derives: items(table, "derives", attribute::derive),
        attributes: items(table, "attributes", attribute::attribute),
        dependencies: table.entries(
            "dependencies",
            dependency::name,
            |value, _| dependency::short(value),
            dependency::long,
        ),
        types: table.entries(
            "types",
            rust_path::type_path_in,
            |value, _| Err(Refusal::type_of("a table", value)),
            outside,
        ),
        samples: table.entries(
            "samples",
            sample_pattern::pattern,
            sample_pattern::short,
            sample_pattern::long,
        ),
        sources: table.tables("sources", source),
        models: table.tables("models", model),
    }
}

fn source(table: &mut Section<'_>) -> SourceConfig {
    SourceConfig {
        language: table.setting("language"),
    }
}

fn outside(table: &mut Section<'_>) -> TypeConfig {
    TypeConfig {
        traits: items(table, "traits", Trait::from_toml),
        values: items(table, "values", value::json),
    }
}

fn model(table: &mut Section<'_>) -> ModelConfig {
    ModelConfig {
        rust_name: table.checked("rust-name", type_name),
        closed: table.setting("closed"),
        doc: table.setting("doc"),
        exclude: table.setting("exclude"),
        replace: table.checked("replace", rust_path::type_path),
        derives: items(table, "derives", attribute::derive),
        attributes: items(table, "attributes", attribute::attribute),
        extra: table.setting("extra"),
        fields: table.tables("fields", field),
    }
}

fn field(table: &mut Section<'_>) -> FieldConfig {
    FieldConfig {
        wire_name: table.setting("wire-name"),
        rust_name: table.checked("rust-name", field_name),
        ty: table.placed("type", field_type::read),
        required: table.setting("required"),
        nullable: table.setting("nullable"),
        doc: table.setting("doc"),
        exclude: table.setting("exclude"),
        replace: table.checked("replace", rust_path::replacement),
        attributes: items(table, "attributes", attribute::attribute),
    }
}

fn items<T>(
    table: &mut Section<'_>,
    key: &'static str,
    read: fn(&toml::de::DeValue<'_>) -> Result<T, Refusal>,
) -> Vec<Located<T>> {
    table
        .list(key, read)
        .map_or_else(Vec::new, |list| list.value)
}
