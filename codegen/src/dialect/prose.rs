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

#[cfg(test)]
mod tests {
    use crate::dialect::testing::{fields_page, read};

    #[test]
    fn prose_ends_at_the_first_structural_heading() {
        let page = fields_page("~~A~~", &["`a` | *string* | yes | N/A"]).replace(
            "\n\n\n## Fields",
            "\n\n> :warning: **DEPRECATED**: Use B.\n\nFirst.\n\n## More\n\n| x | y |\n| - | - |\n| Field | z |\n\n## Fields",
        );
        let reading = read(&[("A.md", &page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let model = &reading.sources[0].models[0];
        let text =
            |text: &Option<crate::source::Located<String>>| text.as_ref().map(|t| t.value.clone());
        assert_eq!(model.name.value, "A");
        assert_eq!(text(&model.deprecated).as_deref(), Some("Use B."));
        assert_eq!(
            text(&model.description).as_deref(),
            Some("First.\n\n## More\n\n| x | y |\n| - | - |\n| Field | z |")
        );
    }

    #[test]
    fn a_struck_title_is_deprecated_without_a_note() {
        let page = fields_page("~~A~~", &[]);
        let reading = read(&[("A.md", &page)]);
        let model = &reading.sources[0].models[0];
        assert_eq!(
            model.deprecated.as_ref().map(|note| note.value.as_str()),
            Some("")
        );
        assert_eq!(model.description, None);
    }
}
