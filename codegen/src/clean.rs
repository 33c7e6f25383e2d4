//! What of a text may stand where it lands: the one place that decides it, for each kind of place.
//!
//! | place | how |
//! |---|---|
//! | a terminal | [`terminal`]: replaced by U+FFFD |
//! | JSON, in files and on a terminal | [`json`]: escaped, so that the value is the same |
//! | a line of rustdoc | left out by `document`; markdown is escaped by `emit::rustdoc` |
//! | a literal of Rust | escaped: `emit::literal` |
//! | an identifier or a path | ASCII letters, digits and `_`: `resolve::names` |
//!
//! Text is cleaned there and not where it comes from: an entity becomes a character in between.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with U+FFFD for every control, bidirectional or invisible character; line feeds and
/// tabs stay.
///
/// An escape sequence in a page could otherwise recolour, erase or retitle the terminal, and a
/// bidirectional override could show a line in another order than it has.
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| is_harmful(c) && !matches!(c, '\n' | '\t');
    if text.contains(harmful) {
        Cow::Owned(text.replace(harmful, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Written JSON with escapes for every such character. They stand in strings only.
#[must_use]
pub fn json(written: String) -> String {
    let harmful = |c: char| is_harmful(c) && !matches!(c, '\n' | '\r' | '\t');
    if find(&written, harmful).is_none() {
        return written;
    }
    let mut escaped = String::with_capacity(written.len() + 64);
    let mut rest = written.as_str();
    while let Some((at, c)) = find(rest, harmful) {
        escaped.push_str(&rest[..at]);
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(escaped, "\\u{unit:04x}");
        }
        rest = &rest[at + c.len_utf8()..];
    }
    escaped + rest
}

/// The first character that is `wanted`, of those that are neither printed ASCII nor a line feed.
/// Most text is of these, and needs no look at each.
fn find(text: &str, wanted: impl Fn(char) -> bool) -> Option<(usize, char)> {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        // No branch within: many bytes are looked at by one step of the machine.
        let blocks = bytes[at..].chunks_exact(64);
        let plain =
            blocks.take_while(|block| block.iter().fold(true, |all, it| all & is_plain(it)));
        at += plain.count() * 64;
        at += bytes[at..].iter().position(|byte| !is_plain(byte))?;
        let c = text[at..].chars().next()?;
        if wanted(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

/// Text without such characters, lines ending in `\n`, tabs as blanks.
pub(crate) fn document(text: &str) -> Cow<'_, str> {
    if find(text, is_harmful).is_none() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' => kept.push('\n'),
            '\r' => {
                if rest.peek() != Some(&'\n') {
                    kept.push('\n');
                }
            }
            '\t' => kept.push_str("    "),
            '\u{2028}' | '\u{2029}' => kept.push(' '),
            // Persian and Hindi are spelt with these, and families of emoji.
            '\u{200c}' | '\u{200d}' => {
                let after = rest.peek().is_some_and(|next| joins(*next));
                if after && kept.chars().next_back().is_some_and(joins) {
                    kept.push(c);
                }
            }
            c if is_harmful(c) => {}
            c => kept.push(c),
        }
    }
    Cow::Owned(kept)
}

fn joins(c: char) -> bool {
    !c.is_ascii() && !is_harmful(c)
}

/// Whether a character acts on what shows it, or cannot be seen there: all of Unicode's controls,
/// separators of lines and formats, but for the signs among these that are printed, and what is to
/// be ignored where it is not known.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{13430}'..='\u{1343f}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The categories Cc, Cf, Zl and Zp of Unicode 16 above U+007F, and with them the classes of
    /// bidirectional controls, isolates, separators and neutral boundaries; [`PRINTED`] apart.
    const ACTING: &[(u32, u32)] = &[
        (0x80, 0x9f),
        (0xad, 0xad),
        (0x61c, 0x61c),
        (0x180e, 0x180e),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x2064),
        (0x2066, 0x206f),
        (0xfeff, 0xfeff),
        (0xfff9, 0xfffb),
        (0x13430, 0x1343f),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0001, 0xe0001),
        (0xe0020, 0xe007f),
    ];

    /// Of the category Cf too: signs of Arabic, Syriac and Kaithi that stand before a number or
    /// below a verse, and are printed.
    const PRINTED: &str = "\u{600}\u{601}\u{602}\u{603}\u{604}\u{605}\u{6dd}\u{70f}\u{890}\u{891}\
                           \u{8e2}\u{110bd}\u{110cd}";

    #[test]
    fn all_that_acts_is_known_and_nothing_that_is_read() {
        let acts = |c: char| {
            c.is_ascii_control()
                || ACTING
                    .iter()
                    .any(|(a, b)| (*a..=*b).contains(&u32::from(c)))
        };
        for c in '\0'..=char::MAX {
            assert!(!acts(c) || is_harmful(c), "{:x}", u32::from(c));
            if c.is_alphanumeric() && is_harmful(c) {
                // Fillers of Hangul are letters that nobody sees.
                assert!("\u{115f}\u{1160}\u{3164}\u{ffa0}".contains(c), "{c:?}");
            }
        }
        let read = "naïve 日本 — ⚠\u{fe0f} é e\u{301} $£€ שלום مرحبا";
        assert!(!read.contains(is_harmful) && !PRINTED.contains(is_harmful));
    }

    #[test]
    fn a_terminal_gets_nothing_that_acts_on_it() {
        assert_eq!(terminal("naïve 日本 — \t\n😀"), "naïve 日本 — \t\n😀");
        assert_eq!(
            terminal("a\u{1b}[31mb\r\u{7f}\u{9b}"),
            "a\u{fffd}[31mb\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(
            terminal("\u{202e}x\u{2066}\u{200b}"),
            "\u{fffd}x\u{fffd}\u{fffd}"
        );
    }

    /// Every character below U+3000, and all above that are not shown.
    fn characters() -> impl Iterator<Item = char> {
        let above = ('\u{3000}'..=char::MAX).filter(|c| is_harmful(*c));
        ('\0'..'\u{3000}').chain(above)
    }

    #[test]
    fn json_says_the_same_in_other_characters() {
        for c in characters() {
            let value = serde_json::json!({ format!("a{c}"): [format!("{c}b{c}")] });
            let text = json(serde_json::to_string_pretty(&value).unwrap());
            assert!(!text.contains(|c| is_harmful(c) && c != '\n'), "{text}");
            assert_eq!(
                serde_json::from_str::<serde_json::Value>(&text).unwrap(),
                value
            );
        }
    }

    #[test]
    fn a_document_keeps_joiners_between_what_they_join() {
        let text = "می\u{200c}خواهم 👩\u{200d}👧 ad\u{200c}min \u{200d}x \u{200d}";
        let kept = "می\u{200c}خواهم 👩\u{200d}👧 admin x ";
        assert_eq!(document(text), kept);
        for c in characters() {
            let text = format!("a{c}b");
            let kept = document(&text);
            assert!(!kept.contains(|c| is_harmful(c) && c != '\n'), "{kept:?}");
            assert!(kept.starts_with('a') && kept.ends_with('b'));
        }
    }

    #[test]
    fn what_acts_is_found_wherever_it_stands() {
        // By blocks and at their ends, among letters of several bytes, more than once.
        for at in 0..200 {
            for c in ["\u{1b}", "\u{9b}", "\u{202e}", "\u{e0041}"] {
                for filler in ["a", "é", "\n"] {
                    let (before, after) = (filler.repeat(at), filler.repeat(200 - at));
                    let text = format!("{before}{c}{after}{c}");
                    let units: Vec<u16> = c.encode_utf16().collect();
                    let escape: String = units.iter().map(|it| format!("\\u{it:04x}")).collect();
                    assert_eq!(json(text.clone()), text.replace(c, &escape));
                    assert_eq!(document(&text), text.replace(c, ""));
                }
            }
        }
    }
}
