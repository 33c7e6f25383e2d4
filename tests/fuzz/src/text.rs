//! What no text that we write or print may hold.

/// Whether a terminal or an editor acts on a character instead of showing it: controls, those that
/// turn the direction of text, and those that nobody sees.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

/// Panics if a text holds such a character.
///
/// # Panics
///
/// Then.
pub fn check(what: &str, text: &str) {
    if let Some((at, c)) = text.char_indices().find(|(_, c)| is_hidden(*c)) {
        let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[from..].lines().next().unwrap_or_default();
        panic!("{c:?} in {what}: {line:?}");
    }
}
