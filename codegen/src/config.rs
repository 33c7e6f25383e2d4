//! `spec.toml`: what docs cannot say.

use indexmap::IndexMap;

use crate::diagnostic::Diagnostics;
use crate::dialect::Language;
use crate::model::{DateTimeType, WireCase};
use crate::source::{FileId, Files, Located};

/// The settings of one API. Every key is optional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// `wire-case = "snake"`: how the wire spells the docs' names.
    pub wire_case: Option<Located<WireCase>>,
    /// `date-time = "string"`: what date-times become.
    pub date_time: Option<Located<DateTimeType>>,
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

/// The settings of one model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ModelConfig {
    /// `rust-name = "Process"`.
    pub rust_name: Option<Located<String>>,
    /// `closed = true`: the enum refuses unknown values.
    pub closed: Option<Located<bool>>,
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
    /// `required = false`.
    pub required: Option<Located<bool>>,
    /// `nullable = true`.
    pub nullable: Option<Located<bool>>,
}

/// Reads a `spec.toml`. What is wrong with it becomes diagnostics.
pub fn parse(files: &Files, id: FileId, diagnostics: &mut Diagnostics) -> Config {
    let _ = (files, id, diagnostics);
    Config::default()
}
