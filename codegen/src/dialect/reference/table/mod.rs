//! What a table is, and what its rows say.

mod columns;
mod guess;
mod kind;
mod links;
mod names;
mod nesting;
mod number;
mod presence;
mod rows;
#[cfg(test)]
mod tests;
mod text;
mod values;

use std::collections::BTreeSet;

use super::book::{Book, Landing, Spot, TableId};
use super::profile::{Column, Profile};
use crate::claim::Stated;
use crate::diagnostic::Diagnostics;
use crate::page::{Block, Cell, Table};
use crate::source::{Located, Place};
use columns::{Columns, Grid};
use kind::Kind;
use values::ValueColumns;

pub(crate) use text::{bare, spelled, spelled_with};

/// A table of the reference.
#[derive(Debug)]
pub(crate) struct RefTable<'b> {
    pub id: TableId,
    /// The header row.
    pub header: Place,
    /// Its cells without markup, ` | ` between them: how tables that are none of ours are counted.
    pub titles: String,
    pub content: Content<'b>,
    /// How the presence of its fields is marked.
    pub marks: Marks,
    /// Rows that name no field: struck out, or a part of a form.
    pub without_field: Vec<Place>,
}

/// How the presence of the fields of a table is marked: by that is known what rows without a mark
/// are. A presence that depends on something, or follows from a default, is none of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Whether it has a column for presence.
    pub has_column: bool,
    /// Its rows, those that are nested too.
    pub rows: usize,
    /// Rows of which that column says that the key must be there.
    pub column_yes: usize,
    /// Rows of which it says that the key may be absent.
    pub column_no: usize,
    /// The same by marks of names, and words in the cells of types, descriptions and defaults.
    pub words_yes: usize,
    pub words_no: usize,
}

/// What a table is.
#[derive(Debug)]
pub(crate) enum Content<'b> {
    /// Fields of an object; `columns` says by which words of the header.
    Fields(Vec<FieldRow<'b>>),
    /// Values of an enum, or flags.
    Values(ValueTable),
    /// Links to sections: a union, if these have tables of fields.
    Links(LinkTable),
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
pub(crate) struct ValueTable {
    pub values: Vec<ValueRow>,
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
pub(crate) struct ValueRow {
    /// As text: `tcp`, `-1`, `8` for `1 << 3`. Those that are struck out occur in old data.
    pub value: Located<String>,
    pub name: Option<String>,
    /// The target of a link in its cells: what a tagged union has for this value.
    pub link: Option<String>,
}

/// A table in a column of which each cell is a link.
#[derive(Debug)]
pub(crate) struct LinkTable {
    /// The target of each row's link, with its text.
    pub links: Vec<(String, Located<String>)>,
    /// The same rows as values, where another column says them: the tag of each member.
    pub values: Option<ValueTable>,
}

/// Reads all tables of pages that are not skipped, in the order of the pages.
pub(crate) fn read<'b>(book: &'b Book<'_>, diagnostics: &mut Diagnostics) -> Vec<RefTable<'b>> {
    let mut drafts = Vec::new();
    for (page, _) in book
        .pages
        .iter()
        .enumerate()
        .filter(|(_, page)| !page.is_skipped)
    {
        for spot in book.spots(page) {
            gather(book, spot, &mut drafts);
        }
    }
    let mut tables: Vec<_> = drafts
        .iter_mut()
        .map(|draft| draft.read(book, diagnostics))
        .collect();
    unions(book, &drafts, &mut tables);
    tables
}

/// A table before it is read.
struct Draft<'b> {
    id: TableId,
    grid: Grid<'b>,
    /// Its columns, if it was read as values.
    values: Option<ValueColumns>,
}

/// Collects the tables of a section.
fn gather<'b>(book: &'b Book<'_>, spot: Spot, drafts: &mut Vec<Draft<'b>>) {
    let from = drafts.len();
    for (block, what) in book.blocks(spot).iter().enumerate() {
        let Block::Table(table) = what else {
            continue;
        };
        let rows: Vec<_> = table.rows.iter().collect();
        let last = drafts[from..].last_mut();
        if let Some(last) = last.filter(|last| goes_on(book, &last.grid, table)) {
            last.grid.rows.push(&table.header);
            last.grid.rows.extend(rows);
            continue;
        }
        drafts.push(Draft {
            id: TableId { spot, block },
            grid: Grid::new(&table.header, rows),
            values: None,
        });
    }
}

/// Whether a table has rows only, and goes on with the one before.
fn goes_on(book: &Book<'_>, before: &Grid<'_>, table: &Table) -> bool {
    let is_like = !table.has_header && table.header.cells.len() == before.titles.len();
    is_like && {
        let grid = Grid::new(&table.header, Vec::new());
        let columns = Columns::by_header(&grid.titles, book.profile);
        let roles = (0..grid.titles.len()).filter(|at| columns.role(*at).is_some());
        roles.count() < 2
    }
}

impl<'b> Draft<'b> {
    fn read(&mut self, book: &Book<'_>, diagnostics: &mut Diagnostics) -> RefTable<'b> {
        let mut marks = Marks::default();
        let mut without_field = Vec::new();
        let content = match kind::decide(book, self.id, &self.grid) {
            Kind::Fields(columns) => {
                let footnotes = book.footnotes(self.id);
                match rows::read(&self.grid, &columns, &footnotes, book, diagnostics) {
                    Some(found) => {
                        marks = found.marks;
                        without_field = found.without_field;
                        Content::Fields(found.rows)
                    }
                    None => Content::Other,
                }
            }
            Kind::Values(columns, is_sure) => {
                self.values = Some(columns);
                let says_flags = kind::says_flags(book, self.id, &self.grid);
                let values = values::read(&self.grid, columns, is_sure, says_flags);
                values.map_or(Content::Other, Content::Values)
            }
            Kind::Binary => Content::Binary,
            Kind::Other => Content::Other,
        };
        RefTable {
            id: self.id,
            header: self.grid.header.place,
            titles: self.grid.titles.join(" | "),
            content,
            marks,
            without_field,
        }
    }

    /// Whether the links of a column may be members of a union. Of a table that lists values only
    /// those of the values themselves; a name with a description is an entry of an index, and a type
    /// is what a body has.
    fn may_be_members(
        &self,
        column: usize,
        values: Option<&ValueTable>,
        profile: &Profile,
    ) -> bool {
        let told = self
            .values
            .filter(|_| values.is_some_and(|values| values.is_sure));
        if let Some(columns) = told {
            return column == columns.value || Some(column) == columns.name;
        }
        let columns = Columns::by_header(&self.grid.titles, profile);
        !matches!(
            columns.role(column),
            Some(Column::Name | Column::Type | Column::Description)
        )
    }
}

/// Makes tables of links to sections with tables of fields unions.
fn unions<'b>(book: &Book<'_>, drafts: &[Draft<'b>], tables: &mut [RefTable<'b>]) {
    let fields = tables.iter();
    let fields = fields.filter(|table| matches!(table.content, Content::Fields(_)));
    let fields: BTreeSet<Spot> = fields.map(|table| table.id.spot).collect();
    for (draft, table) in drafts.iter().zip(tables) {
        let values = match &table.content {
            Content::Values(values) => Some(values),
            Content::Other => None,
            Content::Fields(_) | Content::Links(_) | Content::Binary => continue,
        };
        let leads = |target: &str| {
            let spot = match book.follow(draft.id.spot.page, target) {
                Landing::Section(spot) => spot,
                Landing::Page(page) => Spot {
                    page,
                    section: None,
                },
                Landing::Table(id) | Landing::Row(id, _) => return fields.contains(&id.spot),
                Landing::NoAnchor(_) | Landing::Elsewhere => return false,
            };
            let last = book.last_below(spot);
            spot != draft.id.spot && fields.range(spot..=last).next().is_some()
        };
        let may_be = |column| draft.may_be_members(column, values, book.profile);
        let Some((column, links)) = links::find(&draft.grid, may_be, leads) else {
            continue;
        };
        // Where the values are the texts of the links, they tell no more than these.
        let content = std::mem::replace(&mut table.content, Content::Other);
        let is_own = draft.values.is_some_and(|columns| columns.value == column);
        let values = match content {
            Content::Values(values) if !is_own => Some(values),
            _ => None,
        };
        table.content = Content::Links(LinkTable { links, values });
    }
}
