//! Reads `spec.toml`: the keys of each table, and their types.

use toml::de::{DeTable, DeValue};

use super::section::Section;
use super::value::{self, Refusal, Setting, field_name, type_name};
use super::{
    Config, FieldConfig, ModelConfig, SourceConfig, TypeConfig, attribute, dependency, field_type,
    reference, rust_path, sample_pattern, tag,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Trait;
use crate::source::{FileId, Files, Located, Place};

/// Reads a `spec.toml`. What is wrong with it becomes diagnostics: every unknown key and every
/// wrong value, or, if the file is not TOML, every syntax error.
pub fn parse(files: &Files, id: FileId, diagnostics: &mut Diagnostics) -> Config {
    whole(files, id, diagnostics, api).unwrap_or_default()
}

/// Reads a file as a table; `None` if it is not TOML.
pub(super) fn whole<T>(
    files: &Files,
    id: FileId,
    diagnostics: &mut Diagnostics,
    read: impl FnOnce(&mut Section<'_>) -> T,
) -> Option<T> {
    let text = &files.get(id).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(text.len()..text.len());
        let message = format!("invalid TOML: {}", error.message());
        diagnostics.push(Diagnostic::error(Place::new(id, span), message));
    }
    if !errors.is_empty() {
        return None;
    }
    let table = table.into_inner();
    let read = Section::read(id, String::new(), None, table, diagnostics, read);
    Some(read)
}

pub(super) fn api(table: &mut Section<'_>) -> Config {
    Config {
        wire_case: table.setting("wire-case"),
        date_time: table.setting("date-time"),
        map: table.setting("map"),
        extra: table.setting("extra"),
        impls: table.setting("impls"),
        non_exhaustive: table.setting("non-exhaustive"),
        not_known: table.setting("not-known"),
        namespaces: table.list("namespaces", String::from_toml),
        only: table.list("only", model_pattern),
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
            user_type,
        ),
        keys: table.texts("keys"),
        samples: table.entries(
            "samples",
            sample_pattern::pattern,
            sample_pattern::short,
            sample_pattern::long,
        ),
        sources: table.tables("sources", source),
        reference: reference::read(table),
        models: table.tables("models", model),
    }
}

/// The name of a model, or a pattern of paths.
fn model_pattern(value: &DeValue<'_>) -> Result<String, Refusal> {
    let name = String::from_toml(value)?;
    match glob::Pattern::new(&name) {
        Ok(_) => Ok(name),
        Err(error) => Err(Refusal {
            expected: "the name of a model, or a pattern of paths".to_owned(),
            found: error.msg.to_owned(),
            hint: Some("`operations::*` means all models of that namespace".to_owned()),
        }),
    }
}

pub(super) fn source(table: &mut Section<'_>) -> SourceConfig {
    SourceConfig {
        family: table.setting("family"),
        language: table.setting("language"),
    }
}

pub(super) fn user_type(table: &mut Section<'_>) -> TypeConfig {
    TypeConfig {
        traits: items(table, "traits", Trait::from_toml),
        values: items(table, "values", value::json),
    }
}

pub(super) fn model(table: &mut Section<'_>) -> ModelConfig {
    ModelConfig {
        rust_name: table.checked("rust-name", type_name),
        scalar: table.setting("type"),
        closed: table.setting("closed"),
        doc: table.setting("doc"),
        exclude: table.setting("exclude"),
        replace: table.checked("replace", rust_path::type_path),
        derives: items(table, "derives", attribute::derive),
        attributes: items(table, "attributes", attribute::attribute),
        extra: table.setting("extra"),
        non_exhaustive: table.setting("non-exhaustive"),
        tag: table.checked("tag", tag::path),
        tags: table.values("tags", tag::values),
        fields: table.tables("fields", field),
    }
}

pub(super) fn field(table: &mut Section<'_>) -> FieldConfig {
    FieldConfig {
        wire_name: table.setting("wire-name"),
        rust_name: table.checked("rust-name", field_name),
        ty: table.placed("type", field_type::read),
        required: table.setting("required"),
        nullable: table.setting("nullable"),
        doc: table.setting("doc"),
        tag_beside: table.checked("tag-beside", tag::beside),
        tags: table.values("tags", tag::texts),
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
