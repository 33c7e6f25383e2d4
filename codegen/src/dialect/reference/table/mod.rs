//! What a table is, and what its rows say.

use super::book::{Book, TableId};
use crate::claim::Stated;
use crate::diagnostic::Diagnostics;
use crate::page::Cell;
use crate::source::{Located, Place};

/// A table of the reference.
#[derive(Debug)]
pub(crate) struct RefTable<'b> {
    pub id: TableId,
    /// The header row.
    pub header: Place,
    /// Its cells without markup, ` | ` between them: how tables that are none of ours are counted.
    pub titles: String,
    pub content: Content<'b>,
}

/// What a table is.
#[derive(Debug)]
pub(crate) enum Content<'b> {
    /// Fields of an object; `columns` says by which words of the header.
    Fields(Vec<FieldRow<'b>>),
    /// Values of an enum, or flags.
    Values(ValueTable<'b>),
    /// Links to sections: a union, if these have tables of fields.
    Links(LinkTable<'b>),
    /// A layout of bytes.
    Binary,
    /// None of ours.
    Other,
}

/// A row of a field, and the rows nested below it.
#[derive(Debug, Clone)]
pub(crate) struct FieldRow<'b> {
    /// The key on the wire.
    pub name: Located<String>,
    /// Whether it stands for any key.
    pub is_variable: bool,
    /// Whether it is a place of a list: `row[0]`.
    pub position: Option<usize>,
    pub ty: Option<&'b Cell>,
    /// The second type, which refines a number.
    pub width: Option<&'b Cell>,
    /// What marks and words say about presence; silent if nothing does.
    pub required: Located<Stated>,
    /// Whether presence depends on something else, which makes it optional.
    pub is_conditional: bool,
    /// Whether its presence column says that there are many: the type is a list of what it says.
    pub is_many: bool,
    /// Whether the description says that null may come, and where.
    pub null_in_words: Option<Place>,
    pub default: Option<&'b Cell>,
    pub example: Option<&'b Cell>,
    /// The cell of allowed values.
    pub values: Option<&'b Cell>,
    /// The cells of the description, in the order of rows that go on.
    pub description: Vec<&'b Cell>,
    /// The note of a deprecated field; empty if it has none.
    pub deprecated: Option<Located<String>>,
    /// Anchors of other tables that its row names: `#mode-values`.
    pub attached: Vec<String>,
    pub children: Vec<FieldRow<'b>>,
    /// By what its parts were understood.
    pub cues: crate::claim::Cues,
    pub row: Place,
}

/// A table of values.
#[derive(Debug)]
pub(crate) struct ValueTable<'b> {
    pub values: Vec<ValueRow<'b>>,
    pub scalar: ValueKind,
    /// Whether header and heading say that it lists values; if not, it is an enum only where a
    /// field links to it or names it.
    pub is_sure: bool,
}

/// What the values of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueKind {
    Text,
    Number,
    /// Bits of one integer; each value is its bit as a number.
    Flags,
}

/// A value.
#[derive(Debug, Clone)]
pub(crate) struct ValueRow<'b> {
    /// As text: `tcp`, `-1`, `8` for `1 << 3`.
    pub value: Located<String>,
    pub name: Option<String>,
    /// The target of a link in its cells: what a tagged union has for this value.
    pub link: Option<String>,
    pub description: Option<&'b Cell>,
    /// Whether it is struck out; such values occur in old data.
    pub is_removed: bool,
}

/// A table in a column of which each cell is a link.
#[derive(Debug)]
pub(crate) struct LinkTable<'b> {
    /// The target of each row's link, with its text.
    pub links: Vec<(String, Located<String>)>,
    /// The same rows as values, where another column says them: the tag of each member.
    pub values: Option<ValueTable<'b>>,
}

/// Reads all tables of pages that are not skipped, in the order of the pages.
pub(crate) fn read<'b>(_book: &'b Book<'_>, _diagnostics: &mut Diagnostics) -> Vec<RefTable<'b>> {
    Vec::new()
}
