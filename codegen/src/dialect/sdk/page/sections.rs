//! The sections of a page that have a heading of the generator.

use crate::page::{Block, Code, Heading, Inline, Page, Section, Table};
use crate::source::Files;

/// The section below a level-2 heading of that text.
pub(crate) fn section<'a>(page: &'a Page, name: &str) -> Option<&'a Section> {
    let mut sections = page.sections.iter();
    sections.find(|section| section.level == 2 && section.heading.text == name)
}

/// The heading of a whole value in code.
pub(crate) const USAGE: &str = "Example Usage";

/// The heading of the constants that tell the members of a union apart.
pub(crate) const TAGS: &str = "Union Discrimination";

/// Whether a block below `## Values` is the sentence that there are other values.
pub(crate) fn says_open(files: &Files, block: &Block) -> bool {
    match block {
        Block::Prose(place) | Block::Quote(place) => {
            files.text(*place).contains("This is an open enum.")
        }
        _ => false,
    }
}

/// The first code block below `## Example Usage`.
pub(crate) fn usage(page: &Page) -> Option<&Code> {
    let blocks = &section(page, USAGE)?.blocks;
    blocks.iter().find_map(|block| match block {
        Block::Code(code) => Some(&**code),
        _ => None,
    })
}

/// All code blocks of a page.
pub(crate) fn codes(page: &Page) -> impl Iterator<Item = &Code> {
    let below = page.sections.iter().flat_map(|section| &section.blocks);
    page.intro
        .iter()
        .chain(below)
        .filter_map(|block| match block {
            Block::Code(code) => Some(&**code),
            _ => None,
        })
}

/// The first table of a section.
pub(crate) fn first_table(section: &Section) -> Option<&Table> {
    section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(&**table),
        _ => None,
    })
}

/// Whether a heading is struck through: its model is deprecated.
pub(crate) fn is_struck(heading: &Heading) -> bool {
    let mut inlines = heading.inlines.iter();
    inlines.any(|inline| matches!(inline, Inline::Strike(_)))
}
