//! The runs of a cell as one line of text, in which each link is one character.

use crate::page::{Inline, plain, tag};
use crate::source::Place;

/// A cell without markup.
#[derive(Debug, Default)]
pub(super) struct Flat {
    /// Blanks are single, a line break is `\n`, a link is the character of its index.
    pub text: String,
    pub links: Vec<FlatLink>,
}

/// A link of a cell.
#[derive(Debug)]
pub(super) struct FlatLink {
    pub target: String,
    /// Its text without markup.
    pub text: String,
    pub place: Place,
}

/// Characters of private use, of which there are as many: further links are read as text.
const FIRST: u32 = 0xE000;
const MOST: usize = 0x1900;

/// The index of the link that a character stands for.
pub(super) fn link_at(c: char) -> Option<usize> {
    let at = u32::from(c).checked_sub(FIRST)? as usize;
    (at < MOST).then_some(at)
}

/// The character of a link.
pub(super) fn character(index: usize) -> Option<char> {
    let at = u32::try_from(index).ok()?;
    char::from_u32(FIRST + at).filter(|c| link_at(*c).is_some())
}

impl Flat {
    pub fn new(inlines: &[Inline]) -> Self {
        let mut flat = Self::default();
        let mut raw = String::new();
        flat.push(inlines, &mut raw);
        flat.text = close_brackets(tidy(&raw));
        flat
    }

    /// A text without markup.
    pub fn of_text(text: &str) -> Self {
        Self {
            text: close_brackets(tidy(&without_links(text))),
            links: Vec::new(),
        }
    }

    fn push(&mut self, inlines: &[Inline], raw: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text, _) | Inline::Code(text, _) => {
                    raw.push_str(&without_links(text));
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.push(inner, raw),
                Inline::Strike(_) => {}
                Inline::Link(link) => match character(self.links.len()) {
                    Some(c) => {
                        raw.push(c);
                        self.links.push(FlatLink {
                            target: link.target.to_string(),
                            text: close_brackets(tidy(&without_links(&plain(&link.text)))),
                            place: link.place,
                        });
                    }
                    None => self.push(&link.text, raw),
                },
                Inline::Html(tag, _) => raw.push_str(tag_text(tag)),
                Inline::Break(_) => raw.push('\n'),
            }
        }
    }
}

fn tag_text(text: &str) -> &str {
    let inner = text.trim_matches(['<', '>', '/', ' ']);
    let name = inner.split([' ', '/', '\n']).next().unwrap_or_default();
    if name.eq_ignore_ascii_case("br") {
        "\n"
    } else if is_markup(text) || tag::is_html(name) {
        ""
    } else {
        text
    }
}

/// Whether a tag ends something, is a comment, or has attributes.
fn is_markup(tag: &str) -> bool {
    tag.starts_with("</") || tag.starts_with("<!") || tag.contains('=')
}

/// A text of the page may hold characters that stand for links here.
fn without_links(text: &str) -> String {
    if text.chars().any(|c| link_at(c).is_some()) {
        return text.replace(|c| link_at(c).is_some(), " ");
    }
    text.to_owned()
}

/// Entities that `CommonMark` leaves: `&lt` without its semicolon is text, and all are in code.
const ENTITIES: [(&str, char); 9] = [
    ("&lt", '<'),
    ("&gt", '>'),
    ("&#60", '<'),
    ("&#62", '>'),
    ("&#91", '['),
    ("&#93", ']'),
    ("&#124", '|'),
    ("&nbsp", ' '),
    ("&amp", '&'),
];

/// Blanks single, line breaks without blanks around, no escapes, plain quotes.
fn tidy(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let mut after = &rest[c.len_utf8()..];
        let c = match c {
            '&' => match ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
                Some((name, c)) => {
                    after = &rest[name.len()..];
                    after = after.strip_prefix(';').unwrap_or(after);
                    *c
                }
                None => c,
            },
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                rest = after;
                continue;
            }
            '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{fe0f}' => {
                rest = after;
                continue;
            }
            '“' | '”' | '„' => '"',
            '‘' | '’' => '\'',
            _ => c,
        };
        rest = after;
        match c {
            '\n' => {
                text.truncate(text.trim_end_matches([' ', '\n']).len());
                if !text.is_empty() {
                    text.push('\n');
                }
            }
            c if c.is_whitespace() => {
                if !text.is_empty() && !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Adds the brackets that are missing at the end: `array[array[string]`.
fn close_brackets(mut text: String) -> String {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '[' => open.push(']'),
            '(' => open.push(')'),
            ']' | ')' if open.last() == Some(&c) => {
                open.pop();
            }
            ']' | ')' => return text,
            _ => {}
        }
    }
    if open.len() <= 4 {
        text.extend(open.iter().rev());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_markup_leaves_is_undone() {
        for (raw, text) in [
            ("  a \n b ", "a\nb"),
            ("\n a", "a"),
            ("Array&ltRoom&gt", "Array<Room>"),
            ("Array&#60;Room&#62;", "Array<Room>"),
            ("a \\| b", "a | b"),
            ("“a”", "\"a\""),
            ("a\u{a0}\u{200b} b", "a b"),
        ] {
            assert_eq!(tidy(raw), text);
        }
    }

    #[test]
    fn brackets_that_are_missing_at_the_end_are_added() {
        for (raw, text) in [
            ("array[array[string]", "array[array[string]]"),
            ("a (b", "a (b)"),
            ("a] b [", "a] b ["),
            ("[a)", "[a)"),
        ] {
            assert_eq!(close_brackets(raw.to_owned()), text);
        }
        assert_eq!(close_brackets("[".repeat(50)), "[".repeat(50));
    }

    #[test]
    fn characters_of_links_are_no_text() {
        assert_eq!(Flat::of_text("a\u{e000}b").text, "a b");
        assert_eq!(character(MOST), None);
    }
}
