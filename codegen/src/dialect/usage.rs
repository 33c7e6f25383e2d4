//! Values in usage blocks: the literals of TypeScript.

use std::ops::Range;

use crate::claim::{Literal, Property};
use crate::page::Code;
use crate::source::{Located, Place};

/// Values inside one another beyond this depth are refused, for the stack's sake.
const MAX_DEPTH: usize = 64;

/// The value in a block such as `let value: Room = { roomId: "a" };`.
pub(super) fn example(code: &Code) -> Option<Located<Literal>> {
    let at = declaration(&code.text)?;
    let mut reader = Reader::new(code, at);
    let start = reader.skip_space();
    let value = reader.value()?;
    let place = reader.place(start..reader.at);
    (value != Literal::Opaque).then(|| Located::new(value, place))
}

/// The value of a text that is JSON; deeper than [`MAX_DEPTH`], it is opaque.
pub(crate) fn json(code: &Code) -> Option<Located<Literal>> {
    let mut reader = Reader::new(code, 0);
    let start = reader.skip_space();
    let value = reader.value()?;
    Some(Located::new(value, reader.place(start..reader.at)))
}

/// The literals of `"a" | "b" | Unrecognized<string>`, where they stand, and
/// whether the last says that other values are kept.
pub(super) fn literal_union(code: &Code) -> Option<(Vec<Located<Literal>>, bool)> {
    let mut reader = Reader::new(code, 0);
    let mut literals = Vec::new();
    let mut open = false;
    reader.skip_space();
    reader.eat("|");
    loop {
        let start = reader.skip_space();
        if reader.eat("Unrecognized<") {
            open = true;
            reader.at += reader.rest().find('>')? + 1;
        } else {
            let literal = reader.primary()?;
            literals.push(Located::new(literal, reader.place(start..reader.at)));
        }
        reader.skip_space();
        if !reader.eat("|") {
            break;
        }
    }
    reader
        .rest()
        .trim_matches([';', ' ', '\r', '\n', '\t'])
        .is_empty()
        .then_some((literals, open))
}

/// Where the value of the first `let` or `const` declaration starts.
fn declaration(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        if words.starts_with("let ") || words.starts_with("const ") {
            return Some(at + text[at..].find('=')? + 1);
        }
        at += line.len();
    }
    None
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    base: Place,
}

impl<'a> Reader<'a> {
    fn new(code: &'a Code, at: usize) -> Self {
        Self {
            text: &code.text,
            at,
            depth: 0,
            base: code.place,
        }
    }

    /// A value and what follows it; an expression that is no literal is opaque.
    fn value(&mut self) -> Option<Literal> {
        self.skip_space();
        let start = self.at;
        self.depth += 1;
        let literal = if self.depth <= MAX_DEPTH {
            self.primary()
        } else {
            None
        };
        self.depth -= 1;
        self.skip_space();
        let ends = self.rest().is_empty() || self.rest().starts_with([',', '}', ']', ')', ';']);
        if literal.is_some() && ends {
            return literal;
        }
        self.at = start;
        self.skip_expression()?;
        Some(Literal::Opaque)
    }

    fn primary(&mut self) -> Option<Literal> {
        match self.peek()? {
            '{' => self.object(),
            '[' => self.array(),
            '"' | '\'' | '`' => self.string().map(Literal::String),
            c if c.is_ascii_digit() || c == '-' || c == '.' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Literal> {
        let word = self.identifier()?;
        match word {
            "null" => Some(Literal::Null),
            "true" => Some(Literal::Bool(true)),
            "false" => Some(Literal::Bool(false)),
            "new" => {
                self.skip_space();
                if !matches!(self.identifier()?, "Date" | "RFCDate") {
                    return None;
                }
                self.skip_space();
                self.eat("(").then_some(())?;
                self.skip_space();
                let text = self.string()?;
                self.skip_space();
                self.eat(")").then_some(Literal::Date(text))
            }
            _ => None,
        }
    }

    fn object(&mut self) -> Option<Literal> {
        self.at += 1;
        let mut properties = Vec::new();
        loop {
            let start = self.skip_space();
            if self.eat("}") {
                return Some(Literal::Object(properties));
            }
            let (key, sdk_name) = match self.peek()? {
                '"' | '\'' => (self.string()?, false),
                c if c.is_ascii_digit() => (self.digits().to_owned(), false),
                _ => (self.identifier()?.to_owned(), true),
            };
            let place = self.place(start..self.at);
            self.skip_space();
            self.eat(":").then_some(())?;
            if !self.eat_undefined() {
                let value = self.value()?;
                properties.push(Property {
                    key,
                    sdk_name,
                    value,
                    place: Some(place),
                });
            }
            self.separator('}')?;
        }
    }

    fn array(&mut self) -> Option<Literal> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.eat("]") {
                return Some(Literal::Array(items));
            }
            items.push(self.value()?);
            self.separator(']')?;
        }
    }

    /// A comma, or the closing bracket, which stays.
    fn separator(&mut self, close: char) -> Option<()> {
        self.skip_space();
        (self.eat(",") || self.peek() == Some(close)).then_some(())
    }

    fn eat_undefined(&mut self) -> bool {
        let start = self.skip_space();
        let found = self.identifier() == Some("undefined");
        self.skip_space();
        if found && self.rest().starts_with([',', '}']) {
            return true;
        }
        self.at = start;
        false
    }

    fn number(&mut self) -> Option<Literal> {
        let sign = if self.eat("-") { "-" } else { "" };
        let digits = self.digits().replace('_', "");
        self.eat("n");
        let number = format!("{sign}{digits}");
        digits.parse::<f64>().ok().map(|_| Literal::Number(number))
    }

    fn digits(&mut self) -> &'a str {
        let mut before = ' ';
        self.take_while(|c| {
            let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E');
            before = c;
            c.is_ascii_digit() || matches!(c, '.' | '_' | 'e' | 'E') || sign
        })
    }

    fn identifier(&mut self) -> Option<&'a str> {
        let word = self.take_while(|c| c.is_alphanumeric() || c == '_' || c == '$');
        (!word.is_empty()).then_some(word)
    }

    fn string(&mut self) -> Option<String> {
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
    fn skip_expression(&mut self) -> Option<()> {
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

    /// Skips what is left of a template string, after [`Reader::string`] has met a `${`.
    fn skip_template(&mut self, quote: char) -> Option<()> {
        let end = self.rest().find(quote)?;
        self.at += end + quote.len_utf8();
        Some(())
    }

    /// Skips spaces and comments; where it ends up.
    fn skip_space(&mut self) -> usize {
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

    fn eat(&mut self, text: &str) -> bool {
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

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn place(&self, range: Range<usize>) -> Place {
        let base = self.base.start as usize;
        Place::new(self.base.file, base + range.start..base + range.end)
    }
}
