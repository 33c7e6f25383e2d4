//! A markdown page as a small tree that keeps byte places.
//!
//! Nothing here knows about SDKs: a page is a title, prose, sections, tables,
//! code blocks and lists.

pub(crate) mod blocks;
pub(crate) mod broken_rows;
pub(crate) mod events;
pub(crate) mod front_matter;
pub(crate) mod inline;
pub(crate) mod outline;
pub(crate) mod reader;

#[cfg(test)]
pub(crate) mod testing;

pub use reader::parse;

use crate::source::{FileId, Place};

/// A page and its path below the API's folder, `/` between the parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PageFile {
    /// The path.
    pub path: String,
    /// The page.
    pub page: Page,
}

/// One markdown file.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The file it was read from.
    pub file: FileId,
    /// The first level-1 heading, or `title:` of the front matter.
    pub title: Option<Heading>,
    /// What stands before the first section.
    pub intro: Vec<Block>,
    /// One entry for each further heading, in page order, whatever its level.
    pub sections: Vec<Section>,
}

/// A heading below the title, and what follows it up to the next heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading's level, 1 to 6.
    pub level: u8,
    /// The heading itself.
    pub heading: Heading,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// The text of a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Plain text, markup removed.
    pub text: String,
    /// Its inline runs.
    pub inlines: Vec<Inline>,
    /// The whole line.
    pub place: Place,
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph, quote, rule or HTML block; its markdown is the text of its place.
    Prose(Place),
    /// A block quote; its markdown is the text of its place.
    Quote(Place),
    /// A fenced or indented code block.
    Code(Code),
    /// A table.
    Table(Table),
    /// A bullet or numbered list, one entry an item.
    List(Vec<Item>),
}

/// A code block.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The first word after the fence, lower case; empty if there is none.
    pub language: String,
    /// The content without fences.
    pub text: String,
    /// The content's place: byte 0 of `text` is its start.
    pub place: Place,
}

/// A table with its header.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The header row.
    pub header: Row,
    /// The other rows.
    pub rows: Vec<Row>,
    /// The whole table.
    pub place: Place,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, as many as the header has.
    pub cells: Vec<Cell>,
    /// The whole row.
    pub place: Place,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its inline runs.
    pub inlines: Vec<Inline>,
    /// Its content without the padding; its markdown is the text of this place.
    pub place: Place,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The inline runs of its first paragraph.
    pub inlines: Vec<Inline>,
    /// The item.
    pub place: Place,
}

/// A run of text inside a heading, cell or item.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text, escapes and entities resolved.
    Text(String, Place),
    /// A code span.
    Code(String, Place),
    /// `*text*` or `_text_`.
    Emphasis(Vec<Inline>),
    /// `**text**`.
    Strong(Vec<Inline>),
    /// `~~text~~`.
    Strike(Vec<Inline>),
    /// A link.
    Link {
        /// The target, as it stands.
        target: String,
        /// The link's text.
        text: Vec<Inline>,
        /// The whole link.
        place: Place,
    },
    /// An inline tag such as `<br/>`; also what only looks like one, as in `Stream<Bytes>`.
    Html(String, Place),
    /// A line break.
    Break(Place),
}
