//! Spells texts of the docs with ASCII letters and digits, for Rust names.

use std::borrow::Cow;

use any_ascii::any_ascii_char;
use heck::ToUpperCamelCase;

/// Words in camel case, but numbers stay apart: `16:9` is `16_9`, not `169`.
pub(crate) fn camel_case(text: &str) -> String {
    let spelt = spelt(text);
    let parts = spelt.split(BETWEEN_DIGITS);
    let parts: Vec<_> = parts.map(|part| part.to_upper_camel_case()).collect();
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

/// Symbols that carry a meaning of their own, as words; the rest parts words.
pub(crate) fn spelt(text: &str) -> String {
    let text = &*ascii(text);
    let mut spelt = String::new();
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let leads = !previous.is_some_and(char::is_alphanumeric);
        let in_number =
            [previous, next].map(|c| c.is_some_and(|c| c.is_ascii_digit())) == [true; 2];
        let word = match c {
            '+' => Some("plus"),
            '*' => Some("star"),
            '%' => Some("percent"),
            '&' => Some("and"),
            '@' => Some("at"),
            '#' => Some("hash"),
            '$' => Some("dollar"),
            '=' => Some("equal"),
            '<' => Some("less"),
            '>' => Some("greater"),
            '!' => Some("not"),
            '-' if leads && next.is_some_and(|c| c.is_ascii_digit()) => Some("minus"),
            // `1.5` and `15` must not meet.
            '.' if in_number => Some("dot"),
            _ => None,
        };
        match word {
            Some(word) => {
                spelt.push(' ');
                spelt.push_str(word);
                spelt.push(' ');
            }
            None if c.is_ascii_alphanumeric() => spelt.push(c),
            None if in_number => spelt.push(BETWEEN_DIGITS),
            None => spelt.push(' '),
        }
        previous = Some(c);
    }
    plurals(spelt)
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
        let expected = [("Cafe", "café"), ("Cafe2", "cafe"), ("MingQian", "名前")];
        assert!(values.eq(expected.map(|(name, value)| (name, Some(value)))));
        let fields = ["名前", "住所"].map(|name| field(&api, "Employe", name));
        let names = fields.map(|field| field.name.as_str());
        assert_eq!(names, ["ming_qian", "zhu_suo"]);
        let nullable = fields.map(|field| field.nullable.value);
        assert_eq!(nullable, [Nullability::Unknown, Nullability::Yes]);
    }
}
