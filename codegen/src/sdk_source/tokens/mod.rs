//! Cuts source into words, numbers, texts and signs.
//!
//! One pass over the bytes, without recursion, for all languages; what they quote and comment by is
//! data, a [`Syntax`]. A text that does not end, as code that is cut or hostile has it, ends with
//! its line, or with the file where its quotes hold several lines.

mod cutter;
mod escapes;

use std::borrow::Cow;

use cutter::Cutter;
use escapes::unescaped;

use crate::work;

/// What a language quotes and comments by.
pub(crate) struct Syntax {
    /// What starts a comment that ends with its line.
    pub line_comments: &'static [&'static str],
    /// What looks like the start of such a comment and is none: PHP's `#[`.
    pub no_comments: &'static [&'static str],
    /// What starts and ends a longer comment.
    pub block_comments: &'static [(&'static str, &'static str)],
    /// The quotes; where one starts like another, the longer stands first.
    pub quotes: &'static [Quote],
    /// Signs that may stand in a word, beside `_`.
    pub word_signs: &'static str,
}

/// A kind of quotes.
pub(crate) struct Quote {
    /// What a text starts with, prefixes of the language included: `@"`.
    pub open: &'static str,
    /// What it ends with.
    pub close: &'static str,
    /// What a character is written by that would end or change the text.
    pub escape: Escape,
    /// Whether it may hold line breaks.
    pub lines: bool,
}

impl Quote {
    /// The same sign on both sides, and backslashes before what would end the text.
    pub const fn of(sign: &'static str, lines: bool) -> Self {
        Self::between(sign, sign, Escape::Backslash, lines)
    }

    pub const fn between(
        open: &'static str,
        close: &'static str,
        escape: Escape,
        lines: bool,
    ) -> Self {
        Self {
            open,
            close,
            escape,
            lines,
        }
    }
}

/// How a text writes what would end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Escape {
    /// Not at all.
    None,
    /// By a backslash.
    Backslash,
    /// By the closing quote, twice.
    Doubled,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or keyword.
    Word,
    /// A number, as it is spelt.
    Number,
    /// A text in quotes.
    Text,
    /// One other character.
    Sign,
}

struct Token {
    start: u32,
    end: u32,
    line: u32,
    /// The closing bracket of an opening one.
    closing: u32,
    kind: Kind,
    escape: Escape,
}

/// The tokens of a file, by number. Numbers that no token has are allowed everywhere.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts a text, which has less than 4 GB.
    pub fn new(text: &'t str, syntax: &Syntax) -> Self {
        let mut cutter = Cutter {
            text,
            at: 0,
            line: 1,
            list: Vec::new(),
        };
        while cutter.at < text.len() {
            cutter.next(syntax);
        }
        let mut tokens = Self {
            text,
            list: cutter.list,
        };
        tokens.pair_brackets();
        tokens
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// What a token is.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        work::count(1);
        self.list.get(at).map(|token| token.kind)
    }

    /// The line of a token, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.list.get(at).map_or(0, |token| token.line as usize)
    }

    /// How many bytes stand before a token on its line.
    pub fn column(&self, at: usize) -> usize {
        let start = self.list.get(at).map_or(0, |token| token.start as usize);
        let line = self.text[..start].rfind('\n').map_or(0, |end| end + 1);
        work::count(start - line);
        start - line
    }

    /// A token as it is spelt; of a text, what stands between its quotes.
    pub fn raw(&self, at: usize) -> &'t str {
        let token = self.list.get(at);
        token.map_or("", |it| &self.text[it.start as usize..it.end as usize])
    }

    /// Whether a token is that word or sign.
    pub fn is(&self, at: usize, spelt: &str) -> bool {
        matches!(self.kind(at), Some(Kind::Word | Kind::Sign)) && self.raw(at) == spelt
    }

    /// Whether the tokens from one on are these words and signs.
    pub fn are(&self, at: usize, spelt: &[&str]) -> bool {
        spelt.iter().enumerate().all(|(n, it)| self.is(at + n, it))
    }

    /// A word.
    pub fn word(&self, at: usize) -> Option<&'t str> {
        (self.kind(at) == Some(Kind::Word)).then(|| self.raw(at))
    }

    /// What a text means, its escapes resolved.
    pub fn text(&self, at: usize) -> Option<Cow<'t, str>> {
        let token = self.list.get(at)?;
        let raw = self.raw(at);
        match (token.kind, token.escape) {
            (Kind::Text, Escape::None) => Some(Cow::Borrowed(raw)),
            (Kind::Text, Escape::Doubled) => Some(Cow::Owned(raw.replace("\"\"", "\""))),
            (Kind::Text, Escape::Backslash) => Some(unescaped(raw)),
            _ => None,
        }
    }

    /// The bracket that closes the one at a token; the end of the tokens if none does.
    pub fn closing(&self, at: usize) -> usize {
        self.list
            .get(at)
            .map_or(self.len(), |token| token.closing as usize)
    }

    /// The token behind the one at `at`: behind the closing bracket, if it is an opening one.
    pub fn behind(&self, at: usize) -> usize {
        if self.is_opening(at) {
            (self.closing(at) + 1).min(self.len())
        } else {
            at + 1
        }
    }

    /// Whether a token is an opening bracket.
    pub fn is_opening(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Sign) && matches!(self.raw(at), "(" | "[" | "{")
    }

    fn pair_brackets(&mut self) {
        let end = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let mut open: Vec<usize> = Vec::new();
        for at in 0..self.list.len() {
            if self.kind(at) != Some(Kind::Sign) {
                continue;
            }
            let opening = match self.raw(at) {
                "(" | "[" | "{" => {
                    self.list[at].closing = end;
                    open.push(at);
                    continue;
                }
                ")" => "(",
                "]" => "[",
                "}" => "{",
                _ => continue,
            };
            // A bracket that closes none, or another kind, is passed over.
            if open.last().is_some_and(|&it| self.raw(it) == opening) {
                let it = open.pop().unwrap_or_default();
                self.list[it].closing = u32::try_from(at).unwrap_or(end);
            }
        }
    }
}
