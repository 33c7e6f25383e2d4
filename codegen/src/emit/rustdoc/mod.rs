//! Vendors' markdown as markdown that causes no warning in rustdoc.
//!
//! Markdown is parsed and written anew. The result means the same in rustdoc, or is plain text.

pub(crate) mod inline;
pub(crate) mod tags;
pub(crate) mod text;

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::clean::document;
use inline::Inline;

pub(crate) use text::{code_span, fenced};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Deeper lists and quotes are written flat.
const MAX_DEPTH: usize = 8;

/// The lines of a cleaned description.
pub(crate) fn clean(text: &str) -> Vec<String> {
    let text = document(text);
    if is_prose(&text) {
        return vec![text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")];
    }
    parsed(&text)
}

fn parsed(text: &str) -> Vec<String> {
    let mut events = TextMergeStream::new(Parser::new_ext(text, OPTIONS));
    let mut writer = Writer { depth: 0 };
    join(writer.blocks(&mut events), true)
}

/// Whether a text is one paragraph of words and simple spans of code, of which no sign makes anything
/// else. Most are, and need no parser.
fn is_prose(text: &str) -> bool {
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (before, next) = (at.checked_sub(1).map(|at| &bytes[at]), bytes.get(at + 1));
        let is_plain = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => true,
            // What begins a line may make a list, a heading or a rule of it.
            _ if before.is_none_or(|before| *before == b'\n') => false,
            b'0'..=b'9' | b' ' | b',' | b'.' | b';' | b'(' | b')' | b'\'' | b'"' | b'-' => true,
            b'+' | b'=' | b'%' | b'$' | b'?' | b'@' | b'{' | b'}' | b'#' | b'!' | b'/' => true,
            b':' => !text[at..].starts_with("://"),
            b'_' => is_word(before) && is_word(next),
            // Two blanks before it would break the line.
            b'\n' => before != Some(&b' ') && next.is_some(),
            b'`' => {
                let code = &bytes[at + 1..];
                let end = code
                    .iter()
                    .position(|byte| !matches!(byte, b'!'..=b'_' | b'a'..=b'~'));
                let end = end.filter(|end| *end > 0 && code[*end] == b'`');
                at += end.map_or(0, |end| end + 1);
                end.is_some() && bytes.get(at + 1) != Some(&b'`')
            }
            _ => false,
        };
        if !is_plain {
            return false;
        }
        at += 1;
    }
    !text.is_empty()
}

struct Writer {
    depth: usize,
}

type Events<'a> = TextMergeStream<'a, Parser<'a>>;

/// The lines of one block.
type Block = Vec<String>;

impl Writer {
    /// The blocks up to the end of their container.
    fn blocks(&mut self, events: &mut Events) -> Vec<Block> {
        let mut blocks = Vec::new();
        // A tight list's items have text without a paragraph around it.
        let mut loose = Inline::default();
        while let Some(event) = events.next() {
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    blocks.extend(loose.take());
                    blocks.extend(self.block(&tag, events));
                }
                Event::End(end) if !is_inline_end(end) => break,
                Event::Rule => blocks.extend(loose.take()),
                event => loose.push(event),
            }
        }
        blocks.extend(loose.take());
        blocks
    }

    fn block(&mut self, tag: &Tag, events: &mut Events) -> Vec<Block> {
        match tag {
            Tag::CodeBlock(_) => vec![code_block(events)],
            Tag::HtmlBlock => html_block(events),
            Tag::Table(_) => vec![table(events)],
            Tag::Heading { .. } => {
                let mut inline = Inline::heading();
                inline.read(events);
                let text = inline.text().replace("\\\n", " ");
                if text.is_empty() {
                    Vec::new()
                } else {
                    vec![vec![format!("**{text}**")]]
                }
            }
            Tag::BlockQuote(_) => self.container(events, |block| indent(&block, "> ", "> ")),
            Tag::List(start) => {
                let mut number = *start;
                let mut items = Vec::new();
                while let Some(Event::Start(_)) = events.next() {
                    let marker = number.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
                    number = number.map(|n| n.saturating_add(1));
                    let blanks = " ".repeat(marker.len());
                    items.extend(self.container(events, |block| indent(&block, &marker, &blanks)));
                }
                vec![items.into_iter().flatten().collect()]
            }
            _ => self.blocks_of_paragraph(events),
        }
    }

    fn blocks_of_paragraph(&mut self, events: &mut Events) -> Vec<Block> {
        let mut inline = Inline::default();
        inline.read(events);
        inline.take().into_iter().collect()
    }

    fn container(&mut self, events: &mut Events, wrap: impl Fn(Block) -> Block) -> Vec<Block> {
        if self.depth == MAX_DEPTH {
            return flat(events);
        }
        self.depth += 1;
        let inner = self.blocks(events);
        self.depth -= 1;
        let lines = join(inner, false);
        if lines.is_empty() {
            return Vec::new();
        }
        vec![wrap(lines)]
    }
}

/// The text of a container without its structure.
fn flat(events: &mut Events) -> Vec<Block> {
    let mut inline = Inline::default();
    let mut open = 0_usize;
    for event in events.by_ref() {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) if open == 0 => break,
            Event::End(_) => {
                open -= 1;
                inline.push(Event::SoftBreak);
            }
            event => inline.push(event),
        }
    }
    inline.take().into_iter().collect()
}

/// Blocks under each other. Lists stay together where the container is a list's item.
fn join(blocks: Vec<Block>, spaced: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        let tight = !spaced && block.first().is_some_and(|line| line.starts_with("- "));
        if !lines.is_empty() && !tight {
            lines.push(String::new());
        }
        lines.extend(block);
    }
    lines
}

fn indent(lines: &[String], first: &str, next: &str) -> Block {
    let mut indented = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let prefix = if at == 0 { first } else { next };
        indented.push(format!("{prefix}{line}").trim_end().to_owned());
    }
    indented
}

fn code_block(events: &mut Events) -> Block {
    let mut code = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(text) => code.push_str(&text),
            _ => break,
        }
    }
    fenced("text", &code)
}

fn html_block(events: &mut Events) -> Vec<Block> {
    let mut html = String::new();
    for event in events.by_ref() {
        match event {
            Event::Html(text) | Event::Text(text) => html.push_str(&text),
            _ => break,
        }
    }
    let mut inline = Inline::default();
    inline.html(&html);
    inline.take().into_iter().collect()
}

fn table(events: &mut Events) -> Block {
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                let mut inline = Inline::cell();
                inline.read(events);
                let cell = inline.text().replace("\\\n", " ");
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    let columns = rows.first().map_or(0, Vec::len);
    let mut lines: Vec<_> = rows
        .iter()
        .map(|row| format!("| {} |", row.join(" | ")))
        .collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    }
    lines
}

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
