//! Pages of sites, printed a line a block.

mod damaged;
mod elements;
mod tables;
mod text;

use std::fmt::Write as _;

use super::*;
use crate::page::inline;
use crate::page::tree::{Block, Inline, Row, Table, Unread};
use crate::source::SourceFile;

struct Read {
    files: Files,
    page: Page,
}

fn read_as(path: &str, text: &str, site: &Site) -> Read {
    let mut files = Files::default();
    let id = files.add(SourceFile::new(path, text));
    let page = parse(&files, id, site);
    Read { files, page }
}

fn read(text: &str) -> Read {
    read_as("t.mdx", text, &Site::default())
}

impl Read {
    fn row(&self, row: &Row) -> String {
        let cells = row.cells.iter();
        let mut cells: Vec<_> = cells.map(|cell| self.files.text(cell.place)).collect();
        if let Some(place) = row.trailing {
            cells.push("+");
            cells.push(self.files.text(place));
        }
        cells.join(",")
    }

    fn table(&self, table: &Table) -> String {
        let rows = std::iter::once(&table.header).chain(&table.rows);
        let rows: Vec<_> = rows.map(|row| self.row(row)).collect();
        format!("table[{}]", rows.join("; "))
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Paragraph(paragraph) => format!("p[{}]", inline::plain(&paragraph.inlines)),
            Block::Element(element) => {
                let attributes = element.attributes.iter();
                let attributes = attributes.map(|it| format!(" {}={}", it.name, it.value));
                format!("<{}{}>", element.name, attributes.collect::<String>())
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => format!("code[{}]", code.text.trim_end()),
            Block::List(items) => {
                let item = |item: &crate::page::Item| {
                    format!(
                        "{}{}",
                        "-".repeat(item.depth as usize + 1),
                        inline::plain(&item.inlines)
                    )
                };
                format!(
                    "list[{}]",
                    items.iter().map(item).collect::<Vec<_>>().join(" ")
                )
            }
            Block::Prose(place) | Block::Quote(place) => {
                format!("prose[{}]", self.files.text(*place))
            }
        }
    }

    /// All of the page, a line a block.
    fn print(&self) -> String {
        let mut text = String::new();
        let blocks = |blocks: &[Block]| {
            let lines: Vec<_> = blocks.iter().map(|block| self.block(block)).collect();
            lines.join("\n")
        };
        if let Some(title) = &self.page.title {
            let _ = writeln!(text, "title {}", title.text);
        }
        let _ = writeln!(text, "{}", blocks(&self.page.intro));
        for section in &self.page.sections {
            let heading = format!(
                "{} {}",
                "#".repeat(section.level.into()),
                section.heading.text
            );
            let _ = writeln!(text, "{heading}\n{}", blocks(&section.blocks));
        }
        let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

#[track_caller]
fn gives(text: &str, expected: &[&str]) {
    assert_eq!(read(text).print(), expected.join("\n"), "{text}");
}

const TABLE: &str = "| A | B |\n|-|-|\n| x | y |\n";
