//! The parser's events, and the places in the file that they cover.

use std::iter::Peekable;
use std::ops::Range;
use std::rc::Rc;

use memchr::memmem;
use pulldown_cmark::{BrokenLink, CowStr, Event, Parser, Tag, TagEnd};

use super::compact::Text;
use super::pieces::{self, Begun, Piece, Pieces};
use super::tree::{Definition, Inlines};
use super::{inline, link};
use crate::source::{self, FileId, Files, Place};

pub(super) use super::pieces::OPTIONS;

/// Where the parsed text begins in its file.
#[derive(Clone, Copy)]
pub(super) struct Span<'a> {
    pub file: FileId,
    /// All of the file. What is parsed may have other signs here and there, but never more.
    pub whole: &'a source::Text,
    pub base: usize,
}

impl<'a> Span<'a> {
    /// A file without its mark of the byte order, and where that text begins.
    pub fn of(files: &'a Files, file: FileId) -> (&'a str, Self) {
        let whole = &files.get(file).text;
        let text = whole.as_str();
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let base = text.len() - body.len();
        (body, Self { file, whole, base })
    }

    /// Whether the file has a text at a range of the parsed one.
    pub fn has(self, text: &str, at: &Range<usize>) -> bool {
        let at = at.start + self.base..at.end + self.base;
        self.whole.get(at) == Some(text)
    }

    /// A text that was read at a range, or in the middle of it, as code is.
    pub fn words(self, text: CowStr<'_>, at: &Range<usize>) -> Text {
        let start = at.start + at.len().saturating_sub(text.len()) / 2;
        self.part(&text, start)
            .unwrap_or_else(|| text.into_string().into())
    }

    /// A text that stands somewhere in a range, as the target of a link does at its end.
    pub fn within(self, text: CowStr<'_>, at: &Range<usize>) -> Text {
        let source = self.whole.as_str();
        let around = source.get(at.start + self.base..at.end + self.base);
        around
            .and_then(|around| around.rfind(&*text))
            .and_then(|found| self.part(&text, at.start + found))
            .unwrap_or_else(|| text.into_string().into())
    }

    /// A text as a part of the file, if it stands there.
    pub fn part(self, text: &str, start: usize) -> Option<Text> {
        let at = start..start + text.len();
        if !self.has(text, &at) {
            return None;
        }
        let part = self.whole.slice(at.start + self.base..at.end + self.base);
        part.map(Text::part)
    }

    pub fn place(self, range: Range<usize>) -> Place {
        Place::new(self.file, range.start + self.base..range.end + self.base)
    }
}

/// The events of a text, each with its range in the text.
pub(super) struct Events<'a> {
    text: &'a str,
    pub span: Span<'a>,
    inner: Peekable<Inner<'a>>,
    /// The definitions of the text, in its order.
    pub definitions: Vec<Definition>,
}

type Inner<'a> = Box<dyn Iterator<Item = (Event<'a>, Range<usize>)> + 'a>;

impl<'a> Events<'a> {
    pub fn new(text: &'a str, span: Span<'a>) -> Self {
        Self::with_definitions(text, span, |_| None)
    }

    /// The same, where `offered` knows the targets of labels that the text does not define.
    pub fn with_definitions(
        text: &'a str,
        span: Span<'a>,
        offered: impl Fn(&str) -> Option<&'a str> + 'a,
    ) -> Self {
        let large = (text.len() >= pieces::LARGE).then_some(pieces::PIECE);
        Self::in_pieces(text, span, large, offered)
    }

    /// The same, in pieces of a size if that is given and the text can be cut.
    pub(super) fn in_pieces(
        text: &'a str,
        span: Span<'a>,
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
    pub fn inlines(&mut self) -> Inlines {
        inline::read(&mut self.inner, self.span)
    }

    /// The same of a paragraph, which may be a page of its own: each line is a text and its end.
    pub fn inlines_of(&mut self, paragraph: &Range<usize>) -> Inlines {
        let room = match paragraph.len() < pieces::LARGE {
            true => 0,
            false => (2 * self.lines(paragraph)).saturating_sub(1),
        };
        inline::read_into(Vec::with_capacity(room), &mut self.inner, self.span)
    }

    /// How many blocks stand below a byte, up to the next heading; 0 of what is not large.
    pub fn blocks_below(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        if rest.len() < pieces::LARGE {
            return 0;
        }
        let end = memmem::find(rest, b"\n#").unwrap_or(rest.len());
        memmem::find_iter(&rest[..end], b"\n\n").count()
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

    /// How many rows or items a block may have: one a line, and no line is shorter than four bytes.
    pub fn lines(&self, range: &Range<usize>) -> usize {
        let lines = self.text(range).bytes().filter(|&byte| byte == b'\n');
        lines.count().min(range.len() / 4)
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
    span: Span<'a>,
    pieces: Pieces,
    offered: Rc<impl Fn(&str) -> Option<&'a str> + 'a>,
) -> (Inner<'a>, Vec<Definition>) {
    let Pieces {
        pieces,
        definitions,
    } = pieces;
    let listed = definitions.iter().map(|(label, (target, at))| Definition {
        label: label.clone(),
        target: target.clone(),
        place: span.place(at.clone()),
    });
    let listed = listed.collect();
    let definitions = Rc::new(definitions);
    let events = pieces.into_iter().flat_map(move |piece| {
        let (offered, definitions) = (Rc::clone(&offered), Rc::clone(&definitions));
        let target = move |broken: &BrokenLink<'_>| -> Option<CowStr<'a>> {
            let label = link::fold_label(&broken.reference);
            match definitions.get(&label) {
                Some((target, _)) => Some(CowStr::from(target.clone())),
                None => offered(&label).map(CowStr::Borrowed),
            }
        };
        let range = piece.range.clone();
        let events: Inner<'a> = match &piece.goes_on {
            Some(Begun::Table(header)) => {
                let rows = format!("{}{}", &text[header.clone()], &text[range.clone()]);
                Box::new(rows_of(&rows, header.len(), range.start, target).into_iter())
            }
            _ => {
                let answer = move |broken| Some((target(&broken)?, CowStr::Borrowed("")));
                let start = range.start;
                let text = &text[range];
                let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(answer));
                let events = parser.into_offset_iter();
                Box::new(events.map(move |(event, at)| (event, at.start + start..at.end + start)))
            }
        };
        glued(events, piece)
    });
    (Box::new(events), listed)
}

/// The events of rows, which stand at a byte of the page, below a header that was read before.
fn rows_of<'a>(
    text: &str,
    header: usize,
    at: usize,
    target: impl Fn(&BrokenLink<'_>) -> Option<CowStr<'a>>,
) -> Vec<(Event<'a>, Range<usize>)> {
    let answer = |broken| Some((target(&broken)?, CowStr::Borrowed("")));
    let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(answer));
    let is_wanted = |event: &Event<'_>, range: &Range<usize>| {
        let is_table = matches!(
            event,
            Event::Start(Tag::Table(_)) | Event::End(TagEnd::Table)
        );
        is_table || range.start >= header
    };
    let events = parser.into_offset_iter();
    let events = events.filter(|(event, range)| is_wanted(event, range));
    let base = at - header;
    let events =
        events.map(|(event, range)| (event.into_static(), range.start + base..range.end + base));
    events.collect()
}

/// The events of a piece; a block that is cut starts once and ends once.
fn glued<'a>(events: Inner<'a>, piece: Piece) -> impl Iterator<Item = (Event<'a>, Range<usize>)> {
    let mut depth = 0_usize;
    events.filter_map(move |(event, mut range)| {
        let is_ours = piece.goes_on.is_some() || range.end >= piece.range.end;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        match &event {
            Event::Start(Tag::Table(_) | Tag::List(_) | Tag::Paragraph)
                if depth == 1 && is_ours =>
            {
                range.end = piece.cut.unwrap_or(range.end);
                match piece.goes_on {
                    None => Some((event, range)),
                    // The end of the line before.
                    Some(Begun::Paragraph) => {
                        Some((Event::SoftBreak, range.start - 1..range.start))
                    }
                    Some(_) => None,
                }
            }
            Event::End(TagEnd::Table | TagEnd::List(_) | TagEnd::Paragraph)
                if depth == 0 && is_ours =>
            {
                piece.cut.is_none().then_some((event, range))
            }
            _ => Some((event, range)),
        }
    })
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next()
    }
}
