//! How much markdown a page may hold.
//!
//! What is made of a page takes many times its size if it is nothing but marks: gigabytes of 50 MB. So it is
//! told beforehand what a page will take at most, line by line. A table may have 400,000 rows of five
//! columns, and a page 1,900,000 paragraphs.

use std::ops::Range;

use super::pieces::{is_mark, is_plain};

/// The most bytes that may be made of a page, which is three times the size of one of 50 MB.
const MOST: usize = 150_000_000;

// In bytes: what is made of a row, a cell with two marks, an item, a heading, the start of code, a paragraph, a
// further line of it, and any other mark.
const ROW: usize = 48;
const CELL: usize = 54;
const ITEM: usize = 80;
const HEADING: usize = 240;
const FENCE: usize = 48;
const PARAGRAPH: usize = 80;
const LINE: usize = 64;
const MARK: usize = 60;
/// What the parser holds of a line and of a mark as long as their block is open.
const HELD: usize = 200;

/// The line in which a text comes to be more than a page may hold; `None` if it does not.
#[must_use]
pub fn too_much(text: &str) -> Option<Range<usize>> {
    // Nothing of one byte takes more.
    if text.len() < MOST / HELD {
        return None;
    }
    let (mut made, mut held) = (0, 0);
    let mut at = 0;
    let (mut goes_on, mut in_code) = (false, false);
    let mut plain = true;
    for line in text.split_inclusive('\n') {
        let written = line.trim_start();
        let first = written.bytes().next();
        let is_fence = written.starts_with("```") || written.starts_with("~~~");
        let marks = line.bytes().filter(|byte| is_mark(*byte)).count();
        let bars = memchr::memchr_iter(b'|', line.as_bytes()).count();
        let is_text = !matches!(first, None | Some(b'|' | b'-' | b'*' | b'+' | b'#'));
        made += match first {
            _ if is_fence => FENCE,
            _ if in_code => 0,
            None => PARAGRAPH,
            Some(b'|') => ROW + bars * CELL + marks.saturating_sub(2 * bars) * MARK,
            Some(b'-' | b'*' | b'+') => ITEM + (bars + marks) * MARK,
            Some(b'#') => HEADING + (bars + marks) * MARK,
            Some(_) if goes_on => LINE + (bars + marks) * MARK,
            Some(_) => (bars + marks) * MARK,
        };
        // Tables, lists and plain paragraphs are read in pieces.
        if !is_text && !in_code || !goes_on {
            (held, plain) = (0, true);
        }
        plain &= is_plain(line) && !in_code;
        held += if in_code {
            HELD / 2
        } else {
            (1 + bars + marks) * HELD
        };
        in_code ^= is_fence;
        if made > MOST || held > MOST && !plain {
            return Some(at..at + line.len());
        }
        (at, goes_on) = (at + line.len(), is_text || in_code);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_told_in_which_a_page_is_too_much() {
        let end = |text: &str| too_much(text).map(|line| line.end);
        assert_eq!(end(&"a".repeat(MOST / 4)), None);
        let paragraphs = MOST / PARAGRAPH;
        assert_eq!(end(&"a\n\n".repeat(paragraphs)), None);
        assert_eq!(
            end(&"a\n\n".repeat(paragraphs + 9)),
            Some(3 * paragraphs + 3)
        );
        let rows = MOST / (ROW + 2 * CELL);
        assert_eq!(end(&"| a |\n".repeat(rows)), None);
        assert_eq!(end(&"| a |\n".repeat(rows + 9)), Some(6 * rows + 6));
        let lines = MOST / HELD;
        assert_eq!(end(&"a \n".repeat(lines)), None);
        assert_eq!(end(&"a \n".repeat(lines + 9)), Some(3 * lines + 3));
        assert_eq!(end(&"a\n".repeat(2 * lines)), None);
        assert_eq!(end(&format!("```\n{}", "a|b\n".repeat(lines))), None);
        let line = "[a".repeat(lines);
        assert_eq!(too_much(&format!("a\n\n{line}")), Some(3..2 * lines + 3));
    }
}
