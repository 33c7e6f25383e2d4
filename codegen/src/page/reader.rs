//! From pulldown-cmark's events to a [`Page`].

use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Tag};

use super::events::{Events, Span};
use super::tree::{Block, Heading, Page, Section};
use super::{blocks, broken_rows, front_matter, inline};
use crate::source::{FileId, Files, Located};

/// Reads a markdown file. Every text is a page; unrecognized parts are prose.
#[must_use]
pub fn parse(files: &Files, id: FileId) -> Page {
    let (body, span) = Span::of(files, id);
    let joined = broken_rows::rejoin(body);
    of_events(Events::new(&joined, span), id)
}

pub(super) fn of_events(events: Events<'_>, id: FileId) -> Page {
    let page = Page::empty(id);
    Reader { events, page }.read()
}

struct Reader<'a> {
    events: Events<'a>,
    page: Page,
}

impl Reader<'_> {
    fn read(mut self) -> Page {
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let end = range.end;
                    let heading = heading(&mut self.events, range);
                    open(&mut self.page, level as u8, heading);
                    current(&mut self.page).reserve_exact(self.events.blocks_below(end));
                }
                Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                    front_matter(&mut self.events, &mut self.page);
                }
                event => {
                    let block = blocks::read(&mut self.events, event, range);
                    current(&mut self.page).push(block);
                }
            }
        }
        self.page.definitions = self.events.definitions;
        self.page
    }
}

/// The blocks below the last heading.
pub(super) fn current(page: &mut Page) -> &mut Vec<Block> {
    match page.sections.last_mut() {
        Some(section) => &mut section.blocks,
        None => &mut page.intro,
    }
}

/// Opens what stands below a heading.
pub(super) fn open(page: &mut Page, level: u8, heading: Heading) {
    if level == 1 && page.title.is_none() {
        page.title = Some(heading);
    } else {
        page.sections.push(Section {
            level,
            heading,
            blocks: Vec::new(),
        });
    }
}

pub(super) fn heading(events: &mut Events<'_>, range: Range<usize>) -> Heading {
    let inlines = events.inlines();
    Heading {
        text: inline::plain(&inlines).trim().to_owned(),
        inlines,
        place: events.trimmed(range),
    }
}

pub(super) fn front_matter(events: &mut Events<'_>, page: &mut Page) {
    let content = events.finish();
    let yaml = events.text(&content);
    let span = events.span;
    if let Some((text, at)) = front_matter::title(yaml) {
        let start = content.start + at.start;
        let below = Span {
            base: span.base + start,
            ..span
        };
        let inlines = inline::parse(&text, below);
        page.title = Some(Heading {
            text: inline::plain(&inlines).trim().to_owned(),
            inlines,
            place: span.place(start..content.start + at.end),
        });
    }
    for (key, text, at) in front_matter::pairs(yaml) {
        let place = span.place(content.start + at.start..content.start + at.end);
        page.front_matter.push((key, Located::new(text, place)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::super::tree::Inline;
    use super::*;

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
