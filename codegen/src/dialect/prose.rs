//! The description of a model: the prose between its title and its first structural section.

use super::deprecation;
use crate::page::{Block, Page};
use crate::source::{Files, Located, Place};

const STRUCTURAL: [&str; 4] = ["Fields", "Values", "Supported Types", "Example Usage"];

/// What the prose says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Prose {
    /// The description, as markdown.
    pub description: Option<Located<String>>,
    /// The note of a deprecation notice; empty if it has none.
    pub deprecated: Option<Located<String>>,
}

/// Reads the prose of a page.
pub(super) fn read(files: &Files, page: &Page) -> Prose {
    let mut prose = Prose::default();
    let mut covered: Option<Place> = None;
    let mut cover = |place: Place| {
        let start = covered.map_or(place.start, |covered| covered.start);
        covered = Some(Place { start, ..place });
    };
    for block in &page.intro {
        if prose.deprecated.is_none()
            && let Block::Quote(place) = block
            && let Some(note) = notice(files.text(*place))
        {
            prose.deprecated = Some(Located::new(note, *place));
        } else if let Some(place) = place_of(block) {
            cover(place);
        }
    }
    for section in &page.sections {
        if section.level == 2 && STRUCTURAL.contains(&section.heading.text.as_str()) {
            break;
        }
        cover(section.heading.place);
        section
            .blocks
            .iter()
            .filter_map(place_of)
            .for_each(&mut cover);
    }
    prose.description = covered
        .map(|place| Located::new(files.text(place).trim().replace("\r\n", "\n"), place))
        .filter(|text| !text.value.is_empty() && text.value != "N/A");
    prose
}

fn notice(quote: &str) -> Option<String> {
    let lines = quote
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ']).trim_end());
    let text = lines.collect::<Vec<_>>().join(" ");
    deprecation::split(&text).map(|(note, _)| note)
}

fn place_of(block: &Block) -> Option<Place> {
    match block {
        Block::Prose(place) | Block::Quote(place) => Some(*place),
        Block::Code(code) => Some(code.place),
        Block::Table(table) => Some(table.place),
        Block::List(items) => {
            let (first, last) = (items.first()?.place, items.last()?.place);
            Some(Place {
                end: last.end,
                ..first
            })
        }
    }
}
