//! Blanks components, HTML and attributes of a page, and keeps them as marks.
//!
//! The text keeps its length: a tag becomes blanks with a line end before and behind it, a heading
//! element becomes `# `, and indentation inside of elements goes to the end of the line before.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::Site;
use super::fence::{self, Fence};
use super::lookups::{front_matter, is_delimiter, is_module_line, last_closing, tables};
use super::open::{How, Open};
use crate::page::events::Span;
use crate::page::tag::{self, Attribute};
use crate::page::tree::{Element, Table, Unread};

/// A page without what is none of markdown's.
pub(super) struct Prepared<'a> {
    pub text: Cow<'a, str>,
    /// By their start.
    pub marks: Vec<Mark>,
    /// Where headers of tables begin that have lost a letter, and where the letter stands.
    pub letters: BTreeMap<usize, usize>,
    pub unread: Vec<Unread>,
}

/// What was taken out.
pub(super) struct Mark {
    /// Its first byte in the text.
    pub at: usize,
    pub what: What,
}

pub(super) enum What {
    Element(Element),
    /// An element whose text is a heading of that level.
    Heading(u8, Element),
    Table(Table),
}

pub(super) fn prepare<'a>(
    text: &'a str,
    span: Span<'a>,
    site: &'a Site,
    is_mdx: bool,
) -> Prepared<'a> {
    let mut prepare = Prepare {
        text,
        out: Cow::Borrowed(text.as_bytes()),
        span,
        site,
        is_mdx,
        tables: tables(text),
        last_closing: last_closing(text),
        letters: BTreeMap::new(),
        below_text: false,
        fence: None,
        open: Vec::new(),
        open_names: BTreeMap::new(),
        open_colons: 0,
        marks: Vec::new(),
        unread: Vec::new(),
    };
    let mut at = front_matter(text);
    while at < text.len() {
        at = prepare.line(at);
    }
    if let Some((_, start)) = prepare.fence {
        let place = span.place(start..prepare.line_end(start));
        prepare.unread.push(Unread::OpenFence(place));
    }
    Prepared {
        // Only whole characters are blanked; were it otherwise, the page is read as it stands.
        text: match prepare.out {
            Cow::Borrowed(_) => Cow::Borrowed(text),
            Cow::Owned(out) => String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned),
        },
        marks: prepare.marks,
        letters: prepare.letters,
        unread: prepare.unread,
    }
}

pub(super) struct Prepare<'a> {
    pub text: &'a str,
    /// The text, or what has become of it.
    pub out: Cow<'a, [u8]>,
    pub span: Span<'a>,
    pub site: &'a Site,
    is_mdx: bool,
    /// The starts of HTML tables, with the ends of their closing tags.
    pub tables: BTreeMap<usize, usize>,
    /// Where the last closing tag of a name stands.
    pub last_closing: BTreeMap<&'a str, usize>,
    /// The first letters of headers that stand below text: from what is left to the letter.
    letters: BTreeMap<usize, usize>,
    /// Whether the line before has text that is no row.
    below_text: bool,
    /// The fence that is open, and the start of its line.
    fence: Option<(Fence, usize)>,
    pub open: Vec<Open>,
    pub open_names: BTreeMap<String, usize>,
    /// How many of those that are open are [`How::Colons`].
    pub open_colons: usize,
    pub marks: Vec<Mark>,
    pub unread: Vec<Unread>,
}

impl Prepare<'_> {
    /// Reads the line at a byte; gives the byte at which the next one begins.
    fn line(&mut self, at: usize) -> usize {
        let end = self.line_end(at);
        let next = (end + 1).min(self.text.len());
        let line = &self.text[at..end];
        // Below a row dashes are a row like others.
        let is_text = !line.trim().is_empty() && !line.contains('|');
        let below_text = std::mem::replace(&mut self.below_text, is_text);
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line.trim().is_empty() {
            if let Some((fence, _)) = &self.fence
                && fence.line("") == fence::Line::Left
            {
                self.fence = None;
            }
            return next;
        }
        while let Some(open) = self.open.last()
            && open.how == How::Indented
            && indent < open.margin.unwrap_or(0)
        {
            self.close_last(at);
        }
        let taken = self.dedent(at, indent);
        let (line, indent) = (&line[taken..], indent - taken);
        if let Some((fence, _)) = &self.fence {
            match fence.line(line) {
                fence::Line::Code => return next,
                fence::Line::Closes => {
                    self.fence = None;
                    return next;
                }
                fence::Line::Left => self.fence = None,
            }
        }
        if let Some(fence) = Fence::open(line) {
            self.fence = Some((fence, at));
            return next;
        }
        let is_code = indent >= 4 || line.starts_with('\t');
        if is_code && self.open.is_empty() && !self.is_mdx {
            return next;
        }
        let start = end - line.trim_start_matches([' ', '\t', '>']).len();
        if below_text {
            self.header(start, end, next);
        }
        self.content(start, end, next)
    }

    /// Reads a line from its first byte behind blanks and `>`.
    fn content(&mut self, start: usize, end: usize, next: usize) -> usize {
        let text = self.text;
        let line = text[start..end].trim_end();
        match line.as_bytes().first() {
            Some(b'<') => return self.tags(start, end),
            Some(b'{') => {
                if let Some(attributes) = tag::attribute_list(line) {
                    self.attributes(attributes, start..start + line.len());
                    return next;
                }
                if let Some(attributes) = self.caption(start, line) {
                    self.attributes(attributes, start..start + line.len());
                    return next;
                }
                return self.tags(start, end);
            }
            Some(b'#') => self.heading(start, line),
            Some(b':' | b'/') => {
                if !self.colons(start, line) {
                    self.closings(start, end);
                }
            }
            Some(b'!' | b'?' | b'=') => self.indented(start, line),
            Some(b'|') => {
                let last = line.rfind('|').unwrap_or(0);
                self.closings(start + last, end);
            }
            Some(b'i' | b'e') if is_module_line(text, start, line) => {
                return self.blank_paragraph(start);
            }
            _ => self.closings(start, end),
        }
        next
    }

    /// `{ #beds } All beds` below a table: its anchor and its title.
    fn caption(&self, start: usize, line: &str) -> Option<Vec<Attribute>> {
        let (attributes, title) = line.split_at(line.find('}')? + 1);
        let title = title.trim();
        let above = self.text[..start].trim_end_matches([' ', '\t']);
        let above = above.strip_suffix('\n')?.lines().next_back()?;
        if !above.trim_start().starts_with('|') || title.is_empty() || title.contains('|') {
            return None;
        }
        let mut attributes = tag::attribute_list(attributes)?;
        attributes.push(Attribute {
            name: "title".to_owned(),
            value: title.to_owned(),
        });
        Some(attributes)
    }

    /// Attributes behind a heading.
    fn heading(&mut self, start: usize, line: &str) {
        if let Some(brace) = line.rfind('{')
            && let Some(attributes) = tag::attribute_list(&line[brace..])
        {
            self.attributes(attributes, start + brace..start + line.len());
        }
    }

    fn attributes(&mut self, attributes: Vec<Attribute>, at: Range<usize>) {
        self.out.to_mut()[at.clone()].fill(b' ');
        self.element("", attributes, at);
    }

    /// Parts a header without outer bars from the text above it, as sites do. The line end that
    /// this takes stands for the first letter of the header.
    fn header(&mut self, start: usize, end: usize, next: usize) {
        let line = &self.text[start..end];
        let first = line.chars().next().filter(|c| c.is_alphanumeric());
        let Some(first) = first.filter(|_| line.contains('|')) else {
            return;
        };
        let below = &self.text[next..self.line_end(next)];
        if is_delimiter(line, below) {
            let left = start + first.len_utf8();
            self.out.to_mut()[start..left].fill(b' ');
            self.out.to_mut()[left - 1] = b'\n';
            self.letters.insert(left, start);
        }
    }

    /// Blanks what ends with a blank line.
    fn blank_paragraph(&mut self, start: usize) -> usize {
        let mut at = start;
        while at < self.text.len() {
            let end = self.line_end(at);
            if self.text[at..end].trim().is_empty() {
                break;
            }
            self.out.to_mut()[at..end].fill(b' ');
            at = (end + 1).min(self.text.len());
        }
        at
    }

    /// Blanks bytes and parts what stands before and behind them.
    pub(super) fn blank(&mut self, at: Range<usize>) {
        for byte in &mut self.out.to_mut()[at.clone()] {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
        if at.len() >= 2 {
            self.out.to_mut()[at.start] = b'\n';
            self.out.to_mut()[at.end - 1] = b'\n';
        }
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let length = rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        at + length
    }
}
