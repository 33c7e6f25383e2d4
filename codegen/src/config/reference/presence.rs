//! `[reference.required]` and `[reference.nullable]`: which words say whether a key is there.

use toml::de::DeValue;

use super::super::section::Section;
use super::super::value::{Refusal, Setting, choice};
use super::change::list;
use super::pattern::Patterns;
use super::words::Words;
use super::{flag, set};

/// `[reference.required]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PresenceRules {
    /// Whole cells.
    pub yes: Words,
    pub no: Words,
    pub conditional: Words,
    /// Any number of items: a list that may be absent or empty.
    pub many: Words,
    /// One item at least.
    pub many1: Words,
    pub forbidden: Words,
    /// Cells of a column of conditions that hold for all.
    pub condition_for_all: Words,
    /// The same by pattern, where no whole cell is known.
    pub yes_like: Patterns,
    pub no_like: Patterns,
    pub conditional_like: Patterns,
    /// Words at the start of a description or in the cell of the type or default.
    pub yes_in_text: Patterns,
    pub no_in_text: Patterns,
    pub conditional_in_text: Patterns,
    /// The same in the cell of the type alone.
    pub yes_in_type: Patterns,
    pub no_in_type: Patterns,
    pub conditional_in_type: Patterns,
    /// What rows without a mark are, where others have one.
    pub unmarked: Unmarked,
    /// What a row of a request, and of a reply, is without any mark in its table.
    pub default_request: Unmarked,
    pub default_response: Unmarked,
    /// Whether a row with a default may be absent.
    pub default_is_optional: bool,
}

/// What silence about presence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unmarked {
    /// The opposite of the marks, if they go one way; else not known.
    #[default]
    Auto,
    #[serde(rename = "yes")]
    Required,
    #[serde(rename = "no")]
    Optional,
    /// Not known.
    NotKnown,
}

impl Setting for Unmarked {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        choice(value)
    }
}

pub(super) fn required(table: &mut Section<'_>, presence: &mut PresenceRules) {
    list(table, "yes", &mut presence.yes);
    list(table, "no", &mut presence.no);
    list(table, "conditional", &mut presence.conditional);
    list(table, "many", &mut presence.many);
    list(table, "many1", &mut presence.many1);
    list(table, "forbidden", &mut presence.forbidden);
    list(table, "condition-for-all", &mut presence.condition_for_all);
    list(table, "yes-like", &mut presence.yes_like);
    list(table, "no-like", &mut presence.no_like);
    list(table, "conditional-like", &mut presence.conditional_like);
    list(table, "yes-in-text", &mut presence.yes_in_text);
    list(table, "no-in-text", &mut presence.no_in_text);
    list(
        table,
        "conditional-in-text",
        &mut presence.conditional_in_text,
    );
    list(table, "yes-in-type", &mut presence.yes_in_type);
    list(table, "no-in-type", &mut presence.no_in_type);
    list(
        table,
        "conditional-in-type",
        &mut presence.conditional_in_type,
    );
    set(&mut presence.unmarked, table.setting("unmarked"));
    set(
        &mut presence.default_request,
        table.setting("default-request"),
    );
    set(
        &mut presence.default_response,
        table.setting("default-response"),
    );
    flag(
        table,
        "default-is-optional",
        &mut presence.default_is_optional,
    );
}

/// `[reference.nullable]`.
pub(super) fn nullable(table: &mut Section<'_>, null_in_text: &mut Patterns) {
    list(table, "in-text", null_in_text);
}
