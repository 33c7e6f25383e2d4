//! `[reference.tables]` and `[reference.rows]`: which tables are ours, and which rows go on.

use super::super::section::Section;
use super::change::list;
use super::flag;
use super::pattern::Patterns;
use super::words::Words;

/// `[reference.tables]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TableRules {
    /// Names of columns that make a table one of fields although it has no column of types.
    pub field_words: Words,
    /// A heading or the sentence before that says that a table lists values.
    pub enum_context: Patterns,
    /// Headers whose tables are none of ours.
    pub ignore_headers: Words,
    /// Headings whose tables are none of ours.
    pub ignore_context: Patterns,
    /// Whether the role of a column whose header is not known is guessed by its cells.
    pub guess_columns: bool,
}

/// `[reference.rows]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct RowRules {
    /// A mark behind the last bar by which a row goes on with the one above: `^`.
    pub continue_marks: Vec<String>,
    /// Such a mark by which a row names a table of the row above: `+`.
    pub attach_marks: Vec<String>,
    /// Whether a row without a name goes on with the one above.
    pub empty_name_continues: bool,
}

pub(super) fn tables(table: &mut Section<'_>, tables: &mut TableRules) {
    list(table, "field-words", &mut tables.field_words);
    list(table, "enum-context", &mut tables.enum_context);
    list(table, "ignore-headers", &mut tables.ignore_headers);
    list(table, "ignore-context", &mut tables.ignore_context);
    flag(table, "guess-columns", &mut tables.guess_columns);
}

pub(super) fn rows(table: &mut Section<'_>, rows: &mut RowRules) {
    list(table, "continue", &mut rows.continue_marks);
    list(table, "attach", &mut rows.attach_marks);
    flag(
        table,
        "empty-name-continues",
        &mut rows.empty_name_continues,
    );
}
