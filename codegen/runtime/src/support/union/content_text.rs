//! Content from the text of JSON, which has all digits of numbers.

use std::borrow::Cow;

use serde::de::Error as _;

use super::content::{Content, Entry, Error};
use super::content_parts::Parts;
use crate::support::read::depth::DEEPEST;

/// Reads a value.
///
/// # Errors
///
/// If the text is no JSON, or nested too deeply.
pub fn parse(text: &str) -> Result<Content<'_>, Error> {
    let mut reader = Reader {
        text,
        at: 0,
        deeper: DEEPEST,
    };
    let value = reader.value()?;
    match reader.next() {
        None => Ok(value),
        Some(_) => Err(reader.unexpected()),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// How many levels may follow.
    deeper: usize,
}

impl<'t> Reader<'t> {
    /// The next byte that is no space.
    #[inline]
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    #[cold]
    fn unexpected(&self) -> Error {
        Error::custom(format_args!("invalid JSON at byte {} of a value", self.at))
    }

    fn value(&mut self) -> Result<Content<'t>, Error> {
        match self.next() {
            Some(b'"') => Ok(Content::Text(self.string()?)),
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'-' | b'0'..=b'9') => Ok(self.number()),
            Some(b't') => self.word("true", Content::Boolean(true)),
            Some(b'f') => self.word("false", Content::Boolean(false)),
            Some(b'n') => self.word("null", Content::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Content<'t>, Error>,
    ) -> Result<Content<'t>, Error> {
        self.at += 1;
        let Some(deeper) = self.deeper.checked_sub(1) else {
            return Err(Error::custom("recursion limit exceeded"));
        };
        self.deeper = deeper;
        let value = read(self)?;
        self.deeper += 1;
        Ok(value)
    }

    fn object(&mut self) -> Result<Content<'t>, Error> {
        let mut entries: Vec<Entry<'t>> = Vec::new();
        if self.next() == Some(b'}') {
            self.at += 1;
            return Ok(Content::Object(Parts::Own(entries)));
        }
        loop {
            if self.next() != Some(b'"') {
                return Err(self.unexpected());
            }
            let key = self.string()?;
            if self.next() != Some(b':') {
                return Err(self.unexpected());
            }
            self.at += 1;
            entries.push((key, self.value()?));
            if self.ends(b'}')? {
                return Ok(Content::Object(Parts::Own(entries)));
            }
        }
    }

    fn array(&mut self) -> Result<Content<'t>, Error> {
        let mut items = Vec::new();
        if self.next() == Some(b']') {
            self.at += 1;
            return Ok(Content::Array(Parts::Own(items)));
        }
        loop {
            items.push(self.value()?);
            if self.ends(b']')? {
                return Ok(Content::Array(Parts::Own(items)));
            }
        }
    }

    /// Whether a list or object ends here; otherwise more of it follows.
    fn ends(&mut self, end: u8) -> Result<bool, Error> {
        let next = self.next();
        if next != Some(b',') && next != Some(end) {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(next == Some(end))
    }

    /// Text, borrowed if it has no escapes.
    fn string(&mut self) -> Result<Cow<'t, str>, Error> {
        let start = self.at + 1;
        let mut end = start;
        let mut escapes = false;
        loop {
            match self.text.as_bytes().get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escapes = true;
                    end += 2;
                }
                Some(_) => end += 1,
                None => return Err(self.unexpected()),
            }
        }
        self.at = end + 1;
        if !escapes {
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        let text = serde_json::from_str(&self.text[start - 1..=end]);
        text.map(Cow::Owned).map_err(Error::custom)
    }

    fn number(&mut self) -> Content<'t> {
        let rest = &self.text[self.at..];
        let is_part = |c: char| matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        self.at += end;
        Content::number(Cow::Borrowed(&rest[..end]))
    }

    fn word(&mut self, word: &str, value: Content<'t>) -> Result<Content<'t>, Error> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.unexpected());
        }
        self.at += word.len();
        Ok(value)
    }
}
