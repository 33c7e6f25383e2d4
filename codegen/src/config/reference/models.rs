//! `[reference.enums]` and `[reference.models]`: what headings, lists and labels say about models.

use super::super::section::Section;
use super::change::list;
use super::flag;
use super::pattern::{self, Patterns};

/// `[reference.enums]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct EnumRules {
    /// Items of a linked list that are values; the first group is the value.
    pub list_item: Patterns,
    /// Pairs of value and text in a description; the first group is the value.
    pub listed: Patterns,
    /// Constants in a description: ``always `x` ``; the first group is the value.
    pub constant: Patterns,
    /// A header, heading or sentence that says that numbers are bits of one integer.
    pub flags: Patterns,
    /// Whether a scalar whose description links to a table of values is that enum.
    pub by_description: bool,
}

/// `[reference.models]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ModelRules {
    /// What is no part of a name at its start or end, repeatedly: `Structure`, `Object`.
    pub heading_strip: Patterns,
    /// Headings that name nothing: the one above does.
    pub generic_headings: Patterns,
    /// Headings whose tables are none of ours.
    pub heading_skip: Patterns,
    /// Headings whose tables add to what the text above links: `Extra Fields`.
    pub heading_extends: Patterns,
    pub request_words: Patterns,
    /// The same, but a word for replies beats them: `parameters`.
    pub request_words_weak: Patterns,
    pub query_words: Patterns,
    pub response_words: Patterns,
    /// A sentence that announces a table.
    pub label_introduces: Patterns,
    /// The name in such a sentence of the field whose table it is; the first group.
    pub label: Patterns,
}

pub(super) fn enums(table: &mut Section<'_>, enums: &mut EnumRules) {
    pattern::grouped::<1>(table, "list-item", &mut enums.list_item);
    pattern::grouped::<1>(table, "listed", &mut enums.listed);
    pattern::grouped::<1>(table, "constant", &mut enums.constant);
    list(table, "flags", &mut enums.flags);
    flag(table, "by-description", &mut enums.by_description);
}

pub(super) fn models(table: &mut Section<'_>, models: &mut ModelRules) {
    list(table, "heading-strip", &mut models.heading_strip);
    list(table, "generic-headings", &mut models.generic_headings);
    list(table, "heading-skip", &mut models.heading_skip);
    list(table, "heading-extends", &mut models.heading_extends);
    list(table, "request-words", &mut models.request_words);
    list(table, "request-words-weak", &mut models.request_words_weak);
    list(table, "query-words", &mut models.query_words);
    list(table, "response-words", &mut models.response_words);
    list(table, "label-introduces", &mut models.label_introduces);
    pattern::grouped::<1>(table, "label", &mut models.label);
}
