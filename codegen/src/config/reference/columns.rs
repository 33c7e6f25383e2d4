//! `[reference.columns]`: what columns tell, by their headers.

use super::super::section::Section;
use super::change::list;
use super::pattern::Patterns;
use super::words::Words;

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Name,
    Type,
    /// A second type, which refines a number: `Internal Type`.
    Width,
    Required,
    /// Allowed values, in the row of a field.
    Values,
    Default,
    Example,
    Description,
    /// The value of an enum, or its flag.
    Value,
    /// For which case the row holds: `Applies to`.
    Condition,
    /// How many bytes: the table is no JSON.
    Size,
    /// The place of an item in a list: `Pos`.
    Position,
}

/// The keys of the columns, in the order in which a header is looked up.
pub(super) const COLUMNS: &[(&str, Column)] = &[
    ("name", Column::Name),
    ("type", Column::Type),
    ("width", Column::Width),
    ("required", Column::Required),
    ("values", Column::Values),
    ("default", Column::Default),
    ("example", Column::Example),
    ("description", Column::Description),
    ("value", Column::Value),
    ("condition", Column::Condition),
    ("size", Column::Size),
    ("position", Column::Position),
];

/// `[reference.columns]`: words of headers. The first of two columns of one role wins.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ColumnRules {
    /// Whole headers, without markup and case.
    pub words: Vec<(Column, Words)>,
    /// The same by pattern, where no word is met.
    pub like: Vec<(Column, Patterns)>,
    /// Headers of the name column in tables of enums.
    pub enum_name: Words,
    /// Headers of the value column in tables of enums, if all cells are numbers.
    pub enum_value: Words,
}

pub(super) fn words(table: &mut Section<'_>, columns: &mut ColumnRules) {
    let before = columns.words.clone();
    for (key, column) in COLUMNS {
        list(table, key, of(&mut columns.words, *column));
    }
    list(table, "enum-name", &mut columns.enum_name);
    list(table, "enum-value", &mut columns.enum_value);
    settle(&before, &mut columns.words);
}

pub(super) fn like(table: &mut Section<'_>, columns: &mut ColumnRules) {
    for (key, column) in COLUMNS {
        list(table, key, of(&mut columns.like, *column));
    }
}

fn of<T: Default>(rules: &mut Vec<(Column, T)>, column: Column) -> &mut T {
    let at = rules.iter().position(|(known, _)| *known == column);
    let at = at.unwrap_or_else(|| {
        rules.push((column, T::default()));
        rules.len() - 1
    });
    &mut rules[at].1
}

/// A word that is added to a column is taken from all others: `type = ["value"]`.
fn settle(before: &[(Column, Words)], words: &mut [(Column, Words)]) {
    let had = |column, word: &str| {
        let mut known = before.iter().filter(|(known, _)| *known == column);
        known.any(|(_, words)| words.find(word).is_some())
    };
    let mut added = Vec::new();
    for (column, words) in &*words {
        let new = words.iter().filter(|word| !had(*column, word));
        added.extend(new.map(|word| (*column, word.to_owned())));
    }
    for (column, word) in added {
        for (other, words) in &mut *words {
            if *other != column && had(*other, &word) {
                words.remove(&word);
            }
        }
    }
}
