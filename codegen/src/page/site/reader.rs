//! From events and marks to a page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Tag as Start, TagEnd};

use super::Site;
use super::lookups::INLINE;
use super::prepare::{Mark, Prepared, What};
use super::runs::{self, Source};
use crate::page::compact::Text;
use crate::page::events::{Events, Span};
use crate::page::reader::{current, front_matter, heading, open};
use crate::page::tag::{self, Kind, Tag};
use crate::page::tree::{Block, Code, Element, Heading, Inline, Item, Page, Paragraph, Table};
use crate::page::{blocks, inline};

/// Reads a page from which marks were taken; `original` has them still.
pub(super) fn read(original: &str, prepared: Prepared<'_>, span: Span<'_>, site: &Site) -> Page {
    let Prepared {
        text,
        marks,
        letters,
        unread,
    } = prepared;
    let offered = |label: &str| site.definitions.get(label).map(String::as_str);
    let mut page = Page::empty(span.file);
    page.unread = unread;
    let reader = Reader {
        source: Source {
            text: original,
            base: span.base,
        },
        events: Events::with_definitions(&text, span, offered),
        marks: marks.into(),
        letters,
        page,
        items: 0,
        lines: 0,
    };
    reader.read()
}

struct Reader<'a> {
    source: Source<'a>,
    events: Events<'a>,
    marks: VecDeque<Mark>,
    letters: BTreeMap<usize, usize>,
    page: Page,
    /// How many items of lists are open.
    items: usize,
    /// How many items the list may have that has just been opened.
    lines: usize,
}

impl Reader<'_> {
    fn read(mut self) -> Page {
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Start::Heading { level, .. }) => self.heading(level as u8, range),
                Event::Start(Start::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                    front_matter(&mut self.events, &mut self.page);
                }
                Event::Start(Start::Item) => self.item(range),
                Event::End(TagEnd::Item) => self.items = self.items.saturating_sub(1),
                Event::Start(Start::BlockQuote(_)) => self.quote(range),
                Event::Start(Start::List(_)) => {
                    if self.items == 0 {
                        self.lines = self.events.lines(&range);
                    }
                }
                Event::End(_) => {}
                event => {
                    self.flush(range.start);
                    let block = self.block(event, range);
                    current(&mut self.page).push(block);
                }
            }
        }
        self.flush(usize::MAX);
        self.page.definitions = self.events.definitions;
        self.page
    }

    fn block(&mut self, event: Event<'_>, range: Range<usize>) -> Block {
        match event {
            Event::Start(Start::Paragraph) => Block::Paragraph(Paragraph {
                inlines: runs::fold(self.events.inlines_of(&range), self.source),
                place: self.events.trimmed(range),
            }),
            Event::Start(Start::CodeBlock(kind)) => {
                let code = blocks::code(&mut self.events, &kind, range);
                Block::Code(Box::new(self.as_written(code)))
            }
            Event::Start(Start::Table(_)) => {
                let start = range.start;
                let mut table = blocks::table(&mut self.events, range);
                if let Some(&letter) = self.letters.get(&start) {
                    self.give_back(&mut table, letter..start);
                }
                Block::Table(Box::new(folded(table, self.source)))
            }
            event => blocks::read(&mut self.events, event, range),
        }
    }

    /// Gives a header its first letter back.
    fn give_back(&self, table: &mut Table, letter: Range<usize>) {
        let text = self.source.text.get(letter.clone()).unwrap_or_default();
        let place = self.events.span.place(letter);
        table.place.start = place.start;
        table.header.place.start = place.start;
        let Some(cell) = table.header.cells.first_mut() else {
            return;
        };
        // A cell of one letter is empty now, and may stand behind blanks.
        if cell.place.start >= cell.place.end {
            cell.place = place;
        }
        cell.place.start = place.start;
        match cell.inlines.first_mut() {
            Some(Inline::Text(rest, at)) => {
                *rest = format!("{text}{}", rest.as_str()).into();
                at.start = place.start;
            }
            _ => {
                let mut runs = std::mem::take(&mut cell.inlines).into_vec();
                runs.insert(0, Inline::Text(text.into(), place));
                cell.inlines = runs.into();
            }
        }
    }

    /// Code with its own indentation, which inside of elements stands elsewhere in the text.
    fn as_written(&self, mut code: Code) -> Code {
        let base = self.events.span.base;
        let start = (code.place.start as usize).saturating_sub(base);
        let end = (code.place.end as usize).saturating_sub(base);
        let text = self.source.text.get(start..end).unwrap_or_default();
        let kept = text.trim_end_matches([' ', '\t']);
        code.place = self.events.span.place(start..start + kept.len());
        let words = self.events.span.part(kept, start);
        code.text = words.unwrap_or_else(|| kept.into());
        code
    }

    /// Puts the marks before a byte between the blocks.
    fn flush(&mut self, before: usize) {
        while self.marks.front().is_some_and(|mark| mark.at < before)
            && let Some(mark) = self.marks.pop_front()
        {
            let block = match mark.what {
                What::Element(element) => Block::Element(Box::new(element)),
                What::Table(table) => Block::Table(Box::new(table)),
                // A heading that markdown did not read.
                What::Heading(_, element) => Block::Element(Box::new(element)),
            };
            current(&mut self.page).push(block);
        }
    }

    fn heading(&mut self, level: u8, range: Range<usize>) {
        let is_this = |mark: &Mark| match &mark.what {
            What::Heading(_, element) => {
                let end = element.covers.end - element.covers.start;
                (mark.at..mark.at + end as usize).contains(&range.start)
            }
            _ => false,
        };
        let before = self.marks.iter().take_while(|mark| mark.at < range.start);
        let before = before.count();
        let written = match before.checked_sub(1) {
            Some(last) if is_this(&self.marks[last]) => self.marks.remove(last),
            _ => None,
        };
        self.flush(range.start);
        let blocks = self.events.blocks_below(range.end);
        let mut heading = heading(&mut self.events, range);
        heading.inlines = runs::fold(std::mem::take(&mut heading.inlines), self.source);
        for run in heading.inlines.iter_mut() {
            if let Inline::Text(text, _) = run {
                self.fill_in(text);
            }
        }
        let mut runs = without_tags(&heading);
        if runs.iter().any(|run| !self.is_image(run)) {
            runs.retain(|run| !self.is_image(run));
        }
        heading.text = inline::plain(&runs).trim().to_owned();
        match written.map(|mark| mark.what) {
            Some(What::Heading(level, element)) => {
                heading.place = element.covers;
                open(&mut self.page, level, heading);
                current(&mut self.page).push(Block::Element(Box::new(element)));
            }
            _ => open(&mut self.page, level, heading),
        }
        current(&mut self.page).reserve_exact(blocks);
    }

    /// Whether a run is a picture, as badges behind headings are.
    fn is_image(&self, run: &Inline) -> bool {
        match run {
            Inline::Link(link) => {
                let at = link.place.start..link.place.end;
                self.source.get(at).starts_with("![")
            }
            _ => false,
        }
    }

    /// Puts values of the front matter in the place of `{% $frontmatter.seo.title %}`. A title that
    /// it does not have is that of the page, as sites fill it in.
    fn fill_in(&self, text: &mut Text) {
        let Some((before, rest)) = text.split_once("{% $frontmatter.") else {
            return;
        };
        let Some((key, behind)) = rest.split_once("%}") else {
            return;
        };
        let key = key.trim();
        let mut pairs = self.page.front_matter.iter();
        let written = pairs.find(|(known, _)| known == key);
        let title = self.page.title.as_ref();
        let title = title.filter(|_| key == "title" || key.ends_with(".title"));
        let value = written.map(|(_, value)| value.value.as_str());
        if let Some(value) = value.or(title.map(|title| title.text.as_str())) {
            *text = format!("{before}{value}{behind}").into();
        }
    }

    fn quote(&mut self, range: Range<usize>) {
        self.flush(range.start);
        let place = self.events.trimmed(range);
        current(&mut self.page).push(Block::Element(Box::new(Element {
            name: "blockquote".to_owned(),
            attributes: Vec::new(),
            place,
            covers: place,
        })));
    }

    fn item(&mut self, range: Range<usize>) {
        self.flush(range.start);
        let place = self.events.trimmed(range);
        let is_paragraph = |event: &Event<'_>| matches!(event, Event::Start(Start::Paragraph));
        let inlines = if self.events.next_if(is_paragraph).is_some() {
            self.events.inlines()
        } else {
            // The text of a tight item stands without a paragraph around it.
            let mut tight = Vec::new();
            while let Some(next) = self.events.next_if(is_inline) {
                tight.push(next);
            }
            inline::read(&mut tight.into_iter(), self.events.span)
        };
        let item = Item {
            inlines: runs::fold(inlines, self.source),
            depth: u32::try_from(self.items).unwrap_or(u32::MAX),
            place,
        };
        self.items += 1;
        let blocks = current(&mut self.page);
        match blocks.last_mut() {
            Some(Block::List(items)) => items.push(item),
            _ => {
                let mut items = Vec::with_capacity(std::mem::take(&mut self.lines));
                items.push(item);
                blocks.push(Block::List(items));
            }
        }
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Start::Emphasis
                | Start::Strong
                | Start::Strikethrough
                | Start::Link { .. }
                | Start::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// The runs of a heading without its tags; what only looks like one, as in `Stream<Bytes>`, stays.
fn without_tags(heading: &Heading) -> Vec<Inline> {
    let tag = |run: &Inline| match run {
        Inline::Html(text, _) => tag::scan(text, 0),
        _ => None,
    };
    let tags: Vec<_> = heading.inlines.iter().filter_map(tag).collect();
    let closed: BTreeSet<_> = tags
        .iter()
        .filter(|tag| tag.kind == Kind::Closes)
        .map(|tag| tag.name.as_str())
        .collect();
    let is_tag = |tag: &Tag| {
        let name = tag.name.to_ascii_lowercase();
        tag.kind != Kind::Opens
            || !tag.attributes.is_empty()
            || INLINE.contains(&name.as_str())
            || closed.contains(tag.name.as_str())
    };
    let runs = heading.inlines.iter();
    runs.filter(|run| !tag(run).is_some_and(|tag| is_tag(&tag)))
        .cloned()
        .collect()
}

fn folded(mut table: Table, source: Source<'_>) -> Table {
    let rows = std::iter::once(&mut table.header).chain(&mut table.rows);
    for cell in rows.flat_map(|row| row.cells.iter_mut()) {
        cell.inlines = runs::fold(std::mem::take(&mut cell.inlines), source);
    }
    table
}
