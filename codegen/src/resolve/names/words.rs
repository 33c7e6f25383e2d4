//! Spells texts of the docs with ASCII letters and digits, for Rust names.

use std::borrow::Cow;

use any_ascii::any_ascii_char;
use heck::ToUpperCamelCase;

/// Words in camel case, but numbers stay apart: `16:9` is `16_9`, not `169`.
pub(crate) fn camel_case(text: &str) -> String {
    joined(&spelt(text))
}

/// As [`camel_case`], with each sign as a word.
pub(crate) fn camel_case_with_signs(text: &str) -> String {
    joined(&spell(text, true))
}

fn joined(spelt: &str) -> String {
    if !spelt.contains(BETWEEN_DIGITS) {
        return spelt.to_upper_camel_case();
    }
    let parts = spelt.split(BETWEEN_DIGITS);
    let parts: Vec<_> = parts.map(ToUpperCamelCase::to_upper_camel_case).collect();
    parts.join("_")
}

/// What [`spelt`] leaves where only a sign parts two numbers.
const BETWEEN_DIGITS: char = '_';

/// A text with what comes nearest in ASCII for all other letters and signs: `cafe` for `café`.
pub(crate) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        let near = any_ascii_char(c);
        if c.is_ascii() {
            ascii.push(c);
        } else if c.is_alphabetic() {
            // An apostrophe that stands for a letter parts no words.
            ascii.extend(near.chars().filter(char::is_ascii_alphanumeric));
        } else if near.chars().any(|c| c.is_ascii_alphabetic()) {
            ascii.extend([" ", near, " "]);
        } else {
            ascii.push_str(near);
        }
    }
    Cow::Owned(ascii)
}

/// Signs that carry a meaning of their own, as words; the rest parts words. Where there is nothing
/// but signs, all of them are words.
pub(crate) fn spelt(text: &str) -> String {
    spell(text, false)
}

fn spell(text: &str, all_signs: bool) -> String {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return plurals(text.to_owned());
    }
    let text = &*ascii(text);
    let all_signs = all_signs || !text.chars().any(|c| c.is_ascii_alphanumeric());
    let mut spelt = String::with_capacity(text.len());
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            spelt.push(c);
            previous = Some(c);
            continue;
        }
        let next = text[at + c.len_utf8()..].chars().next();
        let in_number =
            [previous, next].map(|c| c.is_some_and(|c| c.is_ascii_digit())) == [true; 2];
        let speaks = match c {
            '+' | '*' | '%' | '&' | '@' | '#' | '$' | '=' | '<' | '>' | '!' => true,
            '-' => is_minus(previous, next),
            // `1.5` and `15` must not meet.
            '.' => in_number,
            _ => false,
        };
        match sign(c, previous, next) {
            Some(word) if speaks || all_signs => spelt.extend([" ", word, " "]),
            _ if in_number => spelt.push(BETWEEN_DIGITS),
            _ => spelt.push(' '),
        }
        previous = Some(c);
    }
    plurals(spelt)
}

/// Whether a `-` is no hyphen: `-1`, `-created_at`, `name,-created_at`, `A-`.
fn is_minus(previous: Option<char>, next: Option<char>) -> bool {
    let leads = !previous.is_some_and(char::is_alphanumeric);
    match (previous, next) {
        (None | Some(',' | ';' | ':' | '|'), Some(next)) => next != '-',
        (_, Some(next)) => leads && next.is_ascii_digit(),
        (previous, None) => previous != Some('-'),
    }
}

/// The word for a sign.
fn sign(c: char, previous: Option<char>, next: Option<char>) -> Option<&'static str> {
    Some(match c {
        '\n' => "newline",
        '\r' => "return",
        '\t' => "tab",
        ' ' => "space",
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "left paren",
        ')' => "right paren",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' if is_minus(previous, next) => "minus",
        '-' => "dash",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "left bracket",
        '\\' => "backslash",
        ']' => "right bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "left brace",
        '|' => "pipe",
        '}' => "right brace",
        '~' => "tilde",
        _ => return None,
    })
}

/// Initials with a plural's `s` as one word: `clientIPs` is `client_ips`, not `client_i_ps`.
fn plurals(text: String) -> String {
    let mut bytes = text.into_bytes();
    let mut start = 0;
    for at in 0..bytes.len() {
        if bytes[at].is_ascii_uppercase() {
            continue;
        }
        let next_is_lower = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        if bytes[at] == b's' && !next_is_lower && at >= start + 2 {
            bytes[start + 1..at].make_ascii_lowercase();
        }
        start = at + 1;
    }
    // Only ASCII letters were changed.
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::model::{Kind, ModelPath, Nullability};
    use crate::resolve::testing::{describe, field, kind, table};

    #[test]
    fn names_outside_ascii_are_told_apart() {
        let person = table(
            "Émployé",
            &[
                r#"| `名前` | *string* | :heavy_check_mark: | N/A | |"#,
                r#"| `住所` | [Größe](../models/groesse.md) | :heavy_check_mark: | N/A | |"#,
                r#"| `boss` | [Émployé](../models/employe.md) | :heavy_minus_sign: | N/A | {"住所": null} |"#,
            ],
        );
        let size = "# Größe\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | café |\n| `B` | cafe |\n| `C` | 名前 |\n";
        let pages = [
            ("docs/models/employe.md", person.as_str()),
            ("docs/models/groesse.md", size),
            ("docs/models/café/größe.md", size),
            ("docs/models/cafe/größe.md", size),
        ];
        let (api, _) = describe(&pages, "");
        let paths: Vec<_> = api.models.keys().map(ModelPath::as_str).collect();
        let expected = ["Employe", "Grosse", "cafe::Grosse", "cafe::Grosse2"];
        assert_eq!(paths, expected);
        let Kind::Enum(size) = kind(&api, "Grosse") else {
            panic!("no enum")
        };
        let values = size.values.iter();
        let values = values.map(|it| (it.name.as_str(), it.value.as_str()));
        let expected = [("Cafe2", "café"), ("Cafe", "cafe"), ("MingQian", "名前")];
        assert!(values.eq(expected.map(|(name, value)| (name, Some(value)))));
        let fields = ["名前", "住所"].map(|name| field(&api, "Employe", name));
        let names = fields.map(|field| field.name.as_str());
        assert_eq!(names, ["ming_qian", "zhu_suo"]);
        let nullable = fields.map(|field| field.nullable.value);
        assert_eq!(nullable, [Nullability::Unknown, Nullability::Yes]);
    }
}
