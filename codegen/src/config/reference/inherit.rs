//! `[[reference.inherit]]`: fields that models have from other tables, where only prose says so.

use super::super::section::Section;
use super::super::value::Setting;
use super::path_pattern::PathPattern;
use crate::source::{Located, Place};

/// `[[reference.inherit]]`: fields that models have from another table, where only prose says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inherit {
    /// The pages whose models inherit.
    pub files: Vec<PathPattern>,
    /// The names of the models that inherit; all of the pages if empty.
    pub models: Vec<String>,
    /// A page, or `page#anchor`.
    pub from: String,
    /// Only the first model of each page.
    pub first: bool,
    /// From all tables of that page, not only from the first.
    pub all: bool,
    /// `from` in the settings, for messages.
    pub place: Option<Place>,
}

pub(in crate::config) fn inherit(table: &mut Section<'_>) -> Inherit {
    let inherit = Inherit {
        files: items(table, "files"),
        models: items(table, "models"),
        first: table.setting("first").is_some_and(|it| it.value),
        all: table.setting("all").is_some_and(|it| it.value),
        ..Inherit::default()
    };
    let Some(from) = table.setting::<String>("from") else {
        if !table.is_refused() {
            table.lacks("a `from`");
        }
        return inherit;
    };
    if inherit.files.is_empty() && inherit.models.is_empty() && !table.is_refused() {
        table.lacks("`files` or `models`");
    }
    Inherit {
        from: from.value,
        place: Some(from.place),
        ..inherit
    }
}

fn items<T: Setting>(table: &mut Section<'_>, key: &'static str) -> Vec<T> {
    let items = table.list_or_one(key, T::from_toml);
    let items = items.map_or_else(Vec::new, |items| items.value);
    items
        .into_iter()
        .map(|item: Located<T>| item.value)
        .collect()
}
