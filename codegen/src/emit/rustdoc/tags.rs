//! Links, code and emphasis that are written as HTML.
//!
//! Text is written without them; what is closed as it was opened becomes a mark, put around the
//! text at the end. What overlaps, or is never closed, stays text.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::text::{code_span, escape, web_address};

/// Tags nested more deeply are text.
const MAX_DEPTH: usize = 32;

/// What a mark makes of its text.
#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Code,
    Emphasis(&'static str),
    Link(String),
}

/// A tag that is not closed yet.
#[derive(Debug)]
struct Open {
    name: String,
    kind: Option<Kind>,
    start: usize,
    /// How many elements of markdown are around it.
    depth: usize,
}

/// A part of the text and what becomes of it.
#[derive(Debug)]
struct Mark {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The HTML in a text that is being written.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    open: Vec<Open>,
    marks: Vec<Mark>,
    depth: usize,
}

impl Tags {
    /// An element of markdown starts.
    pub(crate) fn enter(&mut self) {
        self.depth += 1;
    }

    /// An element of markdown ends, and with it what it left open.
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.open.retain(|open| open.depth <= self.depth);
    }

    /// A block of HTML starts or ends: nothing reaches over it.
    pub(crate) fn end_block(&mut self) {
        self.open.clear();
    }

    /// A link that markdown wrote moves the text from there on.
    pub(crate) fn forget(&mut self, from: usize) {
        self.open.retain(|open| open.start < from);
        self.marks.retain(|mark| mark.end <= from);
    }

    /// Reads a tag such as `<a href="…">` that stands behind so much text.
    pub(crate) fn read(&mut self, tag: &str, name: &str, at: usize) {
        if tag.starts_with("</") {
            self.close(name, at);
        } else if self.open.len() < MAX_DEPTH
            && !tag.ends_with("/>")
            && (name == "a" || kind_of(name).is_some())
        {
            let kind = match name {
                "a" => address(tag).map(Kind::Link),
                _ => kind_of(name),
            };
            self.open.push(Open {
                name: name.to_owned(),
                kind,
                start: at,
                depth: self.depth,
            });
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        let Some(nth) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        let inside = self.open.split_off(nth);
        if let [only] = inside.as_slice()
            && only.depth == self.depth
            && let Some(kind) = only.kind.clone()
        {
            self.marks.push(Mark {
                kind,
                start: only.start,
                end: at,
            });
        }
    }

    /// The text with its marks, as long as they change nothing of what it says.
    pub(crate) fn apply(&mut self, text: String, in_table: bool) -> String {
        self.open.clear();
        let mut marks = std::mem::take(&mut self.marks);
        if marks.is_empty() {
            return text;
        }
        // Those closed last are around the others.
        marks.reverse();
        marks.sort_by_key(|mark| mark.start);
        let marked = |in_table| {
            let mut marked = String::with_capacity(text.len());
            render(&text, 0..text.len(), &marks, in_table, &mut marked);
            marked
        };
        if plain(&marked(false)) == plain(&text) {
            marked(in_table)
        } else {
            text
        }
    }
}

/// Writes a part of the text with the marks in it, each before those inside of it.
fn render(text: &str, range: Range<usize>, marks: &[Mark], in_table: bool, out: &mut String) {
    let mut at = range.start;
    let mut rest = marks;
    while let Some((mark, below)) = rest.split_first() {
        let inside = below.partition_point(|inner| inner.start < mark.end);
        let (inside, after) = below.split_at(inside);
        rest = after;
        let whole = mark.start.max(at)..mark.end.min(range.end);
        let inner = text.get(whole.clone()).unwrap_or_default();
        if inner.trim().is_empty() {
            continue;
        }
        let start = whole.start + (inner.len() - inner.trim_start().len());
        let end = start + inner.trim().len();
        out.push_str(&text[at..start]);
        let mut within = String::new();
        render(text, start..end, inside, in_table, &mut within);
        let around = (&text[..start], &text[end..]);
        put(mark, &text[start..end], &within, around, in_table, out);
        at = end;
    }
    out.push_str(&text[at..range.end]);
}

fn put(
    mark: &Mark,
    inner: &str,
    within: &str,
    (before, after): (&str, &str),
    in_table: bool,
    out: &mut String,
) {
    let breaks = inner.contains('\n');
    match &mark.kind {
        Kind::Code if !breaks => {
            let span = code_span(&plain_of_line(inner));
            out.push_str(&if in_table {
                span.replace('|', "\\|")
            } else {
                span
            });
        }
        Kind::Emphasis(sign) if flanks(before, inner, after) => {
            out.push_str(&format!("{sign}{within}{sign}"));
        }
        Kind::Link(address) if !breaks && !inner.contains("](<") => {
            let text = without_links(within);
            out.push_str(&if text == escape(address) {
                format!("<{address}>")
            } else {
                format!("[{text}](<{address}>)")
            });
        }
        _ => out.push_str(within),
    }
}

/// A text whose addresses are no links of their own.
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<http") {
        let (before, address) = rest.split_at(at);
        plain.push_str(before);
        match address.find('>') {
            Some(end) if !before.ends_with('\\') => {
                plain.push_str(&escape(&address[1..end]));
                rest = &address[end + 1..];
            }
            _ => {
                plain.push('<');
                rest = &address[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Whether signs of emphasis around the text would be read as such.
fn flanks(before: &str, inner: &str, after: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = word(inner.chars().next()) || !word(before.chars().next_back());
    let closes = word(inner.chars().next_back()) || !word(after.chars().next());
    opens && closes && !inner.starts_with(['*', '~']) && !inner.ends_with(['*', '~'])
}

fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "code" | "kbd" | "samp" | "tt" => Kind::Code,
        "b" | "strong" => Kind::Emphasis("**"),
        "em" | "i" => Kind::Emphasis("*"),
        "del" | "s" | "strike" => Kind::Emphasis("~~"),
        _ => return None,
    })
}

/// Where a link leads, if that is kept.
fn address(tag: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower
        .match_indices("href")
        .find(|(at, _)| tag[..*at].ends_with(char::is_whitespace))?;
    let value = tag[at.0 + 4..].trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split([' ', '>']).next()?,
    };
    web_address(&value.replace("&amp;", "&"))
}

/// What a text says, without its markup and white space.
fn plain(text: &str) -> String {
    let mut said = said(text);
    said.retain(|c| !c.is_whitespace());
    said
}

/// What a part of a line says.
fn plain_of_line(text: &str) -> String {
    // A letter in front keeps the text from starting a block.
    said(&format!("x{text}")).split_off(1)
}

fn said(text: &str) -> String {
    let events = Parser::new_ext(text, super::OPTIONS);
    let runs = events.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => Some(text),
        _ => None,
    });
    runs.collect::<Vec<_>>().concat()
}
