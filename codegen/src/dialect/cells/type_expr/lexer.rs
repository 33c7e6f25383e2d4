//! From inline runs to tokens.

use super::SyntaxError;
use crate::page::Inline;
use crate::source::Place;

const ELLIPSIS: &str = "...";

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind {
    Name(Vec<String>),
    Text(String),
    Number(String),
    Sign(char),
    /// `...`
    Ellipsis,
    LinkStart(String),
    LinkEnd,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Glyph<'a> {
    Char(char),
    LinkStart(&'a str),
    LinkEnd,
}

/// Splits inline runs into tokens. Emphasis is dropped: it carries no meaning.
pub(crate) fn tokens(inlines: &[Inline]) -> Result<Vec<Token>, SyntaxError> {
    let mut glyphs = Vec::new();
    push_glyphs(inlines, &mut glyphs);
    let mut lexer = Lexer { glyphs, at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        tokens.push(token);
    }
    Ok(tokens)
}

fn push_glyphs<'a>(inlines: &'a [Inline], glyphs: &mut Vec<(Glyph<'a>, Place)>) {
    for inline in inlines {
        match inline {
            Inline::Text(run, place) | Inline::Html(run, place) => push_run(run, *place, glyphs),
            Inline::Code(run, place) => push_run(run, inside_ticks(run, *place), glyphs),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                push_glyphs(inner, glyphs);
            }
            Inline::Link(link) => {
                glyphs.push((Glyph::LinkStart(&link.target), link.place));
                push_glyphs(&link.text, glyphs);
                glyphs.push((Glyph::LinkEnd, link.place));
            }
            Inline::Break(place) => glyphs.push((Glyph::Char(' '), *place)),
        }
    }
}

fn inside_ticks(run: &str, place: Place) -> Place {
    let ticks =
        (place.end - place.start) as usize - run.len().min((place.end - place.start) as usize);
    match u32::try_from(ticks / 2) {
        Ok(half) if ticks.is_multiple_of(2) => Place {
            start: place.start + half,
            end: place.end - half,
            ..place
        },
        _ => place,
    }
}

/// Gives each character its own place where the run stands in the file as it is.
fn push_run(run: &str, place: Place, glyphs: &mut Vec<(Glyph<'_>, Place)>) {
    glyphs.reserve(run.len());
    let verbatim = (place.end - place.start) as usize == run.len();
    for (at, c) in run.char_indices() {
        let own = if verbatim {
            let start = place.start + u32::try_from(at).unwrap_or(0);
            Place {
                start,
                end: start + u32::try_from(c.len_utf8()).unwrap_or(1),
                ..place
            }
        } else {
            place
        };
        glyphs.push((Glyph::Char(c), own));
    }
}

struct Lexer<'a> {
    glyphs: Vec<(Glyph<'a>, Place)>,
    at: usize,
}

impl Lexer<'_> {
    fn next(&mut self) -> Result<Option<Token>, SyntaxError> {
        // A backslash here is an escape of the markdown that outlived a nesting level.
        while self
            .char_at(0)
            .is_some_and(|c| c.is_whitespace() || (c == '\\' && !self.starts_name()))
        {
            self.at += 1;
        }
        let from = self.at;
        let Some((glyph, _)) = self.glyphs.get(from).copied() else {
            return Ok(None);
        };
        let kind = match glyph {
            Glyph::LinkStart(target) => {
                let kind = TokenKind::LinkStart(target.to_owned());
                self.at += 1;
                kind
            }
            Glyph::LinkEnd => {
                self.at += 1;
                TokenKind::LinkEnd
            }
            Glyph::Char(quote @ ('"' | '\'')) => self.text(quote)?,
            Glyph::Char('.') if self.starts_ellipsis() => {
                self.at += ELLIPSIS.len();
                TokenKind::Ellipsis
            }
            Glyph::Char(_) if self.starts_name() => self.name(),
            Glyph::Char(c) if c.is_ascii_digit() || c == '-' => self.number()?,
            Glyph::Char(c) if "<>[](){}|,*?:;&@".contains(c) => {
                let kind = TokenKind::Sign(c);
                self.at += 1;
                kind
            }
            Glyph::Char(c) => return Err(self.error(format!("`{c}` is not allowed in a type"))),
        };
        let place = self.place_from(from);
        Ok(Some(Token { kind, place }))
    }

    fn name(&mut self) -> TokenKind {
        let mut path = Vec::new();
        if self.separator() > 0 {
            path.push(String::new());
        }
        loop {
            self.at += self.separator();
            let mut part = String::new();
            while let Some(c) = self.char_at(0).filter(|c| is_name_char(*c)) {
                part.push(c);
                self.at += 1;
            }
            path.push(part);
            if self.separator() == 0 || !self.starts_name() {
                return TokenKind::Name(path);
            }
        }
    }

    fn starts_name(&self) -> bool {
        self.char_at(self.separator())
            .is_some_and(|c| is_name_char(c) && !c.is_ascii_digit())
    }

    fn starts_ellipsis(&self) -> bool {
        let mut dots = ELLIPSIS.chars().enumerate();
        dots.all(|(ahead, dot)| self.char_at(ahead) == Some(dot))
    }

    /// The length of the `.`, `::` or `\` that stands here.
    fn separator(&self) -> usize {
        match (self.char_at(0), self.char_at(1)) {
            (Some(':'), Some(':')) => 2,
            (Some('.' | '\\'), _) => 1,
            _ => 0,
        }
    }

    fn number(&mut self) -> Result<TokenKind, SyntaxError> {
        let mut number = String::new();
        while let Some(c) = self.char_at(0).filter(|c| {
            c.is_ascii_digit() || ".eE".contains(*c) || (*c == '-' && number.is_empty())
        }) {
            number.push(c);
            self.at += 1;
        }
        match number.parse::<f64>() {
            Ok(_) => Ok(TokenKind::Number(number)),
            Err(_) => Err(self.error(format!("`{number}` is not a valid number"))),
        }
    }

    fn text(&mut self, quote: char) -> Result<TokenKind, SyntaxError> {
        let from = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.char_at(0) {
            self.at += 1;
            match c {
                _ if c == quote => return Ok(TokenKind::Text(text)),
                '\\' => match self.char_at(0) {
                    Some(escaped) => {
                        text.push(match escaped {
                            'n' => '\n',
                            't' => '\t',
                            other => other,
                        });
                        self.at += 1;
                    }
                    None => text.push('\\'),
                },
                _ => text.push(c),
            }
        }
        self.at = from;
        Err(self.error("the closing quotation mark is missing".to_owned()))
    }

    fn char_at(&self, ahead: usize) -> Option<char> {
        match self.glyphs.get(self.at + ahead) {
            Some((Glyph::Char(c), _)) => Some(*c),
            _ => None,
        }
    }

    fn place_from(&self, from: usize) -> Place {
        let first = self.glyphs[from].1;
        let last = self.glyphs[from.max(self.at.saturating_sub(1))].1;
        Place {
            end: last.end.max(first.end),
            ..first
        }
    }

    fn error(&self, message: String) -> SyntaxError {
        let at = self.at.min(self.glyphs.len().saturating_sub(1));
        SyntaxError {
            message,
            place: self.glyphs[at].1,
        }
    }
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}
