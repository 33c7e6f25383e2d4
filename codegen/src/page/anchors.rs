//! All names by which links mean a part of a page.

use std::collections::BTreeMap;

use super::link::decode;
use super::slug;
use super::tag::{self, Kind};
use super::tree::{Block, Element, Inline, Page, Row};

/// What a link lands on. Sections are indices into [`Page::sections`]; without one it is the title
/// and the text below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A heading.
    Section(Option<usize>),
    /// A table.
    Table {
        /// The section that it stands in.
        section: Option<usize>,
        /// Its index among the blocks of the section.
        block: usize,
    },
    /// A row of a table.
    Row {
        /// The section that the table stands in.
        section: Option<usize>,
        /// The table's index among the blocks of the section.
        block: usize,
        /// The row's index.
        row: usize,
    },
}

/// The anchors of a page.
///
/// An anchor that the page writes down wins over one that sites make of a heading's text, and the
/// first of a page over later ones.
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    named: BTreeMap<String, Target>,
}

/// Longer anchors are not joined with others.
const LONGEST: usize = 200;

impl Anchors {
    /// Collects the anchors of a page.
    #[must_use]
    pub fn new(page: &Page) -> Self {
        let mut anchors = Self::default();
        Explicit {
            anchors: &mut anchors,
            waiting: Vec::new(),
        }
        .page(page);
        let headings = headings(page);
        for make in [slug::drop_punctuation, slug::keep_all] {
            anchors.number(&headings, make);
        }
        for make in [slug::drop_punctuation, slug::keep_all] {
            for heading in &headings {
                if let Some(parent) = heading.parent.map(|parent| &headings[parent]) {
                    let joined = format!("{}-{}", make(&parent.text), make(&heading.text));
                    if joined.len() <= 2 * LONGEST {
                        anchors.add(&joined, heading.target);
                    }
                }
            }
        }
        for heading in &headings {
            let slug = slug::drop_punctuation(&heading.text);
            anchors.add(&slug::squeeze(&slug), heading.target);
            anchors.add(&slug::drop_hyphens(&heading.text), heading.target);
        }
        anchors
    }

    /// What an anchor means, its case and percent escapes aside.
    #[must_use]
    pub fn find(&self, anchor: &str) -> Option<Target> {
        let anchor = fold(&decode(anchor));
        let found = self.named.get(&anchor);
        let found = found.or_else(|| self.named.get(&slug::squeeze(&anchor)));
        found.copied()
    }

    /// Adds the slugs of headings; equal ones are numbered from the second, `room-1`.
    fn number(&mut self, headings: &[Titled], make: fn(&str) -> String) {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for heading in headings {
            let slug = make(&heading.text);
            let before = count.entry(slug.clone()).or_default();
            if *before == 0 {
                self.add(&slug, heading.target);
            } else {
                self.add(&format!("{slug}-{before}"), heading.target);
                self.add(&format!("{slug}_{before}"), heading.target);
            }
            *before += 1;
        }
    }

    fn add(&mut self, anchor: &str, target: Target) {
        if !anchor.is_empty() {
            self.named.entry(fold(anchor)).or_insert(target);
        }
    }
}

fn fold(anchor: &str) -> String {
    anchor.to_lowercase()
}

/// A heading, and the nearest one above it of a lower level.
struct Titled {
    text: String,
    parent: Option<usize>,
    target: Target,
}

fn headings(page: &Page) -> Vec<Titled> {
    let mut headings: Vec<Titled> = Vec::new();
    // The headings that are open, by level.
    let mut open: Vec<(u8, usize)> = Vec::new();
    let title = page.title.iter().map(|title| (1, title, None));
    let sections = page.sections.iter().enumerate();
    let sections = sections.map(|(at, section)| (section.level, &section.heading, Some(at)));
    for (level, heading, section) in title.chain(sections) {
        while open.pop_if(|(above, _)| *above >= level).is_some() {}
        let parent = open.last().map(|(_, at)| *at);
        open.push((level, headings.len()));
        headings.push(Titled {
            text: super::outline::runs(&heading.inlines)
                .concat()
                .trim()
                .to_owned(),
            parent,
            target: Target::Section(section),
        });
    }
    headings
}

/// Walks over a page for anchors that it writes down.
struct Explicit<'a> {
    anchors: &'a mut Anchors,
    /// Those that stand before what they mean, and whether that can be a heading only.
    waiting: Vec<(String, bool)>,
}

impl Explicit<'_> {
    fn page(&mut self, page: &Page) {
        if let Some(title) = &page.title {
            self.runs(&title.inlines, Target::Section(None));
        }
        self.blocks(&page.intro, None);
        for (at, section) in page.sections.iter().enumerate() {
            let target = Target::Section(Some(at));
            self.land(target, true);
            self.runs(&section.heading.inlines, target);
            self.blocks(&section.blocks, Some(at));
        }
        let last = page.sections.len().checked_sub(1);
        self.land(Target::Section(last), false);
    }

    fn blocks(&mut self, blocks: &[Block], section: Option<usize>) {
        let here = Target::Section(section);
        let mut before = here;
        for (block, what) in blocks.iter().enumerate() {
            match what {
                Block::Element(element) if element.name.is_empty() => {
                    if let Some(id) = element.get("id") {
                        self.anchors.add(id, before);
                    }
                    continue;
                }
                Block::Element(element) => {
                    self.wait(element);
                    continue;
                }
                Block::Table(table) => {
                    let target = Target::Table { section, block };
                    self.land(target, false);
                    self.row(&table.header, target);
                    for (row, cells) in table.rows.iter().enumerate() {
                        let target = Target::Row {
                            section,
                            block,
                            row,
                        };
                        self.row(cells, target);
                    }
                    before = target;
                    continue;
                }
                Block::Paragraph(paragraph) => {
                    self.land(here, false);
                    self.runs(&paragraph.inlines, here);
                }
                Block::List(items) => {
                    self.land(here, false);
                    for item in items {
                        self.runs(&item.inlines, here);
                    }
                }
                Block::Prose(_) | Block::Quote(_) | Block::Code(_) => self.land(here, false),
            }
            before = here;
        }
    }

    /// Keeps the anchor of an element. `name` is one of `<a>`, and of what stands alone before a
    /// heading.
    fn wait(&mut self, element: &Element) {
        let is_link = element.name.eq_ignore_ascii_case("a");
        let is_alone = element.place == element.covers;
        let name = element.get("name").filter(|_| is_link || is_alone);
        let id = element.get("id").map(|id| (id.to_owned(), false));
        self.waiting.extend(id);
        self.waiting
            .extend(name.map(|name| (name.to_owned(), !is_link)));
    }

    fn land(&mut self, target: Target, is_heading: bool) {
        for (anchor, needs_heading) in std::mem::take(&mut self.waiting) {
            if is_heading || !needs_heading {
                self.anchors.add(&anchor, target);
            }
        }
    }

    fn row(&mut self, row: &Row, target: Target) {
        for cell in &row.cells {
            self.runs(&cell.inlines, target);
        }
    }

    fn runs(&mut self, inlines: &[Inline], target: Target) {
        for inline in inlines {
            match inline {
                Inline::Html(text, _) => {
                    if let Some(tag) = tag::scan(text, 0).filter(|tag| tag.kind != Kind::Closes) {
                        let is_link = tag.name.eq_ignore_ascii_case("a");
                        let name = tag.get("name").filter(|_| is_link);
                        for anchor in tag.get("id").into_iter().chain(name) {
                            self.anchors.add(anchor, target);
                        }
                    }
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                    self.runs(inner, target);
                }
                Inline::Link(link) => self.runs(&link.text, target),
                Inline::Text(..) | Inline::Code(..) | Inline::Break(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests;
