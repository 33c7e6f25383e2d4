//! HTML tables, their spans resolved.

use std::ops::Range;

use super::runs;
use crate::page::events::Span;
use crate::page::tag::{self, Kind};
use crate::page::tree::{Cell, Inlines, Row, Table};

/// Why a table is none.
#[derive(Debug, PartialEq)]
pub(super) enum Refused {
    /// It has no rows.
    Empty,
    /// Its spans are far larger than what is written.
    Huge,
}

/// More columns are no table of a reference.
const MOST_COLUMNS: usize = 100;

/// What HTML allows a row to span.
const MOST_SPANNED: usize = 65_534;

/// Cells that rows may lack, all together: as many as the reader of markdown fills in.
const MOST_MISSING: usize = 1 << 18;

/// Spans may repeat this many bytes beside those that are written, and again as many.
const SPARE: usize = 100_000;

/// A cell as written.
#[derive(Clone)]
struct Written {
    cell: Cell,
    columns: usize,
    rows: usize,
}

struct Line {
    cells: Vec<Written>,
    at: Range<usize>,
    /// Whether it stands in `<thead>`, or all its cells are `<th>`.
    is_header: bool,
}

/// Reads the table of a range, from `<table` to the end of `</table>`.
pub(super) fn read(text: &str, at: Range<usize>, span: Span<'_>) -> Result<Table, Refused> {
    let lines = lines(text, at.clone(), span);
    if lines.is_empty() {
        return Err(Refused::Empty);
    }
    let headers = lines.iter().take_while(|line| line.is_header).count();
    let mut rows = resolve(lines, at.len(), span)?;
    // Of several header rows the last names the columns.
    let header = rows.drain(..headers.max(1)).next_back();
    let header = header.ok_or(Refused::Empty)?;
    let width = header.cells.len();
    let missing = |row: &Row| width.saturating_sub(row.cells.len());
    if rows.iter().map(missing).sum::<usize>() > MOST_MISSING {
        return Err(Refused::Huge);
    }
    for row in &mut rows {
        fit(row, width);
    }
    Ok(Table {
        header,
        rows,
        has_header: headers > 0,
        place: span.place(at),
    })
}

/// Gives a row as many cells as the header has.
fn fit(row: &mut Row, width: usize) {
    if let (Some(first), Some(last)) = (row.cells.get(width), row.cells.last()) {
        let mut trailing = first.place;
        trailing.end = trailing.end.max(last.place.end);
        row.trailing = Some(trailing).filter(|place| place.start < place.end);
    }
    row.written = row.written.min(u32::try_from(width).unwrap_or(u32::MAX));
    let mut cells = std::mem::take(&mut row.cells).into_vec();
    cells.truncate(width);
    let mut place = row.place;
    place.start = place.end;
    cells.resize_with(width, || Cell {
        inlines: Inlines::default(),
        place,
    });
    row.cells = cells.into();
}

/// Puts cells that span rows or columns wherever they reach.
fn resolve(lines: Vec<Line>, length: usize, span: Span<'_>) -> Result<Vec<Row>, Refused> {
    let mut spare = 2 * length + SPARE;
    let mut rows = Vec::new();
    // For each column the cell that comes down from above, and for how many rows still.
    let mut above: Vec<Option<(Cell, usize)>> = Vec::new();
    for line in lines {
        let mut cells = Vec::new();
        let mut written = line.cells.into_iter();
        loop {
            let column = cells.len();
            let down = above.get_mut(column).and_then(Option::take);
            let (cell, columns, left) = match down {
                Some((cell, left)) => (cell, 1, left),
                None => match written.next() {
                    Some(next) => (next.cell, next.columns, next.rows),
                    None if above.iter().skip(column).any(Option::is_some) => {
                        spare = spare.checked_sub(1).ok_or(Refused::Huge)?;
                        let mut place = span.place(line.at.clone());
                        place.start = place.end;
                        let inlines = Inlines::default();
                        (Cell { inlines, place }, 1, 1)
                    }
                    None => break,
                },
            };
            if column + columns > MOST_COLUMNS {
                return Err(Refused::Huge);
            }
            for _ in 0..columns {
                let size = (cell.place.end - cell.place.start) as usize + 1;
                let repeats = usize::from(left > 1) + usize::from(columns > 1);
                spare = spare.checked_sub(size * repeats).ok_or(Refused::Huge)?;
                let column = cells.len();
                if left > 1 {
                    if above.len() <= column {
                        above.resize(column + 1, None);
                    }
                    above[column] = Some((cell.clone(), left - 1));
                }
                cells.push(cell.clone());
            }
        }
        rows.push(Row {
            written: u32::try_from(cells.len()).unwrap_or(u32::MAX),
            cells: cells.into(),
            trailing: None,
            place: span.place(line.at),
        });
    }
    Ok(rows)
}

/// The rows as they are written. End tags of rows and cells may be missing.
fn lines(text: &str, at: Range<usize>, span: Span<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut cell: Option<(usize, tag::Tag)> = None;
    let (mut in_row, mut in_head, mut depth) = (false, false, 0_usize);
    let mut from = at.start;
    while let Some(found) = text[from..at.end].find('<') {
        let start = from + found;
        from = start + 1;
        if text[start..at.end].starts_with("<!--") {
            let end = text[start..at.end].find("-->");
            from = end.map_or(at.end, |end| start + end);
            continue;
        }
        let Some(tag) = tag::scan(text, start) else {
            continue;
        };
        let name = tag.name.to_ascii_lowercase();
        let opens = tag.kind == Kind::Opens;
        // A table inside of a cell is a part of the cell.
        let outer = depth;
        if name == "table" {
            depth = if opens {
                depth + 1
            } else {
                depth.saturating_sub(1)
            };
        }
        if depth.max(outer) > 1 || !is_part(&name) {
            continue;
        }
        let line = lines.last_mut().filter(|_| in_row);
        if let Some(line) = line {
            if let Some((content, tag)) = cell.take() {
                line.is_header &= in_head || tag.name.eq_ignore_ascii_case("th");
                line.cells.push(written(text, content..start, &tag, span));
            }
            line.at.end = if opens { start } else { tag.end };
        }
        let is_cell = matches!(name.as_str(), "td" | "th");
        match name.as_str() {
            "thead" => in_head = opens,
            "tbody" | "tfoot" | "table" => (in_row, in_head) = (false, false),
            "tr" => in_row = false,
            _ => {}
        }
        if opens && (name == "tr" || is_cell && !in_row) {
            in_row = true;
            lines.push(Line {
                cells: Vec::new(),
                at: start..tag.end,
                is_header: true,
            });
        }
        if opens && is_cell {
            cell = Some((tag.end, tag));
        }
    }
    lines.retain(|line| !line.cells.is_empty());
    lines
}

fn is_part(name: &str) -> bool {
    matches!(
        name,
        "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "table" | "caption"
    )
}

fn written(text: &str, content: Range<usize>, tag: &tag::Tag, span: Span<'_>) -> Written {
    let inner = &text[content.clone()];
    let start = content.start + (inner.len() - inner.trim_start().len());
    let at = start..start + inner.trim().len();
    let number = |name: &str| {
        let number = tag.get(name).and_then(|value| value.trim().parse().ok());
        number.unwrap_or(1).clamp(1, MOST_SPANNED)
    };
    Written {
        cell: Cell {
            inlines: runs::read(text, at.clone(), span),
            place: span.place(at),
        },
        columns: number("colspan"),
        rows: number("rowspan"),
    }
}
