//! `[reference]`: the words, marks and patterns by which pages of people are read.
//!
//! `default.toml` is what holds if nothing is set. It is read as `[reference]` is: settings change
//! what it says.

mod change;
mod columns;
mod examples;
mod inherit;
mod links;
mod models;
mod names;
pub(crate) mod path_pattern;
pub(crate) mod pattern;
mod presence;
mod prose;
mod tables;
mod types;
mod word_type;
pub(crate) mod words;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use super::section::Section;
use super::value::{Refusal, Setting, choice};
use crate::diagnostic::Diagnostics;
use crate::source::{Files, Located, SourceFile};

pub(crate) use columns::{Column, ColumnRules};
pub(crate) use examples::ExampleRules;
pub(crate) use inherit::Inherit;
pub(crate) use links::{FileRules, LinkRules};
pub(crate) use models::{EnumRules, ModelRules};
pub(crate) use names::{NameRules, Nesting};
pub(crate) use path_pattern::PathPattern;
pub(crate) use pattern::Patterns;
pub(crate) use presence::{PresenceRules, Unmarked};
pub(crate) use prose::ProseRules;
pub(crate) use tables::{RowRules, TableRules};
pub(crate) use types::{RuleType, TypeRule, TypeRules};
pub(crate) use word_type::WordType;
pub(crate) use words::Words;

/// All that reading a reference rests on. No field knows a vendor.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Profile {
    pub files: FileRules,
    pub columns: ColumnRules,
    pub tables: TableRules,
    pub rows: RowRules,
    pub names: NameRules,
    pub types: TypeRules,
    pub presence: PresenceRules,
    /// Words in a description that allow null.
    pub null_in_text: Patterns,
    pub enums: EnumRules,
    pub models: ModelRules,
    pub prose: ProseRules,
    pub links: LinkRules,
    pub examples: ExampleRules,
    pub inherit: Vec<Inherit>,
    /// Whether descriptions of the pages become docs of the models.
    pub docs: bool,
    pub modules: Modules,
}

/// `[reference] modules`: which Rust module a model is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Modules {
    /// All in that of the API.
    #[default]
    One,
    /// One a page.
    Page,
    /// One a folder.
    Folder,
}

impl Setting for Modules {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        choice(value)
    }
}

static DEFAULT: LazyLock<Profile> = LazyLock::new(|| load(&mut Diagnostics::default()));

impl Profile {
    /// The default.
    pub fn standard() -> &'static Self {
        &DEFAULT
    }
}

fn load(diagnostics: &mut Diagnostics) -> Profile {
    let text = include_str!("default.toml");
    let mut files = Files::default();
    let id = files.add(SourceFile::new("default.toml", text));
    let (table, _) = DeTable::parse_recoverable(text);
    let mut profile = Profile::default();
    Section::read_trusted(id, table.into_inner(), diagnostics, |table| {
        settings(table, &mut profile);
    });
    profile
}

/// The default as `[reference]` changes it, if it is there.
pub(super) fn read(table: &mut Section<'_>) -> Option<Box<Profile>> {
    let mut profile = None;
    table.within("reference", |table| {
        let profile = profile.insert(Box::new(DEFAULT.clone()));
        settings(table, profile);
    });
    profile
}

/// Changes a profile as a table says.
pub(super) fn settings(table: &mut Section<'_>, profile: &mut Profile) {
    flag(table, "docs", &mut profile.docs);
    set(&mut profile.modules, table.setting("modules"));
    table.within("files", |table| links::files(table, &mut profile.files));
    table.within("columns", |table| {
        columns::words(table, &mut profile.columns);
    });
    table.within("columns-like", |table| {
        columns::like(table, &mut profile.columns);
    });
    table.within("tables", |table| tables::tables(table, &mut profile.tables));
    table.within("rows", |table| tables::rows(table, &mut profile.rows));
    table.within("names", |table| names::names(table, &mut profile.names));
    table.within("types", |table| types::words(table, &mut profile.types));
    table.within("type-cell", |table| types::cell(table, &mut profile.types));
    table.within("required", |table| {
        presence::required(table, &mut profile.presence);
    });
    table.within("nullable", |table| {
        presence::nullable(table, &mut profile.null_in_text);
    });
    table.within("enums", |table| models::enums(table, &mut profile.enums));
    table.within("models", |table| models::models(table, &mut profile.models));
    table.within("prose", |table| prose::prose(table, &mut profile.prose));
    table.within("links", |table| links::links(table, &mut profile.links));
    table.within("examples", |table| {
        examples::examples(table, &mut profile.examples);
    });
    let inherited = table.each("inherit", inherit::inherit);
    profile.inherit.extend(inherited);
}

/// The keys of each table, by the name of its definition in the schema for editors.
#[cfg(test)]
pub(super) fn keys() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut profile = Profile::default();
    let p = &mut profile;
    vec![
        ("reference", Section::keys(|table| settings(table, p))),
        (
            "reference-files",
            Section::keys(|table| links::files(table, &mut p.files)),
        ),
        (
            "reference-columns",
            Section::keys(|table| columns::words(table, &mut p.columns)),
        ),
        (
            "reference-columns-like",
            Section::keys(|table| columns::like(table, &mut p.columns)),
        ),
        (
            "reference-tables",
            Section::keys(|table| tables::tables(table, &mut p.tables)),
        ),
        (
            "reference-rows",
            Section::keys(|table| tables::rows(table, &mut p.rows)),
        ),
        (
            "reference-names",
            Section::keys(|table| names::names(table, &mut p.names)),
        ),
        (
            "reference-type-cell",
            Section::keys(|table| types::cell(table, &mut p.types)),
        ),
        (
            "reference-required",
            Section::keys(|table| presence::required(table, &mut p.presence)),
        ),
        (
            "reference-nullable",
            Section::keys(|table| presence::nullable(table, &mut p.null_in_text)),
        ),
        (
            "reference-enums",
            Section::keys(|table| models::enums(table, &mut p.enums)),
        ),
        (
            "reference-models",
            Section::keys(|table| models::models(table, &mut p.models)),
        ),
        (
            "reference-prose",
            Section::keys(|table| prose::prose(table, &mut p.prose)),
        ),
        (
            "reference-links",
            Section::keys(|table| links::links(table, &mut p.links)),
        ),
        (
            "reference-examples",
            Section::keys(|table| examples::examples(table, &mut p.examples)),
        ),
        ("route-tag", Section::keys(prose::route_tag)),
        ("inherit", Section::keys(inherit::inherit)),
    ]
}

fn set<T>(slot: &mut T, setting: Option<Located<T>>) {
    if let Some(setting) = setting {
        *slot = setting.value;
    }
}

fn flag(table: &mut Section<'_>, key: &'static str, slot: &mut bool) {
    set(slot, table.checked(key, bool::from_toml));
}
