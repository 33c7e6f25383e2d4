//! From pulldown-cmark's events to a [`Page`].

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::{
    Block, Cell, Code, Heading, Item, Page, Row, Section, Table, front_matter, inline, rows,
};
use crate::source::{FileId, Files, Place};

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

/// Where the parsed text begins in its file.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub file: FileId,
    pub base: usize,
}

impl Span {
    pub fn place(self, range: Range<usize>) -> Place {
        Place::new(self.file, range.start + self.base..range.end + self.base)
    }
}

/// Reads a markdown file. Every text is a page; what makes no sense is prose.
#[must_use]
pub fn parse(files: &Files, id: FileId) -> Page {
    let text = files.get(id).text.as_str();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let span = Span {
        file: id,
        base: text.len() - body.len(),
    };
    let page = Page {
        file: id,
        title: None,
        intro: Vec::new(),
        sections: Vec::new(),
    };
    let joined = rows::rejoin(body);
    let events = Parser::new_ext(&joined, OPTIONS)
        .into_offset_iter()
        .peekable();
    Reader {
        text: &joined,
        span,
        events,
        page,
    }
    .read()
}

struct Reader<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> {
    text: &'a str,
    span: Span,
    events: Peekable<I>,
    page: Page,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Reader<'a, I> {
    fn read(mut self) -> Page {
        while let Some((event, range)) = self.events.next() {
            let block = match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let heading = self.heading(range);
                    self.open(level as u8, heading);
                    continue;
                }
                Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                    self.front_matter();
                    continue;
                }
                Event::Start(Tag::CodeBlock(kind)) => Block::Code(self.code(&kind, range)),
                Event::Start(Tag::Table(_)) => Block::Table(self.table(range)),
                Event::Start(Tag::List(_)) => Block::List(self.list()),
                Event::Start(Tag::BlockQuote(_)) => {
                    self.skip();
                    Block::Quote(self.trimmed(range))
                }
                Event::Start(_) => {
                    self.skip();
                    Block::Prose(self.trimmed(range))
                }
                _ => Block::Prose(self.trimmed(range)),
            };
            let blocks = match self.page.sections.last_mut() {
                Some(section) => &mut section.blocks,
                None => &mut self.page.intro,
            };
            blocks.push(block);
        }
        self.page
    }

    fn open(&mut self, level: u8, heading: Heading) {
        if level == 1 && self.page.title.is_none() {
            self.page.title = Some(heading);
        } else {
            self.page.sections.push(Section {
                level,
                heading,
                blocks: Vec::new(),
            });
        }
    }

    fn heading(&mut self, range: Range<usize>) -> Heading {
        let inlines = inline::read(&mut self.events, self.span);
        Heading {
            text: inline::plain(&inlines).trim().to_owned(),
            inlines,
            place: self.trimmed(range),
        }
    }

    fn front_matter(&mut self) {
        let content = self.content();
        let yaml = self.text.get(content.clone()).unwrap_or_default();
        if let Some((text, at)) = front_matter::title(yaml) {
            let start = content.start + at.start;
            let span = Span {
                base: self.span.base + start,
                ..self.span
            };
            let inlines = inline::parse(&text, span);
            let place = self.span.place(start..content.start + at.end);
            self.page.title = Some(Heading {
                text: inline::plain(&inlines).trim().to_owned(),
                inlines,
                place,
            });
        }
    }

    fn code(&mut self, kind: &CodeBlockKind, range: Range<usize>) -> Code {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let first_line = self.text.get(range.clone()).unwrap_or_default();
        let below_fence = first_line
            .find('\n')
            .map_or(range.end, |at| range.start + at + 1);
        let mut content = self.content();
        if content.is_empty() {
            content = below_fence..below_fence;
        }
        Code {
            language: info
                .split(|c: char| c.is_whitespace() || c == ',')
                .next()
                .unwrap_or_default()
                .to_lowercase(),
            text: self
                .text
                .get(content.clone())
                .unwrap_or_default()
                .to_owned(),
            place: self.span.place(content),
        }
    }

    fn table(&mut self, range: Range<usize>) -> Table {
        let mut header = None;
        let mut rows = Vec::new();
        while let Some((event, row)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => header = Some(self.row(row)),
                Event::Start(Tag::TableRow) => rows.push(self.row(row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let place = self.trimmed(range);
        let header = header.unwrap_or(Row {
            cells: Vec::new(),
            place,
        });
        Table {
            header,
            rows,
            place,
        }
    }

    fn row(&mut self, range: Range<usize>) -> Row {
        let mut cells = Vec::new();
        while let Some((event, cell)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(Cell {
                    inlines: inline::read(&mut self.events, self.span),
                    place: self.trimmed(cell),
                }),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => break,
                _ => {}
            }
        }
        Row {
            cells,
            place: self.trimmed(range),
        }
    }

    fn list(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(range)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn item(&mut self, range: Range<usize>) -> Item {
        let place = self.trimmed(range);
        if self
            .events
            .next_if(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)))
            .is_some()
        {
            let inlines = inline::read(&mut self.events, self.span);
            self.skip();
            return Item { inlines, place };
        }
        // The text of a tight item stands without a paragraph around it.
        let mut tight = Vec::new();
        while let Some(next) = self.events.next_if(|(event, _)| {
            !matches!(event, Event::End(TagEnd::Item) | Event::Start(Tag::List(_)))
        }) {
            tight.push(next);
        }
        self.skip();
        Item {
            inlines: inline::read(&mut tight.into_iter(), self.span),
            place,
        }
    }

    /// Skips what is left of the element that was opened last.
    fn skip(&mut self) {
        self.content();
    }

    /// Skips likewise, and says which text it covered.
    fn content(&mut self) -> Range<usize> {
        let mut content: Option<Range<usize>> = None;
        let mut depth = 0_usize;
        for (event, range) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {
                    let start = content.map_or(range.start, |content| content.start);
                    content = Some(start..range.end);
                }
            }
        }
        content.unwrap_or(0..0)
    }

    fn trimmed(&self, range: Range<usize>) -> Place {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        self.span.place(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Inline, Page};
    use super::*;
    use crate::source::SourceFile;

    fn read(text: &str) -> (Files, Page) {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("t.md", text));
        let page = parse(&files, id);
        (files, page)
    }

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
    fn splits_a_page_at_its_headings() {
        let (files, page) =
            read("# Room\n\nA room.\n\n> Old.\n\n## Fields\n\ntext\n\n### `x`\n\n- a\n- `b`\n");
        let title = page.title.unwrap();
        assert_eq!(
            (title.text.as_str(), files.text(title.place)),
            ("Room", "# Room")
        );
        let intro: Vec<_> = page.intro.iter().collect();
        assert!(
            matches!(intro[..], [Block::Prose(prose), Block::Quote(quote)]
            if files.text(*prose) == "A room." && files.text(*quote) == "> Old.")
        );
        let sections: Vec<_> = page
            .sections
            .iter()
            .map(|s| (s.level, s.heading.text.as_str()))
            .collect();
        assert_eq!(sections, [(2, "Fields"), (3, "x")]);
        let [Block::List(items)] = page.sections[1].blocks.as_slice() else {
            panic!("no list");
        };
        let items: Vec<_> = items
            .iter()
            .map(|item| inline::plain(&item.inlines))
            .collect();
        assert_eq!(items, ["a", "b"]);
    }

    #[test]
    fn reads_the_title_of_a_front_matter() {
        let (files, page) = read("---\ntitle: \"~~Room~~\"\n---\n\n## Fields\n");
        let title = page.title.unwrap();
        assert_eq!(title.text, "Room");
        assert_eq!(files.text(title.place), "~~Room~~");
        let [Inline::Strike(inner)] = title.inlines.as_slice() else {
            panic!("{:?}", title.inlines);
        };
        assert!(
            matches!(inner.as_slice(), [Inline::Text(_, place)] if files.text(*place) == "Room")
        );
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
            assert_eq!(files.text(code.place), code.text);
            let lines: Vec<_> = code.text.lines().collect();
            assert_eq!(lines, ["let a;", "", "let b;"]);
        }
    }

    #[test]
    fn deep_markup_is_flattened() {
        let (_, page) = read(&format!(
            "# {}a{}\n",
            "*".repeat(20_000),
            "*".repeat(20_000)
        ));
        assert!(page.title.unwrap().text.contains('a'));
        read(&"> ".repeat(20_000));
        read(&"- ".repeat(20_000));
        read(&"[".repeat(20_000));
    }
}
