//! Takes one token after the other off a text.

use super::{Escape, Kind, Quote, Syntax, Token};
use crate::work;

/// How far a text is cut.
pub(super) struct Cutter<'t> {
    pub text: &'t str,
    pub at: usize,
    pub line: usize,
    pub list: Vec<Token>,
}

impl Cutter<'_> {
    /// Takes what starts here: a token, a comment, a blank.
    pub fn next(&mut self, syntax: &Syntax) {
        let rest = &self.text[self.at..];
        let starts = |it: &&str| rest.starts_with(*it);
        let Some(first) = rest.chars().next() else {
            return;
        };
        if first == '\n' {
            self.skip(1);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else if syntax.line_comments.iter().any(starts) && !syntax.no_comments.iter().any(starts)
        {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if let Some((open, close)) =
            syntax.block_comments.iter().find(|(open, _)| starts(open))
        {
            let end = rest[open.len()..].find(close);
            self.skip(end.map_or(rest.len(), |end| open.len() + end + close.len()));
        } else if let Some(quote) = syntax.quotes.iter().find(|quote| starts(&quote.open)) {
            let inner = text_end(&rest[quote.open.len()..], quote);
            let start = quote.open.len();
            self.push(Kind::Text, start..start + inner, quote.escape);
            let whole = start + inner;
            let closed = rest[whole..].starts_with(quote.close);
            self.skip(whole + if closed { quote.close.len() } else { 0 });
        } else if first.is_ascii_digit() {
            let end = number_end(rest);
            self.push(Kind::Number, 0..end, Escape::None);
            self.skip(end);
        } else if is_in_word(first, syntax) {
            let end = rest.find(|c| !is_in_word(c, syntax)).unwrap_or(rest.len());
            self.push(Kind::Word, 0..end, Escape::None);
            self.skip(end);
        } else {
            self.push(Kind::Sign, 0..first.len_utf8(), Escape::None);
            self.skip(first.len_utf8());
        }
    }

    fn push(&mut self, kind: Kind, range: std::ops::Range<usize>, escape: Escape) {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.list.push(Token {
            start: small(self.at + range.start),
            end: small(self.at + range.end),
            line: small(self.line),
            closing: 0,
            kind,
            escape,
        });
    }

    fn skip(&mut self, bytes: usize) {
        work::count(bytes);
        let skipped = &self.text.as_bytes()[self.at..self.at + bytes];
        self.line += skipped.iter().filter(|byte| **byte == b'\n').count();
        self.at += bytes;
    }
}

/// How long a text is, from behind its opening quote.
fn text_end(rest: &str, quote: &Quote) -> usize {
    let mut at = 0;
    while let Some(next) = rest[at..].chars().next() {
        let here = &rest[at..];
        if quote.escape == Escape::Backslash && next == '\\' {
            let escaped = here.chars().nth(1).map_or(0, char::len_utf8);
            at += 1 + escaped;
        } else if let Some(after) = here.strip_prefix(quote.close) {
            if quote.escape != Escape::Doubled || !after.starts_with(quote.close) {
                return at;
            }
            at += 2 * quote.close.len();
        } else if next == '\n' && !quote.lines {
            return at;
        } else {
            at += next.len_utf8();
        }
    }
    at.min(rest.len())
}

fn number_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let is_point = *byte == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let is_sign = matches!(byte, b'+' | b'-') && matches!(bytes[at - 1], b'e' | b'E');
        if !byte.is_ascii_alphanumeric() && *byte != b'_' && !is_point && !is_sign {
            break;
        }
        at += 1;
    }
    at
}

fn is_in_word(c: char, syntax: &Syntax) -> bool {
    c.is_alphanumeric() || c == '_' || syntax.word_signs.contains(c)
}
