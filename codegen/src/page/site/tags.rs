//! Takes tags out: `<Tab>`, `<h2>`, `<table>`, `{% tab %}`.

use super::fence::Fence;
use super::html_table;
use super::lookups::{BLOCK, INLINE};
use super::open::How;
use super::prepare::{Mark, Prepare, What};
use crate::page::tag::{self, Kind, Tag};
use crate::page::tree::{Element, Unread};

impl Prepare<'_> {
    /// Reads the tags that a line begins with.
    pub(super) fn tags(&mut self, mut at: usize, mut end: usize) -> usize {
        let text = self.text;
        let after_line = |end: usize| (end + 1).min(text.len());
        loop {
            at = end - text[at..end].trim_start().len();
            if at >= end {
                return after_line(end);
            }
            let rest = &text[at..];
            let comment = [("<!--", "-->"), ("{/*", "*/}")];
            if let Some((open, close)) = comment.iter().find(|(open, _)| rest.starts_with(open)) {
                let Some(length) = self.find_closing(close, at + open.len()) else {
                    let place = self.span.place(at..end);
                    self.unread.push(Unread::OpenComment(place));
                    self.blank(at..at + open.len());
                    return after_line(end);
                };
                self.blank(at..length + close.len());
                at = length + close.len();
                end = self.line_end(at);
                continue;
            }
            let taken = tag::scan(text, at).and_then(|tag| self.tag(&tag, at, end));
            let Some(behind) = taken else {
                self.closings(at, end);
                return after_line(end);
            };
            at = behind;
            if at > end {
                end = self.line_end(at);
            }
        }
    }

    /// Takes a tag out, if it is one of a block; gives the byte behind what was read.
    fn tag(&mut self, tag: &Tag, at: usize, end: usize) -> Option<usize> {
        let end = if tag.end > end {
            self.line_end(tag.end)
        } else {
            end
        };
        let name = tag.name.to_ascii_lowercase();
        let is_alone = self.text[tag.end..end].trim().is_empty();
        if self.text.as_bytes()[at] == b'{' {
            return self.block_tag(tag, at, end);
        }
        if matches!(name.as_str(), "script" | "style" | "pre" | "textarea") {
            return self.raw(tag, &name, at);
        }
        if name == "table" && tag.kind == Kind::Opens {
            return self.table(tag, at, end);
        }
        if tag.kind == Kind::Opens
            && let Some(level) = self.heading_level(&tag.name)
            && let Some(end) = self.heading_element(tag, at, level)
        {
            return Some(end);
        }
        if INLINE.contains(&name.as_str()) {
            return self.only_tags(at, end);
        }
        let is_known = BLOCK.contains(&name.as_str());
        let is_component =
            tag.name.starts_with(|c: char| c.is_ascii_uppercase()) || tag.name.contains(['-', '.']);
        if is_known || is_component || (is_alone && self.closes_later(tag)) {
            self.block_tag(tag, at, end)
        } else {
            None
        }
    }

    fn block_tag(&mut self, tag: &Tag, at: usize, end: usize) -> Option<usize> {
        let behind = self.text[tag.end..end].trim_start();
        let is_followed = !behind.is_empty() && !behind.starts_with(['<', '{']);
        let is_open = tag.kind == Kind::Opens && self.closes_later(tag);
        if tag.kind == Kind::Closes {
            self.close(&tag.name, at..tag.end);
            return Some(tag.end);
        }
        // `<Badge>new</Badge> text` is a part of the text, as are `<T> is a type`, `<Icon/> text`.
        let is_text = if is_open {
            self.is_followed_by_text(tag, end)
        } else {
            is_followed
        };
        if is_text {
            return None;
        }
        self.blank(at..tag.end);
        let mark = self.element(&tag.name, tag.attributes.clone(), at..tag.end);
        if is_open {
            self.push_open(&tag.name, mark, How::Tag, None);
        }
        Some(tag.end)
    }

    /// Whether an element ends on its line, and text stands behind it.
    fn is_followed_by_text(&self, tag: &Tag, end: usize) -> bool {
        if end - tag.end > LONGEST_LINE {
            return false;
        }
        let closing = format!("</{}", tag.name);
        let closing = self.text[tag.end..end].find(&closing);
        let closing = closing.and_then(|found| tag::scan(self.text, tag.end + found));
        let behind = closing.and_then(|closing| self.text.get(closing.end..end));
        behind.is_some_and(|behind| !behind.trim().is_empty() && !behind.contains("</"))
    }

    /// A line of nothing but inline tags, as `<a name="x"></a>`, which markdown takes for the
    /// start of an HTML block. Such tags before text stay where they are.
    fn only_tags(&mut self, at: usize, end: usize) -> Option<usize> {
        let mut tags = Vec::new();
        let mut from = at;
        while from < end {
            let rest = self.text[from..end].trim_start();
            from = end - rest.len();
            if rest.is_empty() {
                break;
            }
            let tag = tag::scan(self.text, from)?;
            if !INLINE.contains(&tag.name.to_ascii_lowercase().as_str()) || tag.end > end {
                return None;
            }
            tags.push(from);
            from = tag.end;
        }
        for at in tags {
            let tag = tag::scan(self.text, at)?;
            self.blank(at..tag.end);
            if tag.kind != Kind::Closes {
                self.element(&tag.name, tag.attributes, at..tag.end);
            }
        }
        Some(end)
    }

    /// An element whose text is no markdown. Scripts and styles are no text at all.
    fn raw(&mut self, tag: &Tag, name: &str, at: usize) -> Option<usize> {
        let closing = tag::scan(
            self.text,
            match tag.kind {
                Kind::Opens if self.closes_later(tag) => {
                    let closing = format!("</{}", tag.name);
                    tag.end + self.text[tag.end..].find(&closing)?
                }
                _ => {
                    self.blank(at..tag.end);
                    return Some(tag.end);
                }
            },
        )?;
        if matches!(name, "script" | "style") {
            self.blank(at..closing.end);
            return Some(closing.end);
        }
        Some(self.line_end(closing.end))
    }

    fn table(&mut self, tag: &Tag, at: usize, line_end: usize) -> Option<usize> {
        let Some(&end) = self.tables.get(&at) else {
            let place = self.span.place(at..tag.end);
            self.unread.push(Unread::OpenTable(place));
            self.blank(at..tag.end);
            return Some(tag.end);
        };
        let inner = &self.text[tag.end..end];
        // Markdown in a table that only lays out the page.
        let lines = || inner.lines().map(str::trim_start);
        if lines().any(|line| line.starts_with('|') || Fence::open(line).is_some()) {
            return self.block_tag(tag, at, line_end);
        }
        match html_table::read(self.text, at..end, self.span) {
            Ok(table) => {
                self.blank(at..end);
                let what = What::Table(table);
                self.marks.push(Mark { at, what });
            }
            Err(html_table::Refused::Empty) => self.blank(at..end),
            Err(html_table::Refused::Huge) => {
                let place = self.span.place(at..end);
                self.unread.push(Unread::HugeTable(place));
                self.blank(at..end);
            }
        }
        Some(end)
    }

    fn heading_level(&self, name: &str) -> Option<u8> {
        if let Some(level) = self.site.headings.get(name) {
            return Some((*level).clamp(1, 6));
        }
        let level = name.strip_prefix(['h', 'H'])?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }

    /// Makes `# ` of the last bytes of the tag, and one line of the text.
    fn heading_element(&mut self, tag: &Tag, at: usize, level: u8) -> Option<usize> {
        let closing = format!("</{}", tag.name);
        let limit = self.text.len().min(tag.end + LONGEST_HEADING);
        let bytes = &self.text.as_bytes()[tag.end..limit];
        let found = bytes
            .windows(closing.len())
            .position(|window| window == closing.as_bytes())?;
        let text = tag.end..tag.end + found;
        let closing = tag::scan(self.text, text.end)?;
        for byte in &mut self.out.to_mut()[text] {
            if matches!(*byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
        self.blank(tag.end + found..closing.end);
        self.blank(at..tag.end);
        self.out.to_mut()[tag.end - 3..tag.end].copy_from_slice(b"\n# ");
        let element = Element {
            name: tag.name.clone(),
            attributes: tag.attributes.clone(),
            place: self.span.place(at..tag.end),
            covers: self.span.place(at..closing.end),
        };
        let what = What::Heading(level, element);
        self.marks.push(Mark { at, what });
        Some(closing.end)
    }

    /// Closing tags of open elements, in a line that begins with text.
    pub(super) fn closings(&mut self, start: usize, end: usize) {
        if self.open_names.is_empty() {
            return;
        }
        let mut at = start;
        let mut in_code = false;
        while let Some(found) = self.text[at..end].find(['<', '{', '`']) {
            let from = at + found;
            at = from + 1;
            if self.text.as_bytes()[from] == b'`' {
                in_code = !in_code;
                continue;
            }
            if in_code
                || !self.text[at..end]
                    .trim_start_matches(['%', ' '])
                    .starts_with('/')
            {
                continue;
            }
            if let Some(tag) = tag::scan(self.text, from)
                && tag.kind == Kind::Closes
                && tag.end <= end
                && self.open_names.contains_key(&tag.name)
            {
                self.close(&tag.name, from..tag.end);
                at = tag.end;
            }
        }
    }

    fn closes_later(&self, tag: &Tag) -> bool {
        let last = self.last_closing.get(tag.name.as_str());
        last.is_some_and(|&last| last >= tag.end)
    }

    /// Where the end of a comment stands.
    fn find_closing(&self, close: &'static str, from: usize) -> Option<usize> {
        let last = *self.last_closing.get(close)?;
        (last >= from).then(|| self.text[from..].find(close).map(|at| from + at))?
    }
}

/// In longer lines no element is a part of the text.
const LONGEST_LINE: usize = 4_000;

/// Longer ones are no headings.
const LONGEST_HEADING: usize = 1_000;
