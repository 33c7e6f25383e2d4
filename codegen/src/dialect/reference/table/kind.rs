//! What a table is, by its header and its cells.

use super::columns::{By, Columns, Grid};
use super::guess::{guess, is_type};
use super::number::number;
use super::values::ValueColumns;
use crate::dialect::reference::book::{Book, TableId};
use crate::dialect::reference::profile::Column;

/// What a table is, before its rows are read.
#[derive(Debug)]
pub(super) enum Kind {
    Fields(Columns),
    /// Values, and whether header or text says so.
    Values(ValueColumns, bool),
    /// A layout of bytes.
    Binary,
    Other,
}

/// Decides what a table is.
pub(super) fn decide(book: &Book<'_>, id: TableId, grid: &Grid<'_>) -> Kind {
    let profile = book.profile;
    let titles = &grid.titles;
    let mut columns = Columns::by_header(titles, profile);
    let first = titles.first().map_or("", String::as_str);
    if profile.tables.ignore_headers.find(first).is_some() || is_ignored(book, id) {
        return Kind::Other;
    }
    let known = |columns: &Columns, role| columns.at(role).filter(|_| columns.is_known(role));
    if known(&columns, Column::Size).is_some_and(|at| is_mostly_numbers(grid, at))
        && (columns.at(Column::Name).is_some() || columns.at(Column::Type).is_some())
    {
        return Kind::Binary;
    }
    let description = columns.at(Column::Description);
    let values = |value: usize, name: Option<usize>, is_sure: bool| {
        let columns = ValueColumns {
            value,
            name,
            description,
        };
        Kind::Values(columns, is_sure)
    };
    if let (Some(ty), Some(name)) = (known(&columns, Column::Type), columns.at(Column::Name)) {
        if grid.is_numbers(ty) {
            return values(ty, Some(name), true);
        }
        let is_value =
            ty == 0 && grid.share(ty, |text| is_type(text, profile) || text.contains(' ')) == 0.0;
        if is_value
            && !grid
                .cells(ty)
                .any(|cell| !super::text::links(&cell.inlines).is_empty())
        {
            return values(ty, Some(name), says_values(book, id));
        }
    }
    // Two columns of numbers or more: `Flag | Hex | Decimal`.
    let value = columns.at(Column::Value);
    let by_number = value_column(book, grid, &columns);
    let name = name_column(book, grid, &columns, by_number);
    if columns.at(Column::Type).is_none()
        && let Some(by_number) = by_number
        && (name.is_some() || columns.at(Column::Value) == Some(by_number))
    {
        let is_field =
            name.is_some_and(|at| profile.tables.field_words.find(&titles[at]).is_some());
        return values(by_number, name, !is_field || says_values(book, id));
    }
    guess(&mut columns, grid, profile);
    if columns.at(Column::Name).is_some()
        && (columns.at(Column::Type).is_some() || columns.at(Column::Required).is_some())
    {
        return Kind::Fields(columns);
    }
    let is_field = columns
        .at(Column::Name)
        .is_some_and(|at| profile.tables.field_words.find(&titles[at]).is_some());
    if let Some(value) = value.filter(|_| !is_field) {
        let name = name.filter(|name| *name != value);
        return values(value, name, says_values(book, id));
    }
    let tells = [
        Column::Description,
        Column::Example,
        Column::Default,
        Column::Values,
    ];
    if is_field && tells.iter().any(|role| columns.is_known(*role)) {
        return Kind::Fields(columns);
    }
    values(0, name.filter(|name| *name != 0), says_values(book, id))
}

/// The column of numbers that are the values: written as shifts, else the first whose header says
/// that it may have them, else hexadecimal numbers.
fn value_column(book: &Book<'_>, grid: &Grid<'_>, columns: &Columns) -> Option<usize> {
    let rules = &book.profile.columns;
    let numbers = (0..grid.titles.len()).filter(|at| grid.is_numbers(*at));
    let numbers: Vec<_> = numbers.collect();
    let is_shift = |at: &&usize| {
        grid.cells(**at)
            .any(|cell| super::text::bare(&cell.inlines).contains("<<"))
    };
    let is_told = |at: &&usize| {
        columns.role(**at) == Some(Column::Value)
            || rules.enum_value.find(&grid.titles[**at]).is_some()
    };
    let is_hex = |at: &&usize| grid.share(**at, |text| text.starts_with("0x")) > 0.99;
    let found = numbers.iter().find(is_shift);
    let found = found.or_else(|| numbers.iter().find(is_told));
    found.or_else(|| numbers.iter().find(is_hex)).copied()
}

/// The column of the names of values.
fn name_column(
    book: &Book<'_>,
    grid: &Grid<'_>,
    columns: &Columns,
    value: Option<usize>,
) -> Option<usize> {
    let rules = &book.profile.columns;
    let is_other = |at: &usize| Some(*at) != value;
    let name = columns.at(Column::Name).filter(is_other);
    let named = || {
        let mut all = 0..grid.titles.len();
        all.find(|at| is_other(at) && rules.enum_name.find(&grid.titles[*at]).is_some())
    };
    name.or_else(named)
        .or_else(|| columns.at(Column::Value).filter(is_other))
}

/// Whether heading, bold line or sentence before a table say that it lists values.
fn says_values(book: &Book<'_>, id: TableId) -> bool {
    let context = &book.profile.tables.enum_context;
    let heading = book.heading(id.spot).map(|heading| heading.text.as_str());
    let bold = book.bold_above(id.spot, id.block);
    let sentence = book.sentence_above(id.spot, id.block);
    let mut texts = [heading, bold.as_deref(), sentence].into_iter().flatten();
    texts.any(|text| context.find(text).is_some())
}

/// Whether a heading above says that the table is none of ours.
fn is_ignored(book: &Book<'_>, id: TableId) -> bool {
    let skip = &book.profile.models.heading_skip;
    let ignore = &book.profile.tables.ignore_context;
    let heading = |spot| book.heading(spot).map(|heading| heading.text.as_str());
    let bold = book.bold_above(id.spot, id.block);
    let near = [heading(id.spot), bold.as_deref()].into_iter().flatten();
    let mut near = near.filter(|text| !text.is_empty());
    near.any(|text| skip.find(text).is_some() || ignore.find(text).is_some())
        || (!ignore.0.is_empty()
            && book
                .above(id.spot)
                .filter_map(heading)
                .any(|text| ignore.find(text).is_some()))
}

fn is_mostly_numbers(grid: &Grid<'_>, at: usize) -> bool {
    grid.share(at, |text| {
        let head = text.split_whitespace().next().unwrap_or_default();
        number(text).is_some() || number(head).is_some()
    }) > 0.5
}
