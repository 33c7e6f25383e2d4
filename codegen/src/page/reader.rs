//! From pulldown-cmark's events to a [`Page`].

use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Tag};

use super::events::{Events, Span};
use super::{Heading, Page, Section, blocks, broken_rows, front_matter, inline};
use crate::source::{FileId, Files};

/// Reads a markdown file. Every text is a page; unrecognized parts are prose.
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
    let joined = broken_rows::rejoin(body);
    let events = Events::new(&joined, span);
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
                    let heading = self.heading(range);
                    self.open(level as u8, heading);
                }
                Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                    self.front_matter();
                }
                event => {
                    let block = blocks::read(&mut self.events, event, range);
                    let blocks = match self.page.sections.last_mut() {
                        Some(section) => &mut section.blocks,
                        None => &mut self.page.intro,
                    };
                    blocks.push(block);
                }
            }
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
        let inlines = self.events.inlines();
        Heading {
            text: inline::plain(&inlines).trim().to_owned(),
            inlines,
            place: self.events.trimmed(range),
        }
    }

    fn front_matter(&mut self) {
        let content = self.events.finish();
        let yaml = self.events.text(&content);
        if let Some((text, at)) = front_matter::title(yaml) {
            let start = content.start + at.start;
            let span = self.events.span;
            let below = Span {
                base: span.base + start,
                ..span
            };
            let inlines = inline::parse(&text, below);
            self.page.title = Some(Heading {
                text: inline::plain(&inlines).trim().to_owned(),
                inlines,
                place: span.place(start..content.start + at.end),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::super::{Block, Inline};
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
