//! A page as a tree of sections, blocks and inline runs.

use super::compact::{Packed, Text};
use super::inline::bold;
use super::tag::{self, Attribute};
use crate::source::{FileId, Located, Place};

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
    /// The lines `key: value` of the front matter; `seo.title` is the key of one inside of `seo`.
    pub front_matter: Vec<(String, Located<String>)>,
    /// The definitions `[label]: target`, in page order.
    pub definitions: Vec<Definition>,
    /// What was met and could not be read; [`super::parse`] notes nothing.
    pub unread: Vec<Unread>,
}

impl Page {
    /// A page of which nothing is read.
    #[must_use]
    pub fn empty(file: FileId) -> Self {
        Self {
            file,
            title: None,
            intro: Vec::new(),
            sections: Vec::new(),
            front_matter: Vec::new(),
            definitions: Vec::new(),
            unread: Vec::new(),
        }
    }
}

/// A definition that links such as `[label]` and `[text][label]` use.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The label, in lower case and with single blanks.
    pub label: String,
    /// The target, as it stands.
    pub target: String,
    /// The definition.
    pub place: Place,
}

/// A part of a page that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// The start of an HTML table that does not end, or ends below a heading.
    OpenTable(Place),
    /// An HTML table whose spans make it far larger than it is written.
    HugeTable(Place),
    /// A fence that does not end: all below it is code.
    OpenFence(Place),
    /// The start of a comment that does not end.
    OpenComment(Place),
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
    pub inlines: Inlines,
    /// The whole line.
    pub place: Place,
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph, quote, rule or HTML block; its markdown is the text of its place.
    Prose(Place),
    /// A paragraph with its inline runs, from [`super::parse_site`] only.
    Paragraph(Paragraph),
    /// A component or HTML element around or between other blocks, from [`super::parse_site`] only.
    Element(Box<Element>),
    /// A block quote; its markdown is the text of its place.
    Quote(Place),
    /// A fenced or indented code block.
    Code(Box<Code>),
    /// A table.
    Table(Box<Table>),
    /// A bullet or numbered list, one entry an item.
    List(Vec<Item>),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Its inline runs.
    pub inlines: Inlines,
    /// The whole paragraph.
    pub place: Place,
}

impl Paragraph {
    /// The text of a paragraph that is bold as a whole: see [`super::bold`].
    #[must_use]
    pub fn bold(&self) -> Option<String> {
        bold(&self.inlines)
    }
}

/// A component or HTML element. What stands inside of it are the blocks that follow, as far as
/// [`Element::covers`] reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Its name as spelt, `Accordion`; `blockquote` for a quote, and empty for attributes that
    /// stand alone, as `{ #x }`: they are of the block or heading before them.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// The tag.
    pub place: Place,
    /// From the tag to the end of the closing tag; the tag alone if it has none.
    pub covers: Place,
}

impl Element {
    /// The value of an attribute, its name without case.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        tag::value(&self.attributes, name)
    }
}

/// A code block.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The first word after the fence, lower case; empty if there is none.
    pub language: String,
    /// The content without fences.
    pub text: Text,
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
    /// Whether the first row is written as a header; in HTML it may be a row like others.
    pub has_header: bool,
    /// The whole table.
    pub place: Place,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, as many as the header has: those that are missing are empty and at the end.
    pub cells: Box<[Cell]>,
    /// How many of them are written; spans of HTML count.
    pub written: u32,
    /// What stands behind the last column: the `^` of `| a | b |^`, or cells too many.
    pub trailing: Option<Place>,
    /// The whole row.
    pub place: Place,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its inline runs.
    pub inlines: Inlines,
    /// Its content without the padding; its markdown is the text of this place.
    pub place: Place,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The inline runs of its first paragraph.
    pub inlines: Inlines,
    /// How many items it stands in; 0 always from [`super::parse`], which leaves inner lists out.
    pub depth: u32,
    /// The item.
    pub place: Place,
}

/// The runs of a heading, cell, item or paragraph, or inside of another run.
pub type Inlines = Packed<Inline>;

/// A run of text inside a heading, cell or item.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text, escapes and entities resolved.
    Text(Text, Place),
    /// A code span.
    Code(Text, Place),
    /// `*text*` or `_text_`.
    Emphasis(Inlines),
    /// `**text**`.
    Strong(Inlines),
    /// `~~text~~`.
    Strike(Inlines),
    /// A link.
    Link(Box<LinkRun>),
    /// An inline tag such as `<br/>`; also what only looks like one, as in `Stream<Bytes>`.
    Html(Text, Place),
    /// A line break.
    Break(Place),
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkRun {
    /// The target, as it stands.
    pub target: Text,
    /// The link's text.
    pub text: Inlines,
    /// The whole link.
    pub place: Place,
}
