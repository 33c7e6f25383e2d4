//! The settings in `spec.toml`.

pub(crate) mod attribute;
pub(crate) mod dependency;
pub(crate) mod family;
pub(crate) mod field_type;
pub(crate) mod keys;
pub(crate) mod package;
pub(crate) mod reference;
pub(crate) mod rust_path;
pub(crate) mod sample_pattern;
pub(crate) mod section;
pub(crate) mod tag;
pub(crate) mod value;

#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::claim::TypeShape;
use crate::language::Language;
use crate::map::IndexMap;
use crate::model::{
    DateTimeType, Dependency, EnumScalar, ExtraKeys, Impls, MapType, NotKnown, Trait, WireCase,
};
use crate::source::Located;

pub use attribute::STANDARD_DERIVES;
pub use family::Family;
pub use keys::parse;
pub use package::{PackageConfig, parse_package};
pub use rust_path::{Layer, Replacement, crates_of};
pub use sample_pattern::SampleConfig;

/// The settings of one API. Every key is optional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// `wire-case = "snake"`: the case of the keys in JSON.
    pub wire_case: Option<Located<WireCase>>,
    /// `date-time = "string"`: the Rust types of date-times.
    pub date_time: Option<Located<DateTimeType>>,
    /// `map = "index"`: the Rust type of maps.
    pub map: Option<Located<MapType>>,
    /// `extra = "keep"`: whether unknown keys are ignored or kept.
    pub extra: Option<Located<ExtraKeys>>,
    /// `impls = "derive"`: how structs implement serde's traits.
    pub impls: Option<Located<Impls>>,
    /// `non-exhaustive = false`: structs, enums and unions may be made and matched with all they have.
    pub non_exhaustive: Option<Located<bool>>,
    /// `not-known = "accept-null"`: required fields of which no source can say whether they may be
    /// null.
    pub not_known: Option<Located<NotKnown>>,
    /// `namespaces = ["", "operations"]`: those to generate; `""` is `shared`, `components` and flat
    /// folders. Models elsewhere are generated only if one of these uses them.
    pub namespaces: Option<Located<Vec<Located<String>>>>,
    /// `only = ["Order", "operations::*"]`: the models to generate, by title, path or pattern of
    /// paths, beside the namespaces if these are named. Others are generated only if one of these
    /// uses them.
    pub only: Option<Located<Vec<Located<String>>>>,
    /// `derives = ["::my_crate::Derive"]`: for every struct, enum and union.
    pub derives: Vec<Located<String>>,
    /// `attributes = ["cfg_attr(feature = \"x\", derive(::x::Y))"]`: for the same, without `#[]`.
    pub attributes: Vec<Located<String>>,
    /// `[dependencies] uuid = "1"`: dependencies of the generated crate for types and derives.
    pub dependencies: IndexMap<String, Located<Dependency>>,
    /// `[types."::uuid::Uuid"]`: types of the user that replace others, by path.
    pub types: IndexMap<String, Located<TypeConfig>>,
    /// `[keys] id = "_id"`: keys on the wire, by names in the docs, for all models.
    pub keys: IndexMap<String, Located<String>>,
    /// `[samples] "2024/*.json" = "ProcessV3"`: files below `samples/`, by path or pattern.
    pub samples: IndexMap<String, Located<SampleConfig>>,
    /// `[sources.java] language = "java"`: by folder below the API's folder.
    pub sources: IndexMap<String, Located<SourceConfig>>,
    /// `[reference]`: how pages of people are read, the default included.
    pub(crate) reference: Option<Box<reference::Profile>>,
    /// `[models.ProcessV3]`: by title, or by path where titles are ambiguous.
    pub models: IndexMap<String, Located<ModelConfig>>,
}

/// The settings of one source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceConfig {
    /// `family = "reference"`: who writes its pages.
    pub family: Option<Located<Family>>,
    /// The language of its pages.
    pub language: Option<Located<Language>>,
}

/// Facts about a type of the user.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypeConfig {
    /// `traits = ["Eq", "Hash"]`: its traits besides `Debug`, `Clone`, `PartialEq`, `Serialize` and
    /// `Deserialize`.
    pub traits: Vec<Located<Trait>>,
    /// `values = ["67e55044-10b1-426f-9247-bb680e5fe0c8"]`: JSON values for tests; if set,
    /// values in the docs are not used.
    pub values: Vec<Located<serde_json::Value>>,
}

/// The settings of one model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ModelConfig {
    /// `rust-name = "Process"`.
    pub rust_name: Option<Located<String>>,
    /// `type = "string"`: the values of an enum of digits are text, or with `"integer"` numbers.
    pub scalar: Option<Located<EnumScalar>>,
    /// `closed = true`: unknown values of the enum are errors.
    pub closed: Option<Located<bool>>,
    /// `doc = "A running server."`: replaces the description of the pages.
    pub doc: Option<Located<String>>,
    /// `exclude = true`: not generated; fields of this type hold any JSON value.
    pub exclude: Option<Located<bool>>,
    /// `replace = "::my_crate::Money"`: not generated; this type is used instead.
    pub replace: Option<Located<String>>,
    /// `derives = ["PartialOrd"]`: in addition to those of the API.
    pub derives: Vec<Located<String>>,
    /// `attributes = ["doc(alias = \"purchase\")"]`: in addition to those of the API.
    pub attributes: Vec<Located<String>>,
    /// `extra = "keep"`: whether unknown keys are ignored or kept.
    pub extra: Option<Located<ExtraKeys>>,
    /// `non-exhaustive = false`: it may be made and matched with all it has.
    pub non_exhaustive: Option<Located<bool>>,
    /// `tag = "perk.type"`: the key by which a union tells its members apart, and those below it;
    /// `[".tag"]` for keys with dots.
    pub tag: Option<Located<Vec<String>>>,
    /// `[models.Grant.tags] Badge = "badge"`: the values of the tag, or a list of them, by member.
    pub tags: IndexMap<String, Located<Vec<Value>>>,
    /// `[models.ProcessV3.fields.terminatedAt]`: by wire name, or by a name that the docs use.
    pub fields: IndexMap<String, Located<FieldConfig>>,
}

impl ModelConfig {
    /// Whether it says nothing but what tells the members of a union apart.
    #[must_use]
    pub fn is_of_tag_only(&self) -> bool {
        let others = Self {
            tag: None,
            tags: IndexMap::default(),
            ..self.clone()
        };
        others == Self::default()
    }
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
    /// `doc = "When it ended."`: replaces the description of the pages.
    pub doc: Option<Located<String>>,
    /// `tag-beside = "type"`: the key of the same struct whose text says which member of its union the
    /// field holds; `false` if none does.
    pub tag_beside: Option<Located<Option<String>>>,
    /// `[models.Event.fields.data.tags] Badge = "badge"`: the texts of that key, or a list of them, by
    /// member.
    pub tags: IndexMap<String, Located<Vec<String>>>,
    /// `exclude = true`: the field is not generated.
    pub exclude: Option<Located<bool>>,
    /// `replace = "[::uuid::Uuid]"`: the Rust type; the JSON stays the same.
    pub replace: Option<Located<Replacement>>,
    /// `attributes = ["cfg_attr(feature = \"x\", x(skip))"]`: without `#[]`.
    pub attributes: Vec<Located<String>>,
}
