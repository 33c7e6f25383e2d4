//! Text as a literal of Rust.

use std::fmt::Write;

use proc_macro2::Literal;

use crate::clean::is_harmful;

/// The literal, with an escape for all that acts on what shows it or cannot be seen.
pub(crate) fn literal(text: &str) -> String {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    if text.bytes().all(is_plain) {
        return ["\"", text, "\""].concat();
    }
    let literal = Literal::string(text).to_string();
    if !text.contains(is_harmful) {
        return literal;
    }
    // Signs are escaped by now, letters that nobody sees, as U+3164, are not.
    let mut spelled = String::new();
    for c in literal.chars() {
        if is_harmful(c) {
            let _ = write!(spelled, "\\u{{{:x}}}", u32::from(c));
        } else {
            spelled.push(c);
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::literal;
    use crate::clean::is_harmful;

    #[test]
    fn a_literal_says_the_text_in_what_can_be_read() {
        assert_eq!(
            literal("naïve 日本 \"\u{3164}"),
            r#""naïve 日本 \"\u{3164}""#
        );
        assert_eq!(literal("it's plain"), "\"it's plain\"");
        let above = ('\u{3000}'..=char::MAX).filter(|c| is_harmful(*c));
        for c in ('\0'..'\u{3000}').chain(above) {
            let text = format!("{c}a{c}'\"\\");
            let written = literal(&text);
            assert!(!written.contains(is_harmful), "{written}");
            let read: syn::LitStr = syn::parse_str(&written).unwrap();
            assert_eq!(read.value(), text);
        }
    }
}
