//! The parser's events, and the places in the file that they cover.

use std::iter::Peekable;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};

use super::pieces::{self, Pieces};
use super::tree::{Definition, Inline};
use super::{inline, link};
use crate::source::{FileId, Place};

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

/// Where the parsed text begins in its file.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub file: FileId,
    pub base: usize,
}

impl Span {
    pub fn place(self, range: Range<usize>) -> Place {
        Place::new(self.file, range.start + self.base..range.end + self.base)
    }
}

/// The events of a text, each with its range in the text.
pub(super) struct Events<'a> {
    text: &'a str,
    pub span: Span,
    inner: Peekable<Inner<'a>>,
    /// The definitions of the text, in its order.
    pub definitions: Vec<Definition>,
}

type Inner<'a> = Box<dyn Iterator<Item = (Event<'a>, Range<usize>)> + 'a>;

impl<'a> Events<'a> {
    pub fn new(text: &'a str, span: Span) -> Self {
        Self::with_definitions(text, span, |_| None)
    }

    /// The same, where `offered` knows the targets of labels that the text does not define.
    pub fn with_definitions(
        text: &'a str,
        span: Span,
        offered: impl Fn(&str) -> Option<&'a str> + 'a,
    ) -> Self {
        let large = (text.len() >= pieces::LARGE).then_some(pieces::PIECE);
        Self::in_pieces(text, span, large, offered)
    }

    /// The same, in pieces of a size if that is given and the text can be cut.
    pub(super) fn in_pieces(
        text: &'a str,
        span: Span,
        size: Option<usize>,
        offered: impl Fn(&str) -> Option<&'a str> + 'a,
    ) -> Self {
        let pieces = size.and_then(|size| Pieces::of(text, size));
        let (inner, mut definitions): (Inner<'a>, Vec<Definition>) = match pieces {
            Some(pieces) => whole_of(text, span, pieces, Rc::new(offered)),
            None => {
                let answer = move |broken: BrokenLink<'a>| {
                    let target = offered(&link::fold_label(&broken.reference))?;
                    Some((CowStr::Borrowed(target), CowStr::Borrowed("")))
                };
                let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(answer));
                let definitions = parser.reference_definitions().iter();
                let definitions = definitions.map(|(label, definition)| Definition {
                    label: link::fold_label(label),
                    target: definition.dest.to_string(),
                    place: span.place(definition.span.clone()),
                });
                let definitions = definitions.collect();
                (Box::new(parser.into_offset_iter()), definitions)
            }
        };
        definitions.sort_by_key(|definition| definition.place);
        Self {
            text,
            span,
            inner: inner.peekable(),
            definitions,
        }
    }

    pub fn next_if(
        &mut self,
        wanted: impl FnOnce(&Event<'a>) -> bool,
    ) -> Option<(Event<'a>, Range<usize>)> {
        self.inner.next_if(|(event, _)| wanted(event))
    }

    /// Reads the element that was opened last as inline runs.
    pub fn inlines(&mut self) -> Vec<Inline> {
        inline::read(&mut self.inner, self.span)
    }

    /// Skips what is left of the element that was opened last, and says which text it covered.
    pub fn finish(&mut self) -> Range<usize> {
        let mut content: Option<Range<usize>> = None;
        let mut depth = 0_usize;
        for (event, range) in self.inner.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {
                    let start = content.map_or(range.start, |content| content.start);
                    content = Some(start..range.end);
                }
            }
        }
        content.unwrap_or(0..0)
    }

    pub fn text(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The place of a range without the white space around it.
    pub fn trimmed(&self, range: Range<usize>) -> Place {
        let text = self.text(&range);
        let head = text.trim_ascii_start().trim_start();
        let start = range.start + (text.len() - head.len());
        // Most of it is blanks, by which columns are as wide as their widest cell.
        let mut body = head;
        while let Some(before) = body.strip_suffix("                ") {
            body = before;
        }
        let end = start + body.trim_ascii_end().trim_end().len();
        self.span.place(start..end)
    }
}

/// The events of pieces as if they were of the whole text, each piece read when it is reached.
fn whole_of<'a>(
    text: &'a str,
    span: Span,
    pieces: Pieces,
    offered: Rc<impl Fn(&str) -> Option<&'a str> + 'a>,
) -> (Inner<'a>, Vec<Definition>) {
    let Pieces {
        ranges,
        definitions,
    } = pieces;
    let listed = definitions.iter().map(|(label, (target, at))| Definition {
        label: label.clone(),
        target: target.clone(),
        place: span.place(at.clone()),
    });
    let listed = listed.collect();
    let definitions = Rc::new(definitions);
    let events = ranges.into_iter().flat_map(move |piece| {
        let (offered, definitions) = (Rc::clone(&offered), Rc::clone(&definitions));
        let answer = move |broken: BrokenLink<'a>| {
            let label = link::fold_label(&broken.reference);
            let target = match definitions.get(&label) {
                Some((target, _)) => CowStr::from(target.clone()),
                None => CowStr::Borrowed(offered(&label)?),
            };
            Some((target, CowStr::Borrowed("")))
        };
        let start = piece.start;
        let parser = Parser::new_with_broken_link_callback(&text[piece], OPTIONS, Some(answer));
        let events = parser.into_offset_iter();
        events.map(move |(event, at)| (event, at.start + start..at.end + start))
    });
    (Box::new(events), listed)
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next()
    }
}
