//! Sentences, and the links in them.

use crate::dialect::reference::table::spelled_with;
use crate::page::{Inline, plain};
use crate::source::Located;

/// A text with its links.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    /// Code in back quotes, bold text in stars, links without their targets.
    pub text: String,
    pub links: Vec<Link>,
}

/// A link in a text.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// Where in the text it starts, and where it ends.
    pub start: usize,
    pub end: usize,
    pub target: String,
    pub text: Located<String>,
}

/// The text of runs, and the links in it.
pub(crate) fn linked(inlines: &[Inline]) -> Linked {
    let mut links = Vec::new();
    let text = spelled_with(inlines, &mut |range, link| {
        if let Inline::Link(link) = link {
            links.push(Link {
                start: range.start,
                end: range.end,
                target: link.target.to_string(),
                text: Located::new(plain(&link.text), link.place),
            });
        }
    });
    Linked { text, links }
}

/// How many links there are in runs.
pub(crate) fn count_links(inlines: &[Inline]) -> usize {
    let count = |inline: &Inline| match inline {
        Inline::Link(_) => 1,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
            count_links(inner)
        }
        Inline::Text(..) | Inline::Code(..) | Inline::Html(..) | Inline::Break(_) => 0,
    };
    inlines.iter().map(count).sum()
}

impl Linked {
    /// The sentences of the text, each with the byte that it starts at.
    pub fn sentences(&self) -> Vec<(usize, &str)> {
        let ends = ends(&self.text);
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let ends = ends.iter().copied().chain([self.text.len()]);
        starts
            .zip(ends)
            .map(|(start, end)| (start, &self.text[start..end]))
            .filter(|(_, sentence)| !sentence.trim().is_empty())
            .collect()
    }
}

/// Longer texts are cut before their last part is looked at.
const LONGEST: usize = 600;

pub(crate) fn last_sentence(text: &str) -> &str {
    let mut from = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let text = text[from..].trim();
    let start = ends(text).last().copied().unwrap_or_default();
    match text[start..].trim() {
        "" => text,
        last => last,
    }
}

/// Where the sentences of a text end, but for its last.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut in_code = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let behind = at + c.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        match c {
            '`' => in_code = !in_code,
            _ if in_code => {}
            '。' | '！' | '？' if next.is_some() => ends.push(behind),
            '.' | '!' | '?' if next.is_some_and(char::is_whitespace) => {
                let mut before = text[..at].chars().rev();
                let before = (before.next(), before.next());
                // `e.g. a room`, `a. room`
                let is_short = matches!(before, (_, None | Some('.' | ' ')));
                if !is_short {
                    ends.push(behind);
                }
            }
            _ => {}
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sentence() {
        for (text, last) in [
            ("One. Two has:", "Two has:"),
            ("Use e.g. `a. b` v1.2 for it", "Use e.g. `a. b` v1.2 for it"),
            ("Is it? It `is. no`", "It `is. no`"),
            ("一。二：", "二："),
            ("One.", "One."),
            ("", ""),
        ] {
            assert_eq!(last_sentence(text), last);
        }
    }
}
