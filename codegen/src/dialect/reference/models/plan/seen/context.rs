//! What stands around a table: its heading, bold lines, tabs, and the sentence before it.

use super::text::last_sentence;
use crate::dialect::reference::book::{Book, Spot, TableId};
use crate::dialect::reference::table::spelled;
use crate::page::{Block, Inline, Paragraph};
use crate::source::{Files, Located, Place};

/// What stands around a table.
#[derive(Debug, Default)]
pub(super) struct Context<'b> {
    /// The bold line above it in its section.
    pub bold: Option<Located<String>>,
    /// The labels of the tabs that it stands in, the outer first.
    pub tabs: Vec<String>,
    /// The title or anchor that it has for itself: `{ #beds } All beds` below it.
    pub own: Option<String>,
    /// The names and titles of the elements that it stands in, the inner first.
    pub elements: Vec<String>,
    /// The last sentence before it, code in back quotes; empty if a table or heading comes first.
    pub sentence: String,
    /// The paragraphs of its section between it and the table above.
    pub paragraphs: Vec<&'b Paragraph>,
}

/// Calls `visit` with each table of a section and what stands around it.
pub(super) fn tables<'b>(
    book: &'b Book<'_>,
    spot: Spot,
    visit: &mut dyn FnMut(TableId, Context<'b>),
) {
    let mut walk = Walk {
        files: book.files,
        open: Vec::new(),
        bold: None,
        texts: Vec::new(),
        paragraphs: Vec::new(),
    };
    let blocks = book.blocks(spot);
    for (at, block) in blocks.iter().enumerate() {
        if let Some(place) = place(block) {
            walk.close(place);
        }
        if let Block::Table(table) = block {
            let context = Context {
                bold: walk.bold.clone(),
                tabs: walk.tabs(),
                own: own(blocks.get(at + 1)),
                elements: walk.elements(),
                sentence: walk.sentence(table.place),
                paragraphs: std::mem::take(&mut walk.paragraphs),
            };
            walk.texts.clear();
            visit(TableId { spot, block: at }, context);
        } else {
            walk.block(block);
        }
    }
}

struct Walk<'b> {
    files: &'b Files,
    /// The elements that are open, with the name and label of each.
    open: Vec<(Place, &'b str, Option<&'b str>)>,
    bold: Option<Located<String>>,
    /// The last texts since the last table, one for each element that they stand in.
    texts: Vec<(Text<'b>, Option<Place>)>,
    paragraphs: Vec<&'b Paragraph>,
}

#[derive(Clone, Copy)]
enum Text<'b> {
    Runs(&'b [Inline]),
    Written(Place),
}

/// Longer bold lines are sentences.
const LONGEST_BOLD: usize = 80;

impl<'b> Walk<'b> {
    fn close(&mut self, at: Place) {
        let is_over = |open: &mut (Place, _, _)| open.0.end <= at.start;
        while self.open.pop_if(is_over).is_some() {}
    }

    fn block(&mut self, block: &'b Block) {
        let around = self.open.last().map(|(place, ..)| *place);
        match block {
            Block::Element(element) => {
                if element.covers != element.place {
                    let label = element.get("label").or_else(|| element.get("title"));
                    self.open.push((element.covers, &element.name, label));
                }
            }
            Block::Paragraph(paragraph) => {
                let bold = paragraph.bold();
                let is_line = |text: &String| {
                    text.len() <= LONGEST_BOLD && !text.ends_with(['.', '!', '。', '！'])
                };
                if let Some(text) = bold.filter(is_line) {
                    self.bold = Some(Located::new(text, paragraph.place));
                }
                self.text(Text::Runs(&paragraph.inlines), around);
                self.paragraphs.push(paragraph);
            }
            Block::List(items) => {
                if let Some(last) = items.last() {
                    self.text(Text::Runs(&last.inlines), around);
                }
            }
            Block::Prose(place) | Block::Quote(place) => {
                self.text(Text::Written(*place), around);
            }
            Block::Code(_) | Block::Table(_) => {}
        }
    }

    /// Only the last text of an element is ever looked for.
    fn text(&mut self, text: Text<'b>, around: Option<Place>) {
        match self.texts.last_mut() {
            Some((last, of)) if *of == around => *last = text,
            _ => self.texts.push((text, around)),
        }
    }

    fn tabs(&self) -> Vec<String> {
        let labels = self.open.iter().filter_map(|(_, _, label)| *label);
        labels.map(str::to_owned).collect()
    }

    fn elements(&self) -> Vec<String> {
        let inner = self.open.iter().rev();
        inner
            .map(|(_, name, label)| format!("{} {}", name.replace('-', " "), label.unwrap_or("")))
            .collect()
    }

    /// The last sentence that stands in no element that ends before the table.
    fn sentence(&self, table: Place) -> String {
        let is_around = |around: &Option<Place>| around.is_none_or(|it| it.contains(table));
        let mut texts = self.texts.iter().rev();
        let last = texts.find(|(_, around)| is_around(around));
        let text = match last {
            Some((Text::Runs(inlines), _)) => spelled(inlines),
            Some((Text::Written(place), _)) => self.files.text(*place).to_owned(),
            None => return String::new(),
        };
        last_sentence(text.trim()).to_owned()
    }
}

/// The title or anchor of a table, which stands behind it.
fn own(next: Option<&Block>) -> Option<String> {
    let Some(Block::Element(element)) = next else {
        return None;
    };
    let named = element.get("title").or_else(|| element.get("id"));
    let named = named.filter(|_| element.name.is_empty())?;
    Some(named.replace(['-', '_'], " "))
}

/// The place of a block; none of an empty list.
fn place(block: &Block) -> Option<Place> {
    Some(match block {
        Block::Prose(place) | Block::Quote(place) => *place,
        Block::Paragraph(paragraph) => paragraph.place,
        Block::Element(element) => element.place,
        Block::Code(code) => code.place,
        Block::Table(table) => table.place,
        Block::List(items) => items.first()?.place,
    })
}
