//! A markdown page as a small tree that keeps byte places.
//!
//! Nothing here knows about SDKs: a page is a title, prose, sections, tables,
//! code blocks and lists. [`parse`] reads markdown as CommonMark has it, [`parse_site`] as sites of
//! docs do: with components, HTML and attributes.

pub(crate) mod anchors;
pub(crate) mod blocks;
pub(crate) mod broken_rows;
pub(crate) mod compact;
pub(crate) mod events;
pub(crate) mod extent;
pub(crate) mod front_matter;
pub(crate) mod inline;
pub(crate) mod link;
pub(crate) mod outline;
pub(crate) mod pieces;
pub(crate) mod reader;
pub(crate) mod site;
pub(crate) mod slug;
pub(crate) mod tag;
pub(crate) mod tree;

#[cfg(test)]
pub(crate) mod testing;

pub use anchors::{Anchors, Target};
pub use compact::{Packed, Text};
pub use extent::too_much;
pub use inline::{bold, lines, plain};
pub use link::Link;
pub use reader::parse;
pub use site::{Site, parse as parse_site};
pub use tag::Attribute;
pub use tree::{
    Block, Cell, Code, Definition, Element, Heading, Inline, Inlines, Item, LinkRun, Page,
    PageFile, Paragraph, Row, Section, Table, Unread,
};
