//! The examples in a cell of a field table.

use std::ops::Range;

use super::text;
use crate::page::Cell;
use crate::source::{Files, Located, Place};

/// Reads a cell that is one example, or several as `**Example 1:** a<br/>**Example 2:** b`.
pub(crate) fn read(files: &Files, cell: &Cell) -> Vec<Located<String>> {
    let raw = files.text(cell.place);
    let start = cell.place.start as usize;
    let examples = ranges(raw).into_iter().filter_map(|range| {
        let data = text::data(&raw[range.clone()]);
        let place = Place::new(cell.place.file, start + range.start..start + range.end);
        (!data.is_empty()).then(|| Located::new(data, place))
    });
    examples.collect()
}

/// Where each example stands. Only the next number begins a new one: a text may hold such words.
fn ranges(raw: &str) -> Vec<Range<usize>> {
    let mark = |number: usize| format!("**Example {number}:**");
    let mut ranges = Vec::new();
    let mut start = 0;
    if raw.starts_with(&mark(1)) {
        start = mark(1).len();
        for number in 2.. {
            let next = mark(number);
            let mut ends = raw[start..].match_indices(&next).filter_map(|(at, _)| {
                let at = start + at;
                Some((at, text::before_break(&raw[start..at])?.len()))
            });
            let Some((at, len)) = ends.next() else { break };
            ranges.push(trimmed(raw, start..start + len));
            start = at + next.len();
        }
    }
    ranges.push(trimmed(raw, start..raw.len()));
    ranges
}

fn trimmed(raw: &str, range: Range<usize>) -> Range<usize> {
    let text = &raw[range.clone()];
    let start = range.end - text.trim_start().len();
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::{ranges, read};
    use crate::dialect::cells::testing::table;

    #[test]
    fn numbered_examples_are_several() {
        let cell = "**Example 1:** {<br/>\"a\": 1<br/>}<br/>**Example 2:** &#123;&#125; <BR> **Example 3:** c";
        let (files, table) = table(&format!("| Example |\n| - |\n| {cell} |\n"));
        let examples = read(&files, &table.rows[0].cells[0]);
        let values: Vec<_> = examples.iter().map(|it| it.value.as_str()).collect();
        assert_eq!(values, ["{\n\"a\": 1\n}", "{}", "c"]);
        let places: Vec<_> = examples.iter().map(|it| files.text(it.place)).collect();
        assert_eq!(places, ["{<br/>\"a\": 1<br/>}", "&#123;&#125;", "c"]);
    }

    #[test]
    fn what_only_looks_like_a_number_stays_text() {
        let split = |raw: &'static str| -> Vec<&str> {
            let ranges = ranges(raw).into_iter();
            ranges.map(|range| &raw[range]).collect()
        };
        for whole in ["", "a", "see<br/>**Example 1:** a", "**Example 2:** a"] {
            assert_eq!(split(whole), [whole]);
        }
        let text = "**Example 1:** a **Example 2:** b<br/>**Example 3:** c";
        assert_eq!(split(text), [&text["**Example 1:** ".len()..]]);
        assert_eq!(
            split("**Example 1:**<br/>**Example 2:** é<br/>**Example 3:**"),
            ["", "é", ""]
        );
    }
}
