//! What stands around a block: headings above it, the bold line and the text before it.

use std::num::NonZeroU32;

use super::{Book, Spot, TableId};
use crate::page::{Block, Heading, Inline, Page, lines};
use crate::source::Place;

/// The order of a page, worked out once.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The nearest section above each of a lower level.
    parents: Vec<Option<usize>>,
    /// One past the last section below each.
    ends: Vec<usize>,
    /// By section, the title first: what stands before each of its blocks.
    before: Vec<Vec<Before>>,
}

/// What stands before a block, in its section.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    /// One more than the last line that is bold as a whole.
    bold: Option<NonZeroU32>,
    /// One more than the last text since the table before.
    text: Option<NonZeroU32>,
}

/// The index of a block for which one more is noted: there are very many blocks.
fn index(noted: Option<NonZeroU32>) -> Option<usize> {
    noted.map(|noted| noted.get() as usize - 1)
}

impl Order {
    pub(super) fn new(page: &Page) -> Self {
        let mut order = Self::default();
        let mut open: Vec<usize> = Vec::new();
        for (at, section) in page.sections.iter().enumerate() {
            while let Some(above) =
                open.pop_if(|above| page.sections[*above].level >= section.level)
            {
                order.ends[above] = at;
            }
            order.parents.push(open.last().copied());
            order.ends.push(page.sections.len());
            open.push(at);
        }
        let sections = page.sections.iter().map(|section| &section.blocks);
        order.before = std::iter::once(&page.intro)
            .chain(sections)
            .map(|blocks| before(blocks))
            .collect();
        order
    }
}

fn before(blocks: &[Block]) -> Vec<Before> {
    let mut now = Before::default();
    let mut all = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        all.push(now);
        let at = u32::try_from(at + 1).ok().and_then(NonZeroU32::new);
        match block {
            Block::Paragraph(paragraph) => {
                now.text = at;
                if bold_line(&paragraph.inlines).is_some() {
                    now.bold = at;
                }
            }
            Block::Prose(_) | Block::Quote(_) | Block::List(_) => now.text = at,
            Block::Table(_) => now.text = None,
            Block::Code(_) | Block::Element(_) => {}
        }
    }
    all
}

/// The last line of a paragraph, if it is bold as a whole.
fn bold_line(inlines: &[Inline]) -> Option<String> {
    let lines = lines(inlines);
    crate::page::bold(lines.iter().rev().find(|line| !line.is_empty())?)
}

/// How many paragraphs below a table are looked at for footnotes.
const FOOTNOTES: usize = 8;

impl Book<'_> {
    /// The heading of a spot; the title of its page for the text below that, if it has one.
    pub fn heading(&self, spot: Spot) -> Option<&Heading> {
        let page = &self.pages[spot.page].page;
        match spot.section {
            Some(section) => Some(&page.sections[section].heading),
            None => page.title.as_ref(),
        }
    }

    /// The level of a spot's heading; 0 for the title, above which nothing is.
    pub fn level(&self, spot: Spot) -> u8 {
        let sections = &self.pages[spot.page].page.sections;
        spot.section.map_or(0, |section| sections[section].level)
    }

    /// The spot of the nearest heading above of a lower level; the title is above all.
    pub fn parent(&self, spot: Spot) -> Option<Spot> {
        let section = self.pages[spot.page].order.parents[spot.section?];
        Some(Spot { section, ..spot })
    }

    /// A spot and those above it, from inner to outer; the last is the title of the page.
    pub fn above(&self, spot: Spot) -> impl Iterator<Item = Spot> {
        std::iter::successors(Some(spot), |spot| self.parent(*spot))
    }

    /// The last of the sections below a heading; its own if there are none.
    pub fn last_below(&self, spot: Spot) -> Spot {
        let order = &self.pages[spot.page].order;
        let end = match spot.section {
            Some(section) => order.ends[section],
            None => order.ends.len(),
        };
        Spot {
            section: end.checked_sub(1),
            ..spot
        }
    }

    /// The bold line that acts as the heading of a block: the last before it in its section.
    pub fn bold_above(&self, spot: Spot, block: usize) -> Option<String> {
        let blocks = self.blocks(spot);
        match &blocks[index(self.before(spot, block)?.bold)?] {
            Block::Paragraph(paragraph) => bold_line(&paragraph.inlines),
            _ => None,
        }
    }

    /// The index of the text before a block: a paragraph, list or quote of its section, with no
    /// table between them.
    pub fn text_block(&self, spot: Spot, block: usize) -> Option<usize> {
        index(self.before(spot, block)?.text)
    }

    /// The markdown of that text; of a list its last item.
    pub fn text_above(&self, spot: Spot, block: usize) -> Option<(&str, Place)> {
        let place = match &self.blocks(spot)[self.text_block(spot, block)?] {
            Block::Paragraph(paragraph) => paragraph.place,
            Block::Prose(place) | Block::Quote(place) => *place,
            Block::List(items) => items.last()?.place,
            _ => return None,
        };
        Some((self.files.text(place), place))
    }

    /// The last sentence of that text.
    pub fn sentence_above(&self, spot: Spot, block: usize) -> Option<&str> {
        let (text, _) = self.text_above(spot, block)?;
        Some(last_sentence(text))
    }

    /// The lines below a table that begin with a mark, as footnotes do: `* Only for members`. They
    /// stand in the paragraphs between it and the next table.
    pub fn footnotes(&self, table: TableId) -> Vec<String> {
        let blocks = self.blocks(table.spot).iter().skip(table.block + 1);
        let blocks = blocks.take_while(|block| !matches!(block, Block::Table(_)));
        let texts = blocks.filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(self.files.text(paragraph.place)),
            _ => None,
        });
        let lines = texts.take(FOOTNOTES).flat_map(str::lines);
        let lines = lines.map(|line| line.trim().trim_start_matches('\\'));
        let lines = lines.filter(|line| line.starts_with('*') && !line.starts_with("**"));
        lines.map(|line| line.replace('\\', "")).collect()
    }

    fn before(&self, spot: Spot, block: usize) -> Option<Before> {
        let at = spot.section.map_or(0, |section| section + 1);
        self.pages[spot.page].order.before[at].get(block).copied()
    }
}

/// The last sentence of a text: what stands behind the last full stop that a blank follows.
fn last_sentence(text: &str) -> &str {
    let text = text.trim();
    let is_end = |at: usize, stop: char| {
        let rest = &text[at + stop.len_utf8()..];
        match stop {
            '。' | '！' | '？' => !rest.is_empty(),
            '.' | '!' | '?' => {
                let after = rest.trim_start_matches([')', '"', '*', '_', '`']);
                after.starts_with(char::is_whitespace)
                    && !text[..at].ends_with("e.g")
                    && !text[..at].ends_with("i.e")
            }
            _ => false,
        }
    };
    let end = text.char_indices().rev().find(|(at, c)| is_end(*at, *c));
    let Some((at, stop)) = end else {
        return text;
    };
    let rest = text[at + stop.len_utf8()..].trim_start_matches([')', '"', '*', '_']);
    rest.trim_start()
}

#[cfg(test)]
mod tests {
    use super::last_sentence;

    #[test]
    fn the_last_sentence_of_a_text() {
        for (text, last) in [
            ("One. Two has:", "Two has:"),
            ("Two has v1.2 of it:", "Two has v1.2 of it:"),
            ("**One.** `a.b` is:\n", "`a.b` is:"),
            ("一。二：", "二："),
            ("One.", "One."),
            ("", ""),
        ] {
            assert_eq!(last_sentence(text), last);
        }
    }
}
