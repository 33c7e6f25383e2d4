//! The part of a line that a diagnostic quotes.
//!
//! Rows of field tables are padded with hundreds of spaces, and one long cell
//! makes every row of its table 100,000 characters wide. A quote is squeezed
//! and shortened around its span, so that it fits a line of a terminal.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::clean::is_harmful;

/// Columns of a quote, of what it marks, and of what stands before that.
const WIDTH: usize = 110;
const MARKED: usize = 70;
const BEFORE: usize = 36;

/// A quoted line, and which of its columns are marked.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Snippet {
    /// The text.
    pub(crate) text: String,
    /// Columns before the marked ones.
    pub(crate) indent: usize,
    /// Marked columns; one at least, so that an empty span shows too.
    pub(crate) width: usize,
}

impl Snippet {
    /// Quotes the line in which a span starts.
    pub(crate) fn new(text: &str, span: Range<usize>) -> Self {
        // Lines may be as long as their files: no more of one is read than is quoted.
        let start = boundary(text, span.start);
        let end = boundary(text, span.end.max(start));
        let mut before = &text[..start];
        if text[start..].is_empty() || text[start..].starts_with('\n') {
            before = before.strip_suffix('\r').unwrap_or(before);
        }
        let before = before.chars().rev().take_while(|&c| c != '\n');
        let before: String = squeezed(before, BEFORE).chars().rev().collect();
        let marked = squeezed(in_line(text, start..end), MARKED);
        let (indent, width) = (columns(&before), columns(&marked));
        let left = WIDTH.saturating_sub(indent + width);
        let after = match text[start..end].contains('\n') {
            true => String::new(),
            false => squeezed(in_line(text, end..text.len()), left),
        };
        Self {
            text: format!("{before}{marked}{after}").trim_end().to_owned(),
            indent,
            width: width.max(1),
        }
    }
}

/// The next place where a character starts.
fn boundary(text: &str, at: usize) -> usize {
    let mut after = at.min(text.len())..text.len();
    after
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

/// The characters of a range up to the end of their line.
fn in_line(text: &str, range: Range<usize>) -> impl Iterator<Item = char> {
    let rest = text[range.start..].char_indices();
    let rest = rest.map(move |(at, c)| (range.start + at, c));
    let is_end = |at: usize| text[at..].is_empty() || text[at..].starts_with('\n');
    let line = rest
        .take_while(move |&(at, c)| at < range.end && c != '\n' && !(c == '\r' && is_end(at + 1)));
    line.map(|(_, c)| c)
}

/// As many characters as fit, with long runs of spaces and dashes shortened.
fn squeezed(chars: impl Iterator<Item = char>, width: usize) -> String {
    let (mut last, mut run) = (None, 0);
    let kept = chars.filter_map(move |c| {
        let c = match c {
            c if c.is_whitespace() && c != '\u{2028}' && c != '\u{2029}' => ' ',
            c if is_harmful(c) => '\u{fffd}',
            c => c,
        };
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        let most = match c {
            ' ' => 1,
            '-' => 3,
            _ => usize::MAX,
        };
        (run <= most).then_some(c)
    });
    // One more than are looked at tells that something is cut off.
    let start: String = kept.take(2 * width + 1).collect();
    cut(start.chars(), width)
}

/// As many characters as fit, with a mark in the last column if some do not.
fn cut(chars: impl Iterator<Item = char> + Clone, width: usize) -> String {
    // Combining characters take no column; twice the width is enough of them.
    let fitting = |width: usize| {
        let mut left = width;
        let mut fits = move |c: char| {
            let fits = columns_of(c) <= left;
            left = left.saturating_sub(columns_of(c));
            fits
        };
        chars.clone().take(2 * width).take_while(move |&c| fits(c))
    };
    if chars.clone().nth(fitting(width).count()).is_none() {
        return chars.collect();
    }
    fitting(width.saturating_sub(1)).chain(['…']).collect()
}

fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

fn columns_of(c: char) -> usize {
    c.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Snippet, WIDTH, columns};

    /// The quote of `needle`'s line, and the text that stands under its marks.
    fn quote(text: &str, needle: &str) -> (String, String) {
        let start = text.find(needle).unwrap();
        let snippet = Snippet::new(text, start..start + needle.len());
        let (mut at, mut marked) = (0, String::new());
        for c in snippet.text.chars() {
            if at >= snippet.indent && at < snippet.indent + snippet.width {
                marked.push(c);
            }
            at += super::columns_of(c);
        }
        (snippet.text, marked)
    }

    #[test]
    fn padding_and_rules_are_squeezed_and_the_mark_stays_on_its_text() {
        let text = format!(
            "one\n| `a`{pad} | *Foo*{pad} | {rule} |\nthree",
            pad = " ".repeat(500),
            rule = "-".repeat(500)
        );
        assert_eq!(
            quote(&text, "*Foo*"),
            ("| `a` | *Foo* | --- |".to_owned(), "*Foo*".to_owned())
        );
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_mark() {
        let text = format!("{} NEEDLE {}", "a".repeat(50_000), "b".repeat(50_000));
        let (quote, marked) = quote(&text, "NEEDLE");
        assert_eq!(marked, "NEEDLE");
        assert_eq!(columns(&quote), WIDTH);
        assert!(
            quote.starts_with("…aaa") && quote.ends_with("bbb…"),
            "{quote}"
        );
    }

    #[test]
    fn a_long_mark_is_cut() {
        let text = format!("x {} y", "ab".repeat(1000));
        let snippet = Snippet::new(&text, 2..2002);
        assert_eq!((snippet.indent, snippet.width), (2, super::MARKED));
        assert!(snippet.text.ends_with("aba… y"), "{}", snippet.text);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let text = "日本 x";
        let snippet = Snippet::new(text, 7..8);
        assert_eq!((snippet.indent, snippet.width), (5, 1));
    }

    #[test]
    fn a_mark_ends_with_its_line() {
        let snippet = Snippet::new("ab\r\ncd\nef", 4..9);
        assert_eq!(
            snippet,
            Snippet {
                text: "cd".to_owned(),
                indent: 0,
                width: 2
            }
        );
    }

    #[test]
    fn spans_of_nothing_or_outside_of_the_text_still_show() {
        for (span, indent) in [(2..2, 2), (1..1, 1), (99..100, 2)] {
            let snippet = Snippet::new("ab", span);
            assert_eq!((snippet.indent, snippet.width), (indent, 1));
        }
        assert_eq!(Snippet::new("", 0..0).text, "");
        let inside_a_character = Snippet::new("é", 1..2);
        assert_eq!(inside_a_character.text, "é");
    }

    #[test]
    fn terminal_controls_are_not_quoted() {
        let (text, _) = quote("a\u{1b}[2Jb\u{202e}c\td", "b");
        assert_eq!(text, "a\u{fffd}[2Jb\u{fffd}c d");
    }
}
