//! What a table is, by its header and its cells.

use super::columns::{Columns, Grid};
use super::guess::{self, guess, is_name, is_type};
use super::number::number;
use super::text::{bare, links};
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
    // Many references say how long a text may be.
    let is_text = |ty| grid.share(ty, |text| guess::is_text(text, profile)) >= 0.5;
    let ty = columns.at(Column::Type);
    if known(&columns, Column::Size).is_some_and(|at| is_mostly_numbers(grid, at))
        && columns.at(Column::Name).or(ty).is_some()
        && !ty.is_some_and(is_text)
    {
        return Kind::Binary;
    }
    let description = columns.at(Column::Description);
    let values = |value: usize, name: Option<usize>, is_sure: bool| {
        let columns = ValueColumns { value, name };
        Kind::Values(columns, is_sure)
    };
    if let (Some(ty), Some(name)) = (known(&columns, Column::Type), columns.at(Column::Name)) {
        if grid.is_numbers(ty) {
            return values(ty, Some(name), true);
        }
        let is_value =
            ty == 0 && grid.share(ty, |text| is_type(text, profile) || text.contains(' ')) == 0.0;
        if is_value && !grid.cells(ty).any(|cell| !links(&cell.inlines).is_empty()) {
            return values(ty, Some(name), says_values(book, id));
        }
    }
    let value = columns.at(Column::Value);
    let value = value.or_else(|| own_column(book, id, grid));
    let by_number = value_column(book, id, grid);
    let name = name_column(book, grid, &columns, by_number);
    let is_field = columns
        .at(Column::Name)
        .is_some_and(|at| profile.tables.field_words.find(&titles[at]).is_some());
    // `Value | Name | Channel Type`: only a header that is the word says it for whatever stands below.
    let is_typed = |at: usize| {
        columns.is_told(Column::Type) || grid.share(at, |text| is_type(text, profile)) >= 0.5
    };
    let has_types = columns.at(Column::Type).is_some_and(is_typed)
        && (columns.at(Column::Name).is_some() || name != columns.at(Column::Type));
    if let Some(by_number) = by_number.filter(|_| !has_types)
        && (name.is_some() || value == Some(by_number))
    {
        let is_sure = name.is_some() && !is_field || says_values(book, id);
        return values(by_number, name, is_sure);
    }
    guess(&mut columns, grid, profile);
    if columns.at(Column::Name).is_some()
        && (columns.at(Column::Type).is_some() || columns.is_known(Column::Required))
    {
        return Kind::Fields(columns);
    }
    if let Some(value) = value.filter(|_| !is_field) {
        let name = name.filter(|name| *name != value);
        let is_told = name.or(description).is_some() || titles.len() == 1;
        return values(value, name, is_told && says_values(book, id));
    }
    let tells = [
        Column::Description,
        Column::Example,
        Column::Default,
        Column::Values,
    ];
    let told = tells.iter().filter(|role| columns.is_known(**role));
    let told: Vec<_> = told.collect();
    // `Property | Description` below `State enum` lists values, if these are written as such.
    let is_upper = |text: &str| !text.contains(char::is_lowercase);
    let is_enum = told == [&Column::Description]
        && grid.share(0, is_upper) > 0.99
        && heading_says_values(book, id);
    if is_field && !told.is_empty() && !is_enum {
        return Kind::Fields(columns);
    }
    let is_value =
        columns.role(0) == Some(Column::Name) || profile.columns.enum_name.find(first).is_some();
    let is_sure = is_value && description.is_some() && says_values(book, id);
    let is_sure = is_sure && (!is_field || is_enum);
    values(0, name.filter(|name| *name != 0), is_sure)
}

/// The column of numbers that are the values: written as shifts, else the first whose header says
/// that it may have them, else hexadecimal numbers, else the first beside flags.
fn value_column(book: &Book<'_>, id: TableId, grid: &Grid<'_>) -> Option<usize> {
    let rules = &book.profile.columns;
    let numbers = (0..grid.titles.len()).filter(|at| grid.is_numbers(*at));
    let numbers: Vec<_> = numbers.collect();
    let is_shift = |at: &&usize| {
        grid.cells(**at)
            .any(|cell| bare(&cell.inlines).contains("<<"))
    };
    let mut words = rules.words.iter();
    let value = words.find(|(role, _)| *role == Column::Value);
    let is_told = |at: &&usize| {
        let title = &grid.titles[**at];
        value.is_some_and(|(_, words)| words.find(title).is_some())
            || rules.enum_value.find(title).is_some()
    };
    let is_hex = |at: &&usize| grid.share(**at, |text| text.starts_with("0x")) > 0.99;
    let found = numbers.iter().find(is_shift);
    let found = found.or_else(|| numbers.iter().find(is_told));
    let found = found.or_else(|| numbers.iter().find(is_hex));
    let found = found.or_else(|| numbers.iter().find(|_| says_flags(book, id, grid)));
    found.copied()
}

/// The column of the names of values.
fn name_column(
    book: &Book<'_>,
    grid: &Grid<'_>,
    columns: &Columns,
    value: Option<usize>,
) -> Option<usize> {
    let profile = book.profile;
    let is_other = |at: &usize| Some(*at) != value;
    let name = columns.at(Column::Name).filter(is_other);
    let first = || {
        let names = grid.share(0, |text| is_name(text, profile));
        (value.is_some_and(|value| value > 0) && names >= 0.8).then_some(0)
    };
    let named = || {
        let mut all = 0..grid.titles.len();
        let words = &profile.columns.enum_name;
        all.find(|at| is_other(at) && words.find(&grid.titles[*at]).is_some())
    };
    let other = || columns.at(Column::Value).filter(is_other);
    name.or_else(first).or_else(named).or_else(other)
}

/// Whether heading, bold line or sentence before a table say that it lists values.
fn says_values(book: &Book<'_>, id: TableId) -> bool {
    let context = &book.profile.tables.enum_context;
    said(book, id).any(|text| context.find(&text).is_some())
}

/// The column called as the heading, which says that values follow: `Module | ModuleID` below
/// `ModuleID enum`.
fn own_column(book: &Book<'_>, id: TableId, grid: &Grid<'_>) -> Option<usize> {
    if !heading_says_values(book, id) {
        return None;
    }
    let heading = letters(&book.heading(id.spot)?.text);
    let is_own = |title: &str| title.len() > 2 && heading.starts_with(&letters(title));
    (1..grid.titles.len()).find(|at| is_own(&grid.titles[*at]))
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn heading_says_values(book: &Book<'_>, id: TableId) -> bool {
    let context = &book.profile.tables.enum_context;
    let heading = book.heading(id.spot);
    heading.is_some_and(|heading| context.find(&heading.text).is_some())
}

/// Whether these, or the header, say that it lists flags.
pub(super) fn says_flags(book: &Book<'_>, id: TableId, grid: &Grid<'_>) -> bool {
    let flags = &book.profile.enums.flags;
    let titles = grid.titles.iter().cloned();
    let mut texts = titles.chain(said(book, id));
    texts.any(|text| flags.find(&text).is_some())
}

/// What is said before a table: the heading, a bold line and the last sentence.
fn said(book: &Book<'_>, id: TableId) -> impl Iterator<Item = String> {
    let heading = book.heading(id.spot).map(|heading| heading.text.as_str());
    let bold = book.bold_above(id.spot, id.block);
    let sentence = book.sentence_above(id.spot, id.block);
    let texts = [
        heading.map(str::to_owned),
        bold,
        sentence.map(str::to_owned),
    ];
    texts.into_iter().flatten()
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
