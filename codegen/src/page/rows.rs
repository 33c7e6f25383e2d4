//! Table rows that a raw newline has broken in two.

use std::borrow::Cow;

/// Rejoins rows whose text goes on below, on lines that start with `<br/>`.
///
/// The newline before such a line becomes a space of the same length, so that
/// every offset into the result is one into `text`.
pub(super) fn rejoin(text: &str) -> Cow<'_, str> {
    if !text.contains("\n<br") {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let (mut in_row, mut in_fence) = (false, false);
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        if in_row && start.starts_with("<br") {
            blank_line_end(&mut joined);
        } else {
            if start.starts_with("```") || start.starts_with("~~~") {
                in_fence = !in_fence;
            }
            in_row = !in_fence && start.starts_with('|');
        }
        joined.push_str(line);
    }
    Cow::Owned(joined)
}

fn blank_line_end(text: &mut String) {
    let kept = text.trim_end_matches(['\r', '\n']).len();
    let blank = " ".repeat(text.len() - kept);
    text.truncate(kept);
    text.push_str(&blank);
}

#[cfg(test)]
mod tests {
    use super::rejoin;

    #[test]
    fn joins_a_row_with_the_lines_that_continue_it() {
        assert_eq!(
            rejoin("| a | one\n<br/>two\n<br/>three |\n| b | c |\n"),
            "| a | one <br/>two <br/>three |\n| b | c |\n"
        );
    }

    #[test]
    fn keeps_every_offset() {
        let text = "| a | one\r\n<br/>two |\r\n";
        let joined = rejoin(text);
        assert_eq!(joined, "| a | one  <br/>two |\r\n");
        assert_eq!(joined.len(), text.len());
    }

    #[test]
    fn leaves_prose_and_code_alone() {
        for text in ["prose\n<br/>more", "```\n| a |\n<br/>\n```\n"] {
            assert_eq!(rejoin(text), text);
        }
    }
}
