//! JSON as people write it: with comments, `...`, placeholders, missing commas and cut ends.

use serde::de::IgnoredAny;

use crate::claim::{Literal, Property};
use crate::source::Place;
use crate::work;

/// Values nested more deeply are opaque, to protect the stack.
const MAX_DEPTH: usize = 64;

/// A placeholder such as `<id>` is no longer than this, in bytes.
const PLACEHOLDER: usize = 80;

/// A value of a block of code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    pub value: Literal,
    pub place: Place,
    /// The places of all objects in it, each before those that it holds.
    pub objects: Vec<Place>,
    /// Whether it is JSON as it stands.
    pub is_strict: bool,
}

/// Reads a value; nothing that stands in a text is an error.
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// Byte 0 of the text is its start.
    base: Place,
    pub at: usize,
    depth: usize,
    objects: Vec<Place>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str, base: Place, at: usize) -> Self {
        Self {
            text,
            base,
            at,
            depth: 0,
            objects: Vec::new(),
        }
    }

    /// The object or list that begins here.
    pub fn shown(&mut self) -> Shown {
        let start = self.at;
        let value = self.value();
        self.finish(start, value)
    }

    /// The members of an object whose braces are left out.
    pub fn members(&mut self) -> Shown {
        let start = self.at;
        self.objects.push(self.place(start, start));
        let value = self.object();
        self.objects[0] = self.place(start, self.at);
        self.finish(start, value)
    }

    fn finish(&mut self, start: usize, value: Literal) -> Shown {
        let written = &self.text[start..self.at];
        Shown {
            is_strict: serde_json::from_str::<IgnoredAny>(written).is_ok() && is_whole(&value),
            value,
            place: self.place(start, self.at),
            objects: std::mem::take(&mut self.objects),
        }
    }

    fn value(&mut self) -> Literal {
        self.skip_space();
        match self.peek() {
            Some('{' | '[') if self.depth >= MAX_DEPTH => {
                self.skip_brackets();
                Literal::Opaque
            }
            Some('{') => {
                let (start, nth) = (self.at, self.objects.len());
                self.objects.push(self.place(start, start));
                self.at += 1;
                self.depth += 1;
                let object = self.object();
                self.depth -= 1;
                self.objects[nth] = self.place(start, self.at);
                object
            }
            Some('[') => {
                self.at += 1;
                self.depth += 1;
                let list = self.list();
                self.depth -= 1;
                list
            }
            Some(quote @ ('"' | '\'')) => Literal::String(self.string(quote)),
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '+') => self.number(),
            Some(c) if is_letter(c) => self.word(),
            _ => self.other(),
        }
    }

    /// The members up to the brace, or to the end of the text.
    fn object(&mut self) -> Literal {
        let mut members = Vec::new();
        loop {
            self.skip_space();
            let Some(c) = self.peek() else { break };
            let start = self.at;
            let key = match c {
                '}' => {
                    self.at += 1;
                    break;
                }
                ']' if self.depth > 0 => break,
                '"' | '\'' => self.string(c),
                c if is_letter(c) || c.is_ascii_digit() => self.name().to_owned(),
                '.' | '…' | '<' => {
                    self.other();
                    continue;
                }
                _ => {
                    self.at += c.len_utf8();
                    continue;
                }
            };
            let place = self.place(start, self.at);
            self.skip_space();
            if !self.eat(":") {
                continue;
            }
            members.push(Property {
                key,
                sdk_name: false,
                value: self.value(),
                place: Some(place),
            });
        }
        Literal::Object(members)
    }

    fn list(&mut self) -> Literal {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    break;
                }
                None | Some('}') => break,
                Some(',') => self.at += 1,
                Some('.' | '…') => {
                    self.other();
                }
                Some(_) => items.push(self.value()),
            }
        }
        Literal::Array(items)
    }

    /// A text that ends with its quote, or with its line.
    fn string(&mut self, quote: char) -> String {
        let start = self.at;
        self.at += 1;
        let mut closed = false;
        while let Some(c) = self.peek().filter(|&c| c != '\n') {
            self.at += c.len_utf8();
            if c == quote {
                closed = true;
                break;
            }
            if c == '\\' {
                self.at += self.peek().filter(|&c| c != '\n').map_or(0, char::len_utf8);
            }
        }
        let written = &self.text[start..self.at];
        let inner = &written[1..written.len() - usize::from(closed)];
        let read = match quote {
            '"' => serde_json::from_str(written),
            _ => serde_json::from_str(&format!("\"{inner}\"")),
        };
        read.unwrap_or_else(|_| inner.to_owned())
    }

    fn number(&mut self) -> Literal {
        let start = self.at;
        let token = self.take(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E'));
        let is_number = serde_json::from_str::<serde_json::Number>(token).is_ok();
        if is_number && self.ends() {
            return Literal::Number(token.to_owned());
        }
        self.at = start;
        self.other()
    }

    fn word(&mut self) -> Literal {
        let value = match self.name() {
            "true" | "True" => Literal::Bool(true),
            "false" | "False" => Literal::Bool(false),
            "null" | "None" => Literal::Null,
            _ => return self.other(),
        };
        if self.ends() { value } else { self.other() }
    }

    /// What is no value: up to the comma, bracket or line end behind it.
    fn other(&mut self) -> Literal {
        if self.peek() == Some('<') {
            let rest = &self.text.as_bytes()[self.at..];
            let end = rest.iter().take(PLACEHOLDER).position(|&b| b == b'>');
            self.at += end.unwrap_or(0) + 1;
        }
        let mut open = 0_usize;
        while let Some(c) = self.peek() {
            match c {
                '\n' => break,
                ',' | '}' | ']' if open == 0 => break,
                '(' => open += 1,
                ')' => open = open.saturating_sub(1),
                '"' => {
                    self.string('"');
                    continue;
                }
                _ => {}
            }
            self.at += c.len_utf8();
        }
        Literal::Opaque
    }

    /// Skips a value that is too deep.
    fn skip_brackets(&mut self) {
        let mut open = 0_usize;
        while let Some(c) = self.peek() {
            match c {
                '{' | '[' => open += 1,
                '}' | ']' => open -= 1,
                '"' => {
                    self.string('"');
                    continue;
                }
                _ => {}
            }
            self.at += c.len_utf8();
            if open == 0 {
                break;
            }
        }
    }

    /// Skips blanks and comments.
    pub fn skip_space(&mut self) {
        loop {
            self.take(char::is_whitespace);
            let rest = self.rest();
            if rest.starts_with("//") || rest.starts_with('#') {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            } else {
                break;
            }
        }
    }

    /// Whether a number or word ends here.
    fn ends(&self) -> bool {
        self.peek()
            .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '}' | ']' | '/' | '#'))
    }

    fn name(&mut self) -> &'t str {
        self.take(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.'))
    }

    fn take(&mut self, mut is: impl FnMut(char) -> bool) -> &'t str {
        let rest = self.rest();
        let len = rest.find(|c| !is(c)).unwrap_or(rest.len());
        work::count(len);
        self.at += len;
        &rest[..len]
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    pub fn peek(&self) -> Option<char> {
        work::count(1);
        self.rest().chars().next()
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn place(&self, start: usize, end: usize) -> Place {
        let base = self.base.start as usize;
        Place::new(self.base.file, base + start..base + end)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '$')
}

/// Whether nothing in a value is opaque.
fn is_whole(value: &Literal) -> bool {
    match value {
        Literal::Opaque => false,
        Literal::Array(items) => items.iter().all(is_whole),
        Literal::Object(members) => members.iter().all(|member| is_whole(&member.value)),
        _ => true,
    }
}
