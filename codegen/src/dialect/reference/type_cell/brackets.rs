//! The brackets of a term.

/// How deep each byte of a text stands in brackets. Those that have no partner are plain signs.
#[derive(Debug)]
pub(super) struct Depths(Vec<u16>);

impl Depths {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut change = vec![0_i8; bytes.len() + 1];
        let mut open: Vec<(u8, usize)> = Vec::new();
        for (at, byte) in bytes.iter().enumerate() {
            let opener = match byte {
                b'[' | b'(' | b'<' | b'{' => {
                    open.push((*byte, at));
                    continue;
                }
                b']' => b'[',
                b')' => b'(',
                b'>' => b'<',
                b'}' => b'{',
                _ => continue,
            };
            // `a < b]` leaves a sign that opens nothing; only `<` is one.
            let mut kept = open.len();
            while kept > 0 && open[kept - 1].0 == b'<' && opener != b'<' {
                kept -= 1;
            }
            if kept > 0 && open[kept - 1].0 == opener {
                change[open[kept - 1].1 + 1] += 1;
                change[at + 1] -= 1;
                open.truncate(kept - 1);
            }
        }
        let mut depth = 0_i32;
        let depths = change.iter().map(|change| {
            depth += i32::from(*change);
            u16::try_from(depth).unwrap_or(u16::MAX)
        });
        Self(depths.collect())
    }

    /// The depth of what begins at a place. A bracket is outside where it opens and inside where it
    /// closes.
    pub fn at(&self, at: usize) -> u16 {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// Whether no bracket that is open at one of two places is closed at the other.
    pub fn is_whole(&self, start: usize, end: usize) -> bool {
        let depth = self.at(start);
        depth == self.at(end) && (start..end).all(|at| self.at(at) >= depth)
    }
}

/// Where the bracket opens that closes at the end of a text.
pub(super) fn last_opening(text: &str) -> Option<usize> {
    let last = text.len().checked_sub(1)?;
    let depths = Depths::new(text);
    let inside = depths.at(last);
    let mut before = text.char_indices().rev().skip(1);
    let (at, _) = before.find(|(at, _)| depths.at(*at) < inside)?;
    Some(at)
}

/// Cuts a text at separators that stand in no brackets. Of several the first in the list wins;
/// blanks at the ends of parts are removed.
pub(super) fn split<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let lower = text.to_ascii_lowercase();
    let mut separators = separators.iter().filter(|word| lower.contains(*word));
    let Some(first) = separators.next() else {
        return vec![text.trim()];
    };
    let separators: Vec<_> = std::iter::once(first).chain(separators).collect();
    let depths = Depths::new(text);
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let found = (depths.at(at) == 0)
            .then(|| {
                separators
                    .iter()
                    .find(|word| lower[at..].starts_with(**word))
            })
            .flatten();
        match found {
            Some(word) => {
                parts.push(text[start..at].trim());
                at += word.len();
                start = at;
            }
            None => at += lower[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    parts.push(text[start..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_in_brackets_do_not_count() {
        let split = |text: &'static str| split(text, &[" | ", "|", " or "]).join(" + ");
        assert_eq!(split("a | b"), "a + b");
        assert_eq!(split("map[a, b | c]|d Or e"), "map[a, b | c] + d + e");
        assert_eq!(split("(a | b"), "(a + b");
        assert_eq!(split("é|"), "é + ");
        assert_eq!(split("more"), "more");
    }

    #[test]
    fn signs_that_close_nothing_have_no_depth() {
        for text in ["a < b", "a -> b", "]", "[a < b]", "[)", "([)]"] {
            let depths = Depths::new(text);
            assert_eq!(depths.at(0), 0, "{text}");
            assert_eq!(depths.at(text.len()), 0, "{text}");
        }
        assert_eq!(Depths::new("[a < b]").at(3), 1);
    }
}
