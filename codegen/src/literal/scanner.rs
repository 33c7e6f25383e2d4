//! Reads the small parts of a literal: space, words, strings.

use std::ops::Range;

use crate::source::Place;

/// A text and how far it is read.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    base: Place,
    pub at: usize,
}

impl<'a> Scanner<'a> {
    /// Reads a text from a byte on; its byte 0 is the start of `base`.
    pub fn new(text: &'a str, base: Place, at: usize) -> Self {
        Self { text, base, at }
    }

    /// The digits, points and exponent of a number.
    pub fn digits(&mut self) -> &'a str {
        let mut before = ' ';
        self.take_while(|c| {
            let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E');
            before = c;
            c.is_ascii_digit() || matches!(c, '.' | '_' | 'e' | 'E') || sign
        })
    }

    /// A name or keyword.
    pub fn identifier(&mut self) -> Option<&'a str> {
        let word = self.take_while(|c| c.is_alphanumeric() || c == '_' || c == '$');
        (!word.is_empty()).then_some(word)
    }

    /// A quoted string without `${`, its escapes resolved.
    pub fn string(&mut self) -> Option<String> {
        let quote = self.peek().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        self.at += 1;
        let mut text = String::new();
        loop {
            let c = self.next()?;
            match c {
                _ if c == quote => return Some(text),
                '$' if quote == '`' && self.peek() == Some('{') => return None,
                '\\' => self.escape(&mut text)?,
                _ => text.push(c),
            }
        }
    }

    fn escape(&mut self, text: &mut String) -> Option<()> {
        match self.next()? {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' => text.push('\u{8}'),
            'f' => text.push('\u{c}'),
            'v' => text.push('\u{b}'),
            '0' => text.push('\0'),
            '\n' => {}
            'x' => text.push(char::from_u32(self.hex(2)?)?),
            'u' => {
                let unit = self.code_unit()?;
                let point = match unit {
                    0xd800..=0xdbff if self.eat("\\u") => {
                        let low = self.code_unit()?.checked_sub(0xdc00)?;
                        0x10000 + ((unit - 0xd800) << 10) + (low & 0x3ff)
                    }
                    _ => unit,
                };
                text.push(char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            other => text.push(other),
        }
        Some(())
    }

    fn code_unit(&mut self) -> Option<u32> {
        if !self.eat("{") {
            return self.hex(4);
        }
        let len = self.rest().find('}').filter(|len| *len <= 8)?;
        let point = self.hex(len)?;
        self.eat("}").then_some(point)
    }

    fn hex(&mut self, len: usize) -> Option<u32> {
        let digits = self.rest().get(..len)?;
        self.at += len;
        u32::from_str_radix(digits, 16).ok()
    }

    /// Skips to the end of an expression: a comma, semicolon or closing bracket of its own level.
    pub fn skip_expression(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            let Some(c) = self.peek() else {
                return (depth == 0).then_some(());
            };
            match c {
                '"' | '\'' | '`' => {
                    if self.string().is_none() {
                        self.skip_template(c)?;
                    }
                    continue;
                }
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' | ',' | ';' if depth == 0 => return Some(()),
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            self.at += c.len_utf8();
        }
    }

    /// Skips what is left of a template string, after [`Scanner::string`] has met a `${`.
    fn skip_template(&mut self, quote: char) -> Option<()> {
        let end = self.rest().find(quote)?;
        self.at += end + quote.len_utf8();
        Some(())
    }

    /// Skips spaces and comments; where it ends up.
    pub fn skip_space(&mut self) -> usize {
        loop {
            self.take_while(char::is_whitespace);
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else {
                return self.at;
            }
        }
    }

    fn take_while(&mut self, mut take: impl FnMut(char) -> bool) -> &'a str {
        let rest = self.rest();
        let len = rest.find(|c| !take(c)).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    /// Whether that text stands here; if so, goes past it.
    pub fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Where a range of the text stands in its file.
    pub fn place(&self, range: Range<usize>) -> Place {
        let base = self.base.start as usize;
        Place::new(self.base.file, base + range.start..base + range.end)
    }
}
