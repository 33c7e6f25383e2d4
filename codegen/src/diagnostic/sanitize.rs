//! Sanitizes text from docs and file names for a terminal.

use std::borrow::Cow;

/// The text with U+FFFD for every control, bidirectional or invisible character; line feeds and
/// tabs stay.
///
/// An escape sequence in a page could otherwise recolour, erase or retitle the terminal, and a
/// bidirectional override could show a line in another order than it has.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| is_harmful(c) && !matches!(c, '\n' | '\t');
    if text.contains(harmful) {
        Cow::Owned(text.replace(harmful, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

pub(crate) fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::sanitize;

    #[test]
    fn only_harmful_characters_are_replaced() {
        assert_eq!(sanitize("naïve 日本 — \t\n😀"), "naïve 日本 — \t\n😀");
        assert_eq!(
            sanitize("a\u{1b}[31mb\r\u{7f}\u{9b}"),
            "a\u{fffd}[31mb\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(
            sanitize("\u{202e}x\u{2066}\u{200b}"),
            "\u{fffd}x\u{fffd}\u{fffd}"
        );
    }
}
