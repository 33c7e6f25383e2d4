//! Literals of TypeScript, and so of JSON.

use super::scanner::Scanner;
use super::{Literal, Property};
use crate::source::{Located, Place};

/// Values nested more deeply are errors, to protect the stack.
const MAX_DEPTH: usize = 64;

/// The value that is the whole of a text at a place; deeper than [`MAX_DEPTH`], it is opaque.
pub(crate) fn value(text: &str, place: Place) -> Option<Located<Literal>> {
    let mut reader = Reader::new(text, place, 0);
    let start = reader.scanner.skip_space();
    let value = reader.value()?;
    Some(Located::new(
        value,
        reader.scanner.place(start..reader.scanner.at),
    ))
}

/// Reads a text that stands at a place, from some byte on.
pub(crate) struct Reader<'a> {
    pub scanner: Scanner<'a>,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// Byte 0 of the text is the start of the place.
    pub fn new(text: &'a str, place: Place, at: usize) -> Self {
        Self {
            scanner: Scanner::new(text, place, at),
            depth: 0,
        }
    }

    /// A value and what follows it; an expression that is no literal is opaque.
    pub fn value(&mut self) -> Option<Literal> {
        self.scanner.skip_space();
        let start = self.scanner.at;
        self.depth += 1;
        let literal = if self.depth <= MAX_DEPTH {
            self.primary()
        } else {
            None
        };
        self.depth -= 1;
        self.scanner.skip_space();
        let ends = self.scanner.rest().is_empty()
            || self.scanner.rest().starts_with([',', '}', ']', ')', ';']);
        if literal.is_some() && ends {
            return literal;
        }
        self.scanner.at = start;
        self.scanner.skip_expression()?;
        Some(Literal::Opaque)
    }

    pub fn primary(&mut self) -> Option<Literal> {
        match self.scanner.peek()? {
            '{' => self.object(),
            '[' => self.array(),
            '"' | '\'' | '`' => self.scanner.string().map(Literal::String),
            c if c.is_ascii_digit() || c == '-' || c == '.' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Literal> {
        let word = self.scanner.identifier()?;
        match word {
            "null" => Some(Literal::Null),
            "true" => Some(Literal::Bool(true)),
            "false" => Some(Literal::Bool(false)),
            "new" => {
                self.scanner.skip_space();
                if !matches!(self.scanner.identifier()?, "Date" | "RFCDate") {
                    return None;
                }
                self.scanner.skip_space();
                self.scanner.eat("(").then_some(())?;
                self.scanner.skip_space();
                let text = self.scanner.string()?;
                self.scanner.skip_space();
                self.scanner.eat(")").then_some(Literal::Date(text))
            }
            _ => None,
        }
    }

    fn object(&mut self) -> Option<Literal> {
        self.scanner.at += 1;
        let mut properties = Vec::new();
        loop {
            let start = self.scanner.skip_space();
            if self.scanner.eat("}") {
                return Some(Literal::Object(properties));
            }
            let (key, sdk_name) = match self.scanner.peek()? {
                '"' | '\'' => (self.scanner.string()?, false),
                c if c.is_ascii_digit() => (self.scanner.digits().to_owned(), false),
                _ => (self.scanner.identifier()?.to_owned(), true),
            };
            let place = self.scanner.place(start..self.scanner.at);
            self.scanner.skip_space();
            self.scanner.eat(":").then_some(())?;
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
        self.scanner.at += 1;
        let mut items = Vec::new();
        loop {
            self.scanner.skip_space();
            if self.scanner.eat("]") {
                return Some(Literal::Array(items));
            }
            items.push(self.value()?);
            self.separator(']')?;
        }
    }

    /// A comma, or the closing bracket, which stays.
    fn separator(&mut self, close: char) -> Option<()> {
        self.scanner.skip_space();
        (self.scanner.eat(",") || self.scanner.peek() == Some(close)).then_some(())
    }

    fn eat_undefined(&mut self) -> bool {
        let start = self.scanner.skip_space();
        let found = self.scanner.identifier() == Some("undefined");
        self.scanner.skip_space();
        if found && self.scanner.rest().starts_with([',', '}']) {
            return true;
        }
        self.scanner.at = start;
        false
    }

    fn number(&mut self) -> Option<Literal> {
        let sign = if self.scanner.eat("-") { "-" } else { "" };
        let digits = self.scanner.digits().replace('_', "");
        self.scanner.eat("n");
        let number = format!("{sign}{digits}");
        digits.parse::<f64>().ok().map(|_| Literal::Number(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Files, SourceFile};

    fn value(text: &str) -> Option<Literal> {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("a.ts", text));
        Reader::new(text, Place::new(id, 0..text.len()), 0).value()
    }

    fn string(text: &str) -> Literal {
        Literal::String(text.to_owned())
    }

    #[test]
    fn reads_scalars() {
        let number = |text: &str| Some(Literal::Number(text.to_owned()));
        assert_eq!(value("null"), Some(Literal::Null));
        assert_eq!(value("true"), Some(Literal::Bool(true)));
        assert_eq!(value("-1284.03"), number("-1284.03"));
        assert_eq!(value("1e-7"), number("1e-7"));
        assert_eq!(value("12n"), number("12"));
        assert_eq!(
            value("new Date(\"2024-03-21\")"),
            Some(Literal::Date("2024-03-21".into()))
        );
        assert_eq!(
            value("new RFCDate('2024')"),
            Some(Literal::Date("2024".into()))
        );
    }

    #[test]
    fn resolves_escapes() {
        assert_eq!(
            value(r#""a\n\"\u0041\x42\u{1F600}\ud83d\ude00\/""#),
            Some(string("a\n\"AB\u{1f600}\u{1f600}/"))
        );
        assert_eq!(value("`a\nb`"), Some(string("a\nb")));
        assert_eq!(value(r"'it\'s'"), Some(string("it's")));
    }

    #[test]
    fn other_expressions_are_opaque() {
        for text in [
            "await open(\"a, b\")",
            "\"a\" + \"b\"",
            "`${a}`",
            "x ?? [1]",
            "new Foo()",
        ] {
            let object = value(&format!("{{ a: {text}, b: 1 }}"));
            let Some(Literal::Object(properties)) = object else {
                panic!("{text}: {object:?}");
            };
            let values: Vec<_> = properties.into_iter().map(|p| p.value).collect();
            assert_eq!(
                values,
                [Literal::Opaque, Literal::Number("1".into())],
                "{text}"
            );
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "[".repeat(100_000);
        assert_eq!(value(&deep), None);
    }
}
