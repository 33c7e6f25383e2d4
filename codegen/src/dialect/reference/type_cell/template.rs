//! Templates of terms: literal words, `{}` for a type, `*` for any words.

use super::brackets::Depths;
use crate::dialect::reference::profile::TypeRule;

/// A template, ready to be compared.
#[derive(Debug)]
pub(super) struct Template<'p> {
    pub rule: &'p TypeRule,
    parts: Vec<Part>,
    /// The longest word of it, without which no text is of its form.
    word: String,
}

#[derive(Debug, PartialEq)]
enum Part {
    /// In lower case.
    Literal(String),
    Type,
    Words,
}

/// A text that templates are compared with.
pub(super) struct Subject<'t> {
    pub text: &'t str,
    lower: String,
    depths: Depths,
}

impl<'t> Subject<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            lower: text.to_ascii_lowercase(),
            depths: Depths::new(text),
        }
    }
}

impl<'p> Template<'p> {
    pub fn new(rule: &'p TypeRule) -> Self {
        let mut parts = Vec::new();
        let mut rest = rule.template.trim();
        while !rest.is_empty() {
            let (part, len) = if rest.starts_with("{}") {
                (Part::Type, 2)
            } else if rest.starts_with('*') {
                (Part::Words, 1)
            } else {
                let hole = rest.find("{}").into_iter().chain(rest.find('*')).min();
                let len = hole.unwrap_or(rest.len());
                (Part::Literal(rest[..len].to_ascii_lowercase()), len)
            };
            // Of two holes side by side none knows its end.
            if part == Part::Words && parts.last().is_some_and(|last| *last == Part::Words) {
                rest = &rest[len..];
                continue;
            }
            parts.push(part);
            rest = &rest[len..];
        }
        let words = parts.iter().filter_map(|part| match part {
            Part::Literal(text) => Some(text.split(|c: char| !c.is_alphanumeric())),
            _ => None,
        });
        let word = words.flatten().max_by_key(|word| word.len());
        Self {
            rule,
            word: word.unwrap_or_default().to_owned(),
            parts,
        }
    }

    /// The texts in the holes for types, if a text is of this form.
    pub fn holes<'t>(&self, subject: &Subject<'t>) -> Option<Vec<&'t str>> {
        if !subject.lower.contains(&self.word) {
            return None;
        }
        let end = subject.text.len();
        let mut holes = Vec::new();
        let mut at = 0;
        let mut open: Option<&Part> = None;
        for (index, part) in self.parts.iter().enumerate() {
            let Part::Literal(literal) = part else {
                open = Some(part);
                continue;
            };
            let is_last = index + 1 == self.parts.len();
            let (start, after) = match open.take() {
                None => (at, eat(literal, &subject.lower, at)?),
                Some(hole) => {
                    let found = find(literal, subject, at, is_last)?;
                    Self::fill(hole, &subject.text[at..found.0], &mut holes)?;
                    found
                }
            };
            if is_last && after != end {
                return None;
            }
            debug_assert!(start <= after);
            at = after;
        }
        match open {
            Some(hole) if subject.depths.is_whole(at, end) => {
                Self::fill(hole, &subject.text[at..], &mut holes)?;
                Some(holes)
            }
            None if at == end => Some(holes),
            _ => None,
        }
    }

    /// Its words without the holes, if they stand together: `object` of `{} object`.
    pub fn only_word(&self) -> Option<&str> {
        let mut words = self.parts.iter().filter_map(|part| match part {
            Part::Literal(text) => Some(text.trim()),
            _ => None,
        });
        let word = words.next()?;
        words.next().is_none().then_some(word)
    }

    /// Whether the first hole may hold a text: what commas part is not one thing that the words
    /// behind it are about, as in `text, list or object`.
    pub fn may_hold(&self, text: &str) -> bool {
        let is_first = self.parts.first() == Some(&Part::Type);
        !is_first || !text.contains(", ") || super::brackets::split(text, &[", "]).len() == 1
    }

    fn fill<'t>(hole: &Part, text: &'t str, holes: &mut Vec<&'t str>) -> Option<()> {
        if *hole == Part::Type {
            let text = text.trim();
            if text.is_empty() {
                return None;
            }
            holes.push(text);
        }
        Some(())
    }
}

/// Where a literal stands behind a hole that begins at `from`: the first place, or the end.
fn find(literal: &str, subject: &Subject<'_>, from: usize, at_end: bool) -> Option<(usize, usize)> {
    let text = subject.text;
    let depth = subject.depths.at(from);
    for (step, _) in text.get(from..)?.char_indices() {
        let start = from + step;
        let here = subject.depths.at(start);
        if here < depth {
            return None;
        }
        if here == depth
            && let Some(end) = eat(literal, &subject.lower, start)
            && (!at_end || end == text.len())
        {
            return Some((start, end));
        }
    }
    None
}

/// The end of a literal that begins at a place of a text. Blanks inside of brackets and beside commas
/// need not be there, and those before brackets need not be in the literal: `list[` is in `list [`.
fn eat(literal: &str, lower: &str, at: usize) -> Option<usize> {
    let text = lower.as_bytes();
    let literal = literal.as_bytes();
    let mut pos = at;
    for (index, byte) in literal.iter().enumerate() {
        match (byte, text.get(pos)) {
            (byte, Some(found)) if byte == found => pos += 1,
            (b' ', _) => {
                let before = index.checked_sub(1).and_then(|before| literal.get(before));
                let after = literal.get(index + 1);
                let opens = |byte: Option<&u8>| byte.is_some_and(|b| b"[(<{,".contains(b));
                let closes = |byte: Option<&u8>| byte.is_some_and(|b| b"])>},".contains(b));
                if !opens(before) && !closes(after) {
                    return None;
                }
            }
            (b'[' | b'<' | b']' | b')' | b'>', Some(b' ')) if text.get(pos + 1) == Some(byte) => {
                pos += 2;
            }
            _ => return None,
        }
    }
    Some(pos)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::reference::profile::RuleType;

    fn holes(template: &str, text: &str) -> Option<String> {
        let rule = TypeRule {
            template: template.to_owned(),
            is: RuleType::Same,
        };
        let holes = Template::new(&rule).holes(&Subject::new(text))?.join(" + ");
        Some(holes)
    }

    #[test]
    fn holes_keep_brackets_whole() {
        for (template, text, found) in [
            ("array of {}", "Array of rooms", Some("rooms")),
            ("array of {}", "array of", None),
            ("array[{}]", "array[array[a]]", Some("array[a]")),
            ("array[{}]", "array [ a ]", Some("a")),
            ("[{}]", "[a][b]", None),
            ("[{}]", "[[a] | b]", Some("[a] | b")),
            ("map[{}, {}]", "Map[ a<b, c>, d ]", Some("a<b, c> + d")),
            ("map[{}, {}]", "map[a,b]", Some("a + b")),
            ("map[{}, {}]", "map[a]", None),
            ("{} array", "a b Array", Some("a b")),
            ("{} array", "array", None),
            ("{}[]", "[a, b][]", Some("[a, b]")),
            ("foreign id *", "Foreign ID of a room", Some("")),
            ("map from {} to {}", "map from a to b", Some("a + b")),
            ("{}数组", "a数组", Some("a")),
            ("?{}", "?a", Some("a")),
        ] {
            assert_eq!(holes(template, text).as_deref(), found, "{template} {text}");
        }
    }

    #[test]
    fn odd_templates_and_texts_are_compared_to_their_end() {
        for template in ["", "{}", "*", "{}{}", "**", "{} *", "é{}é", "["] {
            for text in ["", "é", "[", "]é[", "a b", "ééé"] {
                holes(template, text);
            }
        }
    }
}
