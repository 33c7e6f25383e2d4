//! The description of a model: the prose between its title and its first structural section.

use std::borrow::Cow;
use std::sync::Arc;

use super::kind::STRUCTURAL;
use super::sections::USAGE;
use crate::dialect::cells::deprecation;
use crate::page::{Block, Page};
use crate::source::{Files, Located, Place};

/// What the prose says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Prose {
    /// The description, as markdown.
    pub description: Option<Located<Arc<str>>>,
    /// The note of a deprecation notice; empty if it has none.
    pub deprecated: Option<Located<String>>,
}

/// Reads the prose of a page. Its notice stands first, last, or below headings of the description.
pub(crate) fn read(files: &Files, page: &Page) -> Prose {
    let mut covered: Option<Place> = None;
    let mut cover = |place: Place| {
        let start = covered.map_or(place.start, |covered| covered.start);
        covered = Some(Place { start, ..place });
    };
    let mut found = None;
    let mut read = |block: &Block| match block {
        Block::Quote(place) if found.is_none() => match notice(files.text(*place)) {
            Some(note) => found = Some(Located::new(note, *place)),
            None => cover(*place),
        },
        block => place_of(block).into_iter().for_each(&mut cover),
    };
    page.intro.iter().for_each(&mut read);
    for section in &page.sections {
        let name = section.heading.text.as_str();
        if section.level == 2 && (STRUCTURAL.contains(&name) || name == USAGE) {
            break;
        }
        read(&Block::Prose(section.heading.place));
        section.blocks.iter().for_each(&mut read);
    }
    let text = covered.map(|place| Located::new(without(files, place, found.as_ref()), place));
    Prose {
        description: text.filter(|text| !text.value.is_empty() && *text.value != *"N/A"),
        deprecated: found,
    }
}

/// The text of a place, but for the notice that may stand inside of it.
fn without(files: &Files, place: Place, notice: Option<&Located<String>>) -> Arc<str> {
    let inside =
        notice.filter(|notice| place.start < notice.place.start && notice.place.end < place.end);
    let mut text = Cow::Borrowed(files.text(place));
    if let Some(notice) = inside {
        let before = Place {
            end: notice.place.start,
            ..place
        };
        let below = Place {
            start: notice.place.end,
            ..place
        };
        let (before, below) = (files.text(before), files.text(below));
        text = format!("{}\n\n{}", before.trim_end(), below.trim_start()).into();
    }
    // Documents put together of several files leave a byte order mark here and there.
    if text.contains('\u{feff}') {
        text = text.replace('\u{feff}', "").into();
    }
    match text.trim() {
        text if text.contains("\r\n") => text.replace("\r\n", "\n").into(),
        text => text.into(),
    }
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
        Block::Paragraph(paragraph) => Some(paragraph.place),
        Block::Element(_) => None,
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
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn prose_ends_at_the_first_structural_heading() {
        let page = fields_page("~~A~~", &["`a` | *string* | yes | N/A"]).replace(
            "\n\n\n## Fields",
            "\n\n> :warning: **DEPRECATED**: Use B.\n\nFirst.\n\n## More\n\n| x | y |\n| - | - |\n| Field | z |\n\n## Fields",
        );
        let reading = read(&[("A.md", &page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let model = &reading.sources[0].models[0];
        let note = model.deprecated.as_ref().map(|note| note.value.as_str());
        let text = model.description.as_ref().map(|text| &*text.value);
        assert_eq!((model.name.value.as_str(), note), ("A", Some("Use B.")));
        assert_eq!(
            text,
            Some("First.\n\n## More\n\n| x | y |\n| - | - |\n| Field | z |")
        );
    }

    #[test]
    fn a_notice_may_stand_below_headings_and_amid_the_prose() {
        let page = |prose: &str| {
            let page = fields_page("~~A~~", &[]);
            page.replace("\n\n\n## Fields", &format!("\n\n{prose}\n\n\n## Fields"))
        };
        let notice = "> :warning: **DEPRECATED**: Use B.";
        for (prose, left) in [
            (
                format!("First.\n\n## More\n\n> Quoted.\n\n{notice}"),
                "First.\n\n## More\n\n> Quoted.",
            ),
            (
                format!("\u{feff}First.\n\n{notice}\n\nLast."),
                "First.\n\nLast.",
            ),
        ] {
            let reading = read(&[("A.md", &page(&prose))]);
            let model = &reading.sources[0].models[0];
            assert_eq!(model.deprecated.as_ref().unwrap().value, "Use B.");
            assert_eq!(&*model.description.as_ref().unwrap().value, left);
        }
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
