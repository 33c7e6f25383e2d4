//! What stands in a text by an escape.

use std::borrow::Cow;

/// A text whose escapes are those that most languages share; of others the character stays.
pub(super) fn unescaped(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('0') => text.push('\0'),
            Some('x') => text.push(code(&mut chars, 2)),
            Some('u') if chars.as_str().starts_with('{') => {
                let digits = chars.as_str()[1..].split('}').next().unwrap_or_default();
                let length = digits.len().min(7);
                chars.next();
                text.push(code(&mut chars, length));
                chars.next();
            }
            Some('u') => text.push(code(&mut chars, 4)),
            Some('U') => text.push(code(&mut chars, 8)),
            Some(other) => text.push(other),
            None => {}
        }
    }
    Cow::Owned(text)
}

/// The character that so many hexadecimal digits mean; U+FFFD if they mean none.
fn code(chars: &mut std::str::Chars<'_>, digits: usize) -> char {
    let digits: String = chars.by_ref().take(digits).collect();
    u32::from_str_radix(&digits, 16)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}
