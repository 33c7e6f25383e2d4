//! Tags: `<Tab title="x">`, `</Tab>`, `<br/>`, `{% tab label="x" %}`, and lists of attributes,
//! `{ #id .class }`.

use crate::work;

/// An attribute of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name as spelt.
    pub name: String,
    /// Its value without quotes, `true` if it has none; of `{…}` what stands in the braces.
    pub value: String,
}

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Opens,
    Closes,
    /// `<x/>`.
    Empty,
}

/// A tag.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tag {
    pub name: String,
    pub kind: Kind,
    pub attributes: Vec<Attribute>,
    /// One past its last byte.
    pub end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        value(&self.attributes, name)
    }
}

/// The value of an attribute, its name without case.
pub(crate) fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    let mut attributes = attributes.iter();
    attributes
        .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
        .map(|attribute| attribute.value.as_str())
}

/// Elements of HTML that stand in running text and cells. What else looks like a tag may be text:
/// `<id>`, `List<Room>`.
const HTML: [&str; 36] = [
    "a", "abbr", "b", "big", "br", "center", "code", "del", "details", "div", "em", "font", "hr",
    "i", "img", "ins", "kbd", "li", "mark", "nobr", "ol", "p", "pre", "s", "samp", "small", "span",
    "strike", "strong", "sub", "summary", "sup", "tt", "u", "ul", "wbr",
];

/// Whether a name is that of an element of HTML.
pub(crate) fn is_html(name: &str) -> bool {
    HTML.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// A tag that is longer is none: what does not end costs no more than this at each start.
const LONGEST: usize = 4_096;

/// The tag that begins at a byte.
pub(crate) fn scan(text: &str, at: usize) -> Option<Tag> {
    let rest = text.get(at..)?;
    let (open, end): (usize, &[u8]) = if rest.starts_with("{%") {
        (2, b"%}")
    } else if rest.starts_with('<') {
        (1, b">")
    } else {
        return None;
    };
    let bytes = text.as_bytes();
    let mut scanner = Scanner {
        text,
        bytes: &bytes[..bytes.len().min(at + LONGEST)],
        at: at + open,
        end,
    };
    scanner.tag()
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    end: &'a [u8],
}

impl Scanner<'_> {
    fn tag(&mut self) -> Option<Tag> {
        let is_block_tag = self.end.len() > 1;
        if is_block_tag {
            self.blanks()?;
        }
        let closes = self.take(b'/');
        if is_block_tag {
            self.blanks()?;
        }
        let start = self.at;
        let in_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
        if !self.peek()?.is_ascii_alphabetic() {
            return None;
        }
        while in_name(self.peek()?) {
            self.at += 1;
        }
        let name = self.slice(start);
        let follows = self.peek()?;
        if !(follows.is_ascii_whitespace() || follows == b'/' || self.ends()) {
            return None;
        }
        let mut attributes = Vec::new();
        let kind = loop {
            self.blanks()?;
            if self.ends() {
                self.at += self.end.len();
                break if closes { Kind::Closes } else { Kind::Opens };
            }
            if self.take(b'/') {
                self.blanks()?;
                if self.ends() {
                    self.at += self.end.len();
                    break Kind::Empty;
                }
                continue;
            }
            if let Some(attribute) = self.attribute()? {
                attributes.push(attribute);
            }
        };
        Some(Tag {
            name,
            kind,
            attributes,
            end: self.at,
        })
    }

    /// An attribute; nothing for what has no name, as `{...props}` and `"text"`.
    fn attribute(&mut self) -> Option<Option<Attribute>> {
        if matches!(self.peek()?, b'{' | b'"' | b'\'') {
            self.value()?;
            return Some(None);
        }
        let start = self.at;
        while !self.ends()
            && !self.peek()?.is_ascii_whitespace()
            && !matches!(self.peek()?, b'=' | b'/' | b'<' | b'{')
        {
            self.at += 1;
        }
        if self.at == start {
            return None;
        }
        let name = self.slice(start);
        self.blanks()?;
        let value = if self.take(b'=') {
            self.blanks()?;
            self.value()?
        } else {
            "true".to_owned()
        };
        Some(Some(Attribute { name, value }))
    }

    fn value(&mut self) -> Option<String> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let start = self.at;
                while self.peek()? != quote {
                    self.at += 1;
                }
                let value = self.slice(start);
                self.at += 1;
                Some(unescape(&value))
            }
            b'{' => {
                let start = self.at + 1;
                self.braces()?;
                let code = self.slice(start);
                self.at += 1;
                let code = code.trim();
                let quoted = ['"', '\'', '`'].iter().find_map(|quote| {
                    let inner = code.strip_prefix(*quote)?.strip_suffix(*quote)?;
                    (!inner.contains(*quote)).then_some(inner)
                });
                Some(quoted.unwrap_or(code).to_owned())
            }
            _ => {
                let start = self.at;
                while !self.ends() && !self.peek()?.is_ascii_whitespace() {
                    self.at += 1;
                }
                // The slash of `<a name=x/>` ends the tag.
                if self.ends() && self.at > start + 1 && self.bytes[self.at - 1] == b'/' {
                    self.at -= 1;
                }
                Some(unescape(&self.slice(start)))
            }
        }
    }

    /// To the brace that closes the one here.
    fn braces(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        let mut quote = None;
        loop {
            let b = self.peek()?;
            match quote {
                Some(open) if b == open => quote = None,
                Some(_) => {}
                None => match b {
                    b'"' | b'\'' | b'`' => quote = Some(b),
                    b'{' => depth += 1,
                    b'}' => {
                        depth -= 1;
                        if depth == 0 {
                            return Some(());
                        }
                    }
                    _ => {}
                },
            }
            self.at += 1;
        }
    }

    /// Skips blanks; a blank line is no part of a tag.
    fn blanks(&mut self) -> Option<()> {
        let mut lines = 0;
        while self.peek()?.is_ascii_whitespace() {
            lines += usize::from(self.peek()? == b'\n');
            self.at += 1;
        }
        (lines < 2).then_some(())
    }

    fn take(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    fn ends(&self) -> bool {
        self.bytes[self.at..].starts_with(self.end)
    }

    fn peek(&self) -> Option<u8> {
        work::count(1);
        self.bytes.get(self.at).copied()
    }

    fn slice(&self, start: usize) -> String {
        self.text.get(start..self.at).unwrap_or_default().to_owned()
    }
}

/// Resolves the entities that values of attributes need.
fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let entities = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let text = value.to_owned();
    entities
        .iter()
        .fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// The attributes of `{#x}`, `{ #x .c k=v }`, `{: #x}` or `{/* #x */}`; nothing if it is none.
pub(crate) fn attribute_list(text: &str) -> Option<Vec<Attribute>> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let comment = inner
        .strip_prefix("/*")
        .and_then(|inner| inner.strip_suffix("*/"));
    let inner = comment.or(inner.strip_prefix(':')).unwrap_or(inner);
    let mut attributes = Vec::new();
    for word in inner.split_whitespace() {
        let (name, value) = match word.split_at_checked(1)? {
            ("#", id) => ("id", id),
            (".", class) => ("class", class),
            _ => word.split_once('=')?,
        };
        if name.is_empty() || value.is_empty() || word.contains(['{', '}']) {
            return None;
        }
        attributes.push(Attribute {
            name: name.to_owned(),
            value: value.trim_matches(['"', '\'']).to_owned(),
        });
    }
    (!attributes.is_empty()).then_some(attributes)
}

#[cfg(test)]
mod tests;
