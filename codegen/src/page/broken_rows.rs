//! Table rows that a raw line break has broken in two.

use std::borrow::Cow;

/// Rejoins rows whose text goes on below, on lines that start with `<br/>`, and rows with carriage
/// returns inside, which end a line to markdown (seen in Codat's TypeScript SDK).
///
/// What breaks a row becomes spaces of the same length, so that every offset into the result is
/// one into `text`.
pub(crate) fn rejoin(text: &str) -> Cow<'_, str> {
    if memchr::memmem::find(text.as_bytes(), b"\n<br").is_none() && !has_lone_return(text) {
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
        if in_row {
            push_row(&mut joined, line);
        } else {
            joined.push_str(line);
        }
    }
    Cow::Owned(joined)
}

/// Whether a carriage return stands alone, which ends a line too.
pub(super) fn has_lone_return(text: &str) -> bool {
    let mut returns = memchr::memchr_iter(b'\r', text.as_bytes());
    returns.any(|at| !text[at + 1..].starts_with('\n'))
}

/// Pushes a line of a table; a carriage return before a further `|` ends a row as it stands.
fn push_row(text: &mut String, line: &str) {
    let mut parts = line.split('\r').peekable();
    while let Some(part) = parts.next() {
        text.push_str(part);
        if let Some(next) = parts.peek() {
            let ends = next.is_empty() || next.starts_with(['\n', '|']);
            text.push(if ends { '\r' } else { ' ' });
        }
    }
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
    fn a_carriage_return_inside_a_row_is_a_space() {
        assert_eq!(
            rejoin("| a | one \r<br/>\r<br/>two |\r\n| b | c |\n"),
            "| a | one  <br/> <br/>two |\r\n| b | c |\n"
        );
        for text in ["| a |\r| b |\r", "one\rtwo\n", "```\n| a\rb |\n```\n"] {
            assert_eq!(rejoin(text), text);
        }
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
