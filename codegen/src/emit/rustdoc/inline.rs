//! Inline markdown: text, code, emphasis, links, and the HTML between them.

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::tags::Tags;
use super::text::{code_span, escape, escape_start, find_address, link_addresses, web_address};
use super::{Block, Events, is_inline_end};
use crate::clean::document;

/// Inline markdown as it is written.
#[derive(Default)]
pub(crate) struct Inline {
    out: String,
    /// Inside a heading, which is bold as a whole.
    bold: bool,
    in_table: bool,
    /// The open links: where their text starts, and where they lead if that is kept.
    links: Vec<(usize, Option<String>)>,
    tags: Tags,
}

impl Inline {
    pub(crate) fn heading() -> Self {
        Self {
            bold: true,
            ..Self::default()
        }
    }

    pub(crate) fn cell() -> Self {
        Self {
            in_table: true,
            ..Self::default()
        }
    }

    /// Reads up to the end of the block.
    pub(crate) fn read(&mut self, events: &mut Events) {
        for event in events.by_ref() {
            match event {
                Event::End(end) if !is_inline_end(end) => break,
                event => self.push(event),
            }
        }
    }

    pub(crate) fn push(&mut self, event: Event) {
        match &event {
            Event::Start(_) => self.tags.enter(),
            Event::End(_) => self.tags.leave(),
            _ => {}
        }
        match event {
            Event::Text(text) => self.push_text(&text),
            Event::Code(code) => {
                let span = code_span(&code);
                let span = if self.in_table {
                    span.replace('|', "\\|")
                } else {
                    span
                };
                self.out.push_str(&span);
            }
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.line_break(),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => self.out.push('*'),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) if !self.bold => {
                self.out.push_str("**");
            }
            Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => {
                self.out.push_str("~~");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.links.push((self.out.len(), web_address(&dest_url)));
            }
            Event::Start(Tag::Image { .. }) => self.links.push((self.out.len(), None)),
            Event::End(TagEnd::Link | TagEnd::Image) => self.close_link(),
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let Some((start, Some(address))) = self.links.pop() else {
            return;
        };
        self.tags.forget(start);
        let text = self.out.split_off(start);
        let spelled = escape(&address);
        if text.trim().is_empty() || text == spelled || text == address {
            self.out.push_str(&format!("<{address}>"));
        } else {
            self.out.push_str(&format!("[{text}](<{address}>)"));
        }
    }

    fn push_text(&mut self, text: &str) {
        // Entities are characters by now.
        let text = document(text);
        let mut rest = text.as_ref();
        // The text of a link that is not kept is plain text.
        let in_link = self.links.iter().any(|(_, address)| address.is_some());
        while !in_link && let Some((at, length)) = find_address(rest) {
            self.out.push_str(&escape(&rest[..at]));
            self.out.push_str(&format!("<{}>", &rest[at..at + length]));
            rest = &rest[at + length..];
        }
        self.out.push_str(&escape(rest));
    }

    fn line_break(&mut self) {
        if self.links.is_empty() {
            self.out.push_str("\\\n");
        } else {
            self.out.push(' ');
        }
    }

    /// HTML: known tags go, some as a line's end; unknown ones are placeholders, kept as text.
    pub(crate) fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            self.push_text(&rest[..at].replace('\n', " "));
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            let tag = &rest[..end];
            let name = tag
                .trim_start_matches(['<', '/', '!'])
                .split(|c: char| !c.is_ascii_alphanumeric())
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            if BREAKING_TAGS.contains(&name.as_str()) {
                if !matches!(name.as_str(), "br" | "hr") {
                    self.tags.end_block();
                }
                self.line_break();
            } else if !(self.bold && matches!(name.as_str(), "b" | "strong"))
                && TAGS.contains(&name.as_str())
            {
                self.tags.read(tag, &name, self.out.len());
            } else if !TAGS.contains(&name.as_str()) {
                self.push_text(tag);
            }
            rest = &rest[end..];
            if matches!(name.as_str(), "script" | "style") && !tag.starts_with("</") {
                let close = rest.to_ascii_lowercase().find(&format!("</{name}"));
                rest = close.map_or("", |at| &rest[at..]);
            }
        }
        self.push_text(&rest.replace('\n', " "));
    }

    pub(crate) fn text(mut self) -> String {
        self.take()
            .map(|lines| lines.join("\n"))
            .unwrap_or_default()
    }

    /// What was written, as the lines of a paragraph, none of which starts another block.
    pub(crate) fn take(&mut self) -> Option<Block> {
        let out = std::mem::take(&mut self.out);
        let out = link_addresses(self.tags.apply(out, self.in_table));
        self.links.clear();
        let mut lines: Vec<String> = out
            .split("\\\n")
            .map(single_blanks)
            .filter(|line| !line.is_empty())
            .map(|line| escape_start(&line))
            .collect();
        let last = lines.len().checked_sub(1)?;
        for line in &mut lines[..last] {
            line.push('\\');
        }
        Some(lines)
    }
}

/// A line with one blank between its words, and none around them.
fn single_blanks(line: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let is_so = line.chars().all(|c| {
        let was_blank = std::mem::replace(&mut before, c) == ' ';
        !c.is_whitespace() || (c == ' ' && !was_blank)
    });
    if is_so && before != ' ' {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// HTML that ends a line.
const BREAKING_TAGS: &[&str] = &[
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// HTML of which only the content is kept.
const TAGS: &[&str] = &[
    "a", "abbr", "b", "button", "center", "cite", "code", "del", "details", "em", "figure", "font",
    "i", "iframe", "img", "input", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "script",
    "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg",
    "tbody", "td", "th", "thead", "tt", "u", "var", "video", "wbr",
];
