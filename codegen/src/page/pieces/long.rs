//! Tables, lists and plain paragraphs that are longer than a piece, cut between their lines.
//!
//! A line at the first column that begins with a bar is a row of the table that is open, whatever it
//! says, and one that begins with the mark of the open list is an item. Only a blank line ends them.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::{Begun, OPTIONS, Piece, has_open_metadata};

/// The pieces of the table or list in which `at` lies, with all that stands between `start` and it in the
/// first; `None` if there is no such block, or not only lines of it up to its end.
pub(super) fn cut(text: &str, start: usize, at: usize, size: usize) -> Option<Vec<Piece>> {
    let first = next_line(text, at)?;
    let begins = |line: &str| line.starts_with('|') || is_item(line) || is_plain(line);
    if !begins(line(text, first)) || has_open_metadata(&text[start..first]) {
        return None;
    }
    let block = last_block(&text[start..first])?;
    let range = block.1.start + start..block.1.end + start;
    // Another mark begins another block.
    let mark = |at: usize| text[at..].chars().next().filter(|c| !c.is_alphabetic());
    if range.end < first || mark(range.start) != mark(first) {
        return None;
    }
    let begun = match block.0 {
        Kind::Table => Begun::Table(range.start..header_end(text, range.start)?),
        // In a list with a blank line, all items have paragraphs.
        Kind::List if !has_blank_line(&text[range.clone()]) => Begun::List,
        // Nothing that was opened goes on.
        Kind::Paragraph if text[range].split_inclusive('\n').all(is_plain) => Begun::Paragraph,
        Kind::List | Kind::Paragraph => return None,
    };
    let tail = tail(text, first, size, &begun)?;
    let end = tail.last()?.end;
    let head = Piece {
        range: start..first,
        goes_on: None,
        cut: Some(end),
    };
    let mut pieces = vec![head];
    pieces.extend(tail.into_iter().map(|range| Piece {
        cut: (range.end < end).then_some(end),
        goes_on: Some(begun.clone()),
        range,
    }));
    Some(pieces)
}

/// The groups of lines that go on with a block, up to its end.
fn tail(text: &str, first: usize, size: usize, begun: &Begun) -> Option<Vec<Range<usize>>> {
    let mark = text[first..].chars().next()?;
    let mut groups = Vec::new();
    let (mut start, mut at) = (first, first);
    while at < text.len() {
        let line = line(text, at);
        if is_blank(line) {
            break;
        }
        let goes_on = match begun {
            Begun::Table(_) => line.starts_with(mark),
            Begun::List => line.starts_with(mark) && is_item(line),
            Begun::Paragraph => is_plain(line),
        };
        if !goes_on {
            return None;
        }
        at += line.len();
        if at - start >= size {
            groups.push(start..at);
            start = at;
        }
    }
    if start < at {
        groups.push(start..at);
    }
    // Behind a blank line, an item or what is indented goes on with a list.
    let behind = text[at..].trim_start_matches(['\n', '\r', ' ', '\t']);
    let ends = behind.is_empty()
        || text[..text.len() - behind.len()].ends_with('\n')
            && behind
                .starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '#' | '|' | '`'));
    (*begun != Begun::List || ends).then_some(groups)
}

enum Kind {
    Table,
    List,
    Paragraph,
}

/// The last block of a text at the top level, if it is one of these.
fn last_block(text: &str) -> Option<(Kind, Range<usize>)> {
    let (mut depth, mut last) = (0_usize, None);
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    last = match tag {
                        Tag::Table(_) => Some((Kind::Table, range)),
                        Tag::List(None) => Some((Kind::List, range)),
                        Tag::Paragraph => Some((Kind::Paragraph, range)),
                        _ => None,
                    };
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ if depth == 0 => last = None,
            _ => {}
        }
    }
    last
}

/// Whether a line is an item of one line that no other line can make into something else: not empty, no
/// rule, no definition.
fn is_item(line: &str) -> bool {
    let Some(said) = ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    else {
        return false;
    };
    let said = said.trim();
    let is_rule = said.chars().all(|c| matches!(c, '-' | '*' | '_' | ' '));
    !said.is_empty() && !is_rule && !said.contains("]:")
}

/// Whether a line of a paragraph has nothing but text, and so neither opens nor closes anything.
pub(in crate::page) fn is_plain(line: &str) -> bool {
    let text = line.trim_end_matches('\n');
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(char::is_whitespace)
        && !text
            .bytes()
            .any(|byte| is_mark(byte) || matches!(byte, b'|' | b'\r'))
}

/// Whether a byte begins or ends something within a line.
pub(in crate::page) fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\'
    )
}

fn is_blank(line: &str) -> bool {
    line.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

fn has_blank_line(text: &str) -> bool {
    text.split_inclusive('\n').any(is_blank)
}

/// Where the next line begins.
fn next_line(text: &str, from: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    let length = rest.iter().position(|&byte| byte == b'\n')?;
    (length + 1 < rest.len()).then_some(from + length + 1)
}

/// The line that begins at a byte, with its end.
fn line(text: &str, at: usize) -> &str {
    text[at..].split_inclusive('\n').next().unwrap_or_default()
}

/// Where the header of a table ends, and the dashes below it.
fn header_end(text: &str, start: usize) -> Option<usize> {
    next_line(text, next_line(text, start)?)
}
