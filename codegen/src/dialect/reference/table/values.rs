//! Tables of values and flags.

use super::columns::Grid;
use super::number::{Form, Number, number};
use super::text::{bare, links, only_link, squeeze};
use super::{ValueKind, ValueRow, ValueTable};
use crate::page::{Cell, Inline, lines};
use crate::source::Located;

/// The columns of a table of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct ValueColumns {
    pub value: usize,
    pub name: Option<usize>,
}

/// Which share of the rows must have values.
const VALUES: f64 = 0.8;

/// Reads the values; `None` if too few rows have one.
pub(super) fn read(
    grid: &Grid<'_>,
    columns: ValueColumns,
    is_sure: bool,
    says_flags: bool,
) -> Option<ValueTable> {
    let mut values = Vec::new();
    let mut numbers = Vec::new();
    let (mut rows, mut unread) = (0_u32, 0_u32);
    for row in &grid.rows {
        let Some(cell) = row.cells.get(columns.value) else {
            continue;
        };
        if cell.inlines.is_empty() {
            continue;
        }
        rows += 1;
        let found = spelt(cell);
        unread += u32::from(found.is_empty());
        let (name, link) = match columns.name.and_then(|at| row.cells.get(at)) {
            Some(cell) => (name(cell), link(cell)),
            None => (None, None),
        };
        let name = name.filter(|_| found.len() == 1);
        let link = link.or_else(|| self::link(cell)).or_else(|| {
            let mut cells = row.cells.iter();
            cells.find_map(|cell| Some(only_link(&cell.inlines)?.0.to_owned()))
        });
        for value in found {
            numbers.push(number(&value.text).filter(|_| !value.is_quoted));
            values.push(ValueRow {
                value: Located::new(value.text, cell.place),
                name: name.clone(),
                link: link.clone(),
            });
        }
    }
    if values.is_empty() || f64::from(rows - unread) < VALUES * f64::from(rows) {
        return None;
    }
    let numbers: Option<Vec<Number>> = numbers.into_iter().collect();
    let scalar = match &numbers {
        None => ValueKind::Text,
        Some(numbers) if are_flags(numbers, says_flags) => ValueKind::Flags,
        Some(_) => ValueKind::Number,
    };
    for (value, number) in values.iter_mut().zip(numbers.iter().flatten()) {
        value.value.value = number.value.to_string();
    }
    Some(ValueTable {
        values,
        scalar,
        is_sure,
    })
}

/// Whether numbers are bits: written as shifts, else as numbers of one bit each. Small numbers may
/// just be counted, so that header or heading must say what they are.
fn are_flags(numbers: &[Number], says_flags: bool) -> bool {
    if numbers.iter().any(|number| number.form == Form::Shift) {
        return true;
    }
    let bits = || numbers.iter().filter(|number| number.value != 0);
    let largest = numbers.iter().map(|number| number.value).max();
    let largest = largest.unwrap_or_default();
    let is_enough = match (
        numbers.iter().all(|number| number.form == Form::Hex),
        says_flags,
    ) {
        (true, true) => true,
        (true, false) => largest > 2,
        (false, true) => largest > 16 || largest > 2 && bits().count() > 2,
        (false, false) => largest > 4 && bits().count() > 3,
    };
    is_enough && bits().all(|number| number.value > 0 && number.value.count_ones() == 1)
}

/// A value as its cell spells it.
struct Value {
    text: String,
    is_quoted: bool,
}

/// The values of a cell: one, or several in code.
fn spelt(cell: &Cell) -> Vec<Value> {
    let all = lines(&cell.inlines);
    let line = all.iter().find(|line| !bare(line).trim().is_empty());
    let Some(line) = line else {
        return Vec::new();
    };
    let text = squeeze(&bare(line));
    if number(&text).is_some() {
        return vec![Value {
            text,
            is_quoted: false,
        }];
    }
    let mut codes = Vec::new();
    self::codes(line, &mut codes);
    let starts_with_code = codes
        .first()
        .is_some_and(|code| text.starts_with(code.trim()));
    if starts_with_code {
        let values = codes.iter().map(|code| value(code.trim(), true));
        return values.flatten().collect();
    }
    value(without_marks(&text), false).into_iter().collect()
}

/// A value in quotes, in code, or of one word.
fn value(text: &str, is_code: bool) -> Option<Value> {
    let quotes = [('"', '"'), ('\'', '\''), ('“', '”')];
    let unquoted = quotes
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    let is_word =
        text.contains(char::is_alphanumeric) && (is_code || !text.contains(char::is_whitespace));
    (unquoted.is_some() || is_word).then(|| Value {
        text: unquoted.unwrap_or(text).to_owned(),
        is_quoted: unquoted.is_some(),
    })
}

/// A text without marks of footnotes and text in brackets behind it.
fn without_marks(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text.len();
        text = text.trim_end_matches(['*', '†', '\\']).trim_end();
        for (open, close) in [(" (", ')'), ("[", ']'), ("^", '^')] {
            if let Some(inner) = text.strip_suffix(close)
                && let Some(at) = inner.rfind(open).filter(|at| *at > 0)
            {
                text = text[..at].trim_end();
            }
        }
        if text.len() == before {
            return text;
        }
    }
}

fn codes<'c>(inlines: &'c [Inline], found: &mut Vec<&'c str>) {
    for inline in inlines {
        match inline {
            Inline::Code(text, _) => found.push(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                codes(inner, found)
            }
            Inline::Link(link) => codes(&link.text, found),
            Inline::Text(..) | Inline::Html(..) | Inline::Break(_) => {}
        }
    }
}

/// More words than that are a description.
const LONGEST_NAME: usize = 6;

/// The name of a value: the text of its cell without marks.
fn name(cell: &Cell) -> Option<String> {
    let text = squeeze(&bare(&cell.inlines));
    let text = without_marks(&text);
    let is_name = !text.is_empty() && text.split_whitespace().count() <= LONGEST_NAME;
    is_name.then(|| text.to_owned())
}

fn link(cell: &Cell) -> Option<String> {
    let found = links(&cell.inlines);
    found.first().map(|(target, _)| (*target).to_owned())
}
