//! The parser's events, and the places in the file that they cover.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};

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
        let answer = move |broken: BrokenLink<'a>| {
            let target = offered(&link::fold_label(&broken.reference))?;
            Some((CowStr::Borrowed(target), CowStr::Borrowed("")))
        };
        let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(answer));
        let mut definitions: Vec<_> = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| Definition {
                label: link::fold_label(label),
                target: definition.dest.to_string(),
                place: span.place(definition.span.clone()),
            })
            .collect();
        definitions.sort_by_key(|definition| definition.place);
        let inner: Inner<'a> = Box::new(parser.into_offset_iter());
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
        let start = range.start + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        self.span.place(start..end)
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next()
    }
}
