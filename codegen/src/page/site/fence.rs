//! Fences of code, line by line, as CommonMark finds them.

/// A fence that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fence {
    mark: char,
    length: usize,
    in_quote: bool,
    /// The column of the list item's text that it stands in; 0 outside of lists.
    margin: usize,
}

/// What a line is to an open fence.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    Code,
    /// The closing fence.
    Closes,
    /// The quote or item around the fence has ended before this line.
    Left,
}

impl Fence {
    /// The fence that a line opens. A back-tick in what follows makes it a code span.
    pub fn open(line: &str) -> Option<Self> {
        let mut rest = line.trim_start();
        let in_quote = rest.starts_with('>');
        while let Some(inner) = rest.strip_prefix('>') {
            rest = inner.trim_start();
        }
        let mut margin = 0;
        if let Some(inner) = item(rest) {
            rest = inner.trim_start();
            margin = line.len() - rest.len();
        }
        let mark = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = rest.trim_start_matches(mark);
        let length = rest.len() - info.len();
        let is_fence = length >= 3 && !(mark == '`' && info.contains('`'));
        is_fence.then_some(Self {
            mark,
            length,
            in_quote,
            margin,
        })
    }

    pub fn line(&self, line: &str) -> Line {
        let mut rest = line.trim_start();
        if rest.is_empty() {
            return if self.in_quote {
                Line::Left
            } else {
                Line::Code
            };
        }
        if self.in_quote {
            if !rest.starts_with('>') {
                return Line::Left;
            }
            rest = rest.trim_start_matches(['>', ' ']);
        } else if line.len() - rest.len() < self.margin {
            return Line::Left;
        }
        let behind = rest.trim_start_matches(self.mark);
        let closes = rest.len() - behind.len() >= self.length && behind.trim().is_empty();
        if closes { Line::Closes } else { Line::Code }
    }
}

/// What stands behind the marker of a list item.
fn item(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match text.len() - digits.len() {
        0 => text.strip_prefix(['-', '*', '+'])?,
        1..=9 => digits.strip_prefix(['.', ')'])?,
        _ => return None,
    };
    rest.starts_with([' ', '\t']).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_fences() {
        for line in [
            "```",
            "~~~~ x `",
            "  ```json",
            "> ```",
            "- ```",
            "1. ~~~",
            "> - ```js",
        ] {
            assert!(Fence::open(line).is_some(), "{line}");
        }
        for line in ["``", "```x `y", "```a```", "text", "-```", "| ``` |"] {
            assert!(Fence::open(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_fence_ends_with_its_like_or_with_what_it_stands_in() {
        let says = |open: &str, line: &str| Fence::open(open).unwrap().line(line);
        assert_eq!(says("````", "```"), Line::Code);
        assert_eq!(says("```", "  ````  "), Line::Closes);
        assert_eq!(says("```", "``` x"), Line::Code);
        assert_eq!(says("```", ""), Line::Code);
        assert_eq!(says("> ```", "> ```"), Line::Closes);
        assert_eq!(says("> ```", "text"), Line::Left);
        assert_eq!(says("- ```", "  x"), Line::Code);
        assert_eq!(says("- ```", " x"), Line::Left);
    }
}
