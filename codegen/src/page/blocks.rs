//! The blocks below a heading: code, tables, lists, prose.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::events::Events;
use super::inline;
use super::tree::{Block, Cell, Code, Item, Row, Table};
use crate::source::Place;

/// Reads the block that an event starts.
pub(super) fn read(events: &mut Events<'_>, event: Event<'_>, range: Range<usize>) -> Block {
    match event {
        Event::Start(Tag::CodeBlock(kind)) => Block::Code(Box::new(code(events, &kind, range))),
        Event::Start(Tag::Table(_)) => Block::Table(Box::new(table(events, range))),
        Event::Start(Tag::List(_)) => Block::List(list(events, &range)),
        Event::Start(Tag::BlockQuote(_)) => {
            events.finish();
            Block::Quote(events.trimmed(range))
        }
        Event::Start(_) => {
            events.finish();
            Block::Prose(events.trimmed(range))
        }
        _ => Block::Prose(events.trimmed(range)),
    }
}

pub(super) fn code(events: &mut Events<'_>, kind: &CodeBlockKind, range: Range<usize>) -> Code {
    let info = match kind {
        CodeBlockKind::Fenced(info) => info.as_ref(),
        CodeBlockKind::Indented => "",
    };
    let first_line = events.text(&range);
    let below_fence = first_line
        .find('\n')
        .map_or(range.end, |at| range.start + at + 1);
    let mut content = events.finish();
    if content.is_empty() {
        content = below_fence..below_fence;
    }
    Code {
        language: info
            .split(|c: char| c.is_whitespace() || c == ',')
            .next()
            .unwrap_or_default()
            .to_lowercase(),
        text: events.span.words(events.text(&content).into(), &content),
        place: events.span.place(content),
    }
}

pub(super) fn table(events: &mut Events<'_>, whole: Range<usize>) -> Table {
    let mut header = None;
    let mut rows = Vec::with_capacity(events.lines(&whole).saturating_sub(2));
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::TableHead) => header = Some(row(events, range)),
            Event::Start(Tag::TableRow) => rows.push(row(events, range)),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    rows.shrink_to_fit();
    let place = events.trimmed(whole);
    let header = header.unwrap_or(Row {
        cells: Box::default(),
        written: 0,
        trailing: None,
        place,
    });
    Table {
        header,
        rows,
        has_header: true,
        place,
    }
}

fn row(events: &mut Events<'_>, range: Range<usize>) -> Row {
    let mut cells = Vec::new();
    let (mut written, mut end) = (0_u32, range.end);
    while let Some((event, cell)) = events.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                // Cells that the row lacks stand behind its last byte.
                written += u32::from(cell.start < range.end);
                end = cell.end;
                cells.push(Cell {
                    inlines: events.inlines(),
                    place: events.trimmed(cell),
                });
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => break,
            _ => {}
        }
    }
    Row {
        cells: cells.into(),
        written,
        trailing: trailing(events, end..range.end),
        place: events.trimmed(range),
    }
}

/// What stands behind the bar of the last column.
fn trailing(events: &Events<'_>, behind: Range<usize>) -> Option<Place> {
    let text = events.text(&behind);
    let rest = text.strip_prefix('|')?.trim_end();
    let kept = rest.strip_suffix('|').unwrap_or(rest);
    let start = behind.start + 1;
    let place = events.trimmed(start..start + kept.len());
    (place.start < place.end).then_some(place)
}

fn list(events: &mut Events<'_>, whole: &Range<usize>) -> Vec<Item> {
    let mut items = Vec::with_capacity(events.lines(whole));
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::Item) => items.push(item(events, range)),
            Event::End(TagEnd::List(_)) => break,
            _ => {}
        }
    }
    items.shrink_to_fit();
    items
}

fn item(events: &mut Events<'_>, range: Range<usize>) -> Item {
    let place = events.trimmed(range);
    if events
        .next_if(|event| matches!(event, Event::Start(Tag::Paragraph)))
        .is_some()
    {
        let inlines = events.inlines();
        events.finish();
        return Item {
            inlines,
            depth: 0,
            place,
        };
    }
    // The text of a tight item stands without a paragraph around it.
    let mut tight = Vec::new();
    while let Some(next) = events
        .next_if(|event| !matches!(event, Event::End(TagEnd::Item) | Event::Start(Tag::List(_))))
    {
        tight.push(next);
    }
    events.finish();
    Item {
        inlines: inline::read(&mut tight.into_iter(), events.span),
        depth: 0,
        place,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::super::tree::Inline;
    use super::*;

    /// The cells of a page's first table, header first, as they stand in the file.
    fn cells(text: &str) -> Vec<Vec<String>> {
        let (files, page) = read(text);
        let below = page.sections.iter().flat_map(|section| &section.blocks);
        let mut tables = page
            .intro
            .iter()
            .chain(below)
            .filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
        let table = tables.next().unwrap();
        let row = |row: &Row| {
            let cells = row.cells.iter();
            cells
                .map(|cell| files.text(cell.place).to_owned())
                .collect()
        };
        std::iter::once(&table.header)
            .chain(&table.rows)
            .map(row)
            .collect()
    }

    #[test]
    fn cells_are_cut_without_padding() {
        assert_eq!(
            cells("| A    | B |\n| ---- | - |\n| `a\\|b` | x \\| y |\n| c"),
            [["A", "B"], ["`a\\|b`", "x \\| y"], ["c", ""]]
        );
        assert_eq!(
            cells("\u{feff}| A | B |\r\n| - | - |\r\n| c | one\r\n<br/>two |\r\n"),
            [["A", "B"], ["c", "one\r\n<br/>two"]]
        );
    }

    #[test]
    fn keeps_what_only_looks_like_a_tag() {
        let (_, page) = read("| A |\n| - |\n| Stream<Uint8Array> |\n");
        let [Block::Table(table)] = page.intro.as_slice() else {
            panic!("no table");
        };
        let inlines = &table.rows[0].cells[0].inlines;
        assert!(
            matches!(inlines.as_slice(), [Inline::Text(a, _), Inline::Html(b, _)]
            if a == "Stream" && b == "<Uint8Array>")
        );
    }

    #[test]
    fn code_is_the_text_of_its_place() {
        for text in [
            "```TypeScript x\nlet a;\n\nlet b;\n```\n",
            "```typescript\r\nlet a;\r\n\r\nlet b;\r\n```",
        ] {
            let (files, page) = read(text);
            let [Block::Code(code)] = page.intro.as_slice() else {
                panic!("no code in {text}");
            };
            assert_eq!(code.language, "typescript");
            assert_eq!(code.text, files.text(code.place));
            let lines: Vec<_> = code.text.lines().collect();
            assert_eq!(lines, ["let a;", "", "let b;"]);
        }
    }
}
