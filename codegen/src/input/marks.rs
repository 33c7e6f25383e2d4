//! How much markdown a page may hold.

use std::ops::Range;

/// The most lines and marks that a page may have. A parser makes something of each, and so do we: a page
/// of 50 MB that is nothing but marks would take gigabytes. Tables of 100,000 rows have 1.3 million.
const MOST: usize = 1_400_000;
/// The most that a paragraph, or a line of another block, may have of them: it is read at once.
const IN_ONE: usize = 500_000;

/// The line in which a text comes to have more lines and marks than a page may have; `None` if it does
/// not.
pub(crate) fn too_many(text: &str) -> Option<Range<usize>> {
    // Others cannot have so many.
    if text.len() <= IN_ONE {
        return None;
    }
    let (mut all, mut in_one) = (0, 0);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let first = line.trim_start().bytes().next();
        // A blank line ends a paragraph; tables and lists are read in pieces.
        if first.is_none_or(|first| matches!(first, b'|' | b'-' | b'*' | b'+')) {
            in_one = 0;
        }
        let marks = line.bytes().filter(|byte| is_mark(*byte)).count();
        (all, in_one) = (all + marks, in_one + marks);
        if all > MOST || in_one > IN_ONE {
            return Some(at..at + line.len());
        }
        at += line.len();
    }
    None
}

/// Whether a byte begins or ends something in markdown.
fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'\n' | b'\r' | b'|' | b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'#'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_told_in_which_the_marks_are_too_many() {
        let end = |text: &str| too_many(text).map(|line| line.end);
        assert_eq!(end(&"a".repeat(2 * MOST)), None);
        assert_eq!(end(&"a\n\n".repeat(MOST / 2)), None);
        assert_eq!(end(&"a\n\n".repeat(MOST)), Some(MOST / 2 * 3 + 2));
        assert_eq!(end(&"| a |\n".repeat(MOST / 3)), None);
        assert_eq!(end(&"a\n".repeat(IN_ONE)), None);
        assert_eq!(end(&"a\n".repeat(IN_ONE + 1)), Some(2 * IN_ONE + 2));
        let line = "[a".repeat(IN_ONE + 1);
        assert_eq!(too_many(&format!("a\n{line}")), Some(2..2 * IN_ONE + 4));
    }
}
