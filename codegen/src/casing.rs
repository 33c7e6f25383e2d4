//! Names in `snake_case` and `CamelCase`.
//!
//! As heck spells them. Nearly all names are ASCII, for which nothing is formatted letter by letter.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// A name's words in lower case, with `_` between them.
pub(crate) fn snake(name: &str) -> String {
    if !name.is_ascii() {
        return name.to_snake_case();
    }
    let mut spelt = String::with_capacity(name.len() + 4);
    for_each_word(name, |word| {
        if !spelt.is_empty() {
            spelt.push('_');
        }
        spelt.extend(word.bytes().map(lower));
    });
    spelt
}

/// A name's words one behind the other, each with a capital and lower case behind it.
pub(crate) fn upper_camel(name: &str) -> String {
    if !name.is_ascii() {
        return name.to_upper_camel_case();
    }
    let mut spelt = String::with_capacity(name.len());
    for_each_word(name, |word| {
        let (first, rest) = word.split_at(1);
        spelt.extend(
            first
                .bytes()
                .map(|byte| char::from(byte.to_ascii_uppercase())),
        );
        spelt.extend(rest.bytes().map(lower));
    });
    spelt
}

fn lower(byte: u8) -> char {
    char::from(byte.to_ascii_lowercase())
}

/// The words of an ASCII name: what signs part, and in it what begins with a capital: `HTTPMeta` has two.
fn for_each_word(name: &str, mut see: impl FnMut(&str)) {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    for part in parts.filter(|part| !part.is_empty()) {
        let bytes = part.as_bytes();
        let mut start = 0;
        // Of the letters of this word so far, the last one's case.
        let (mut after_lower, mut after_upper) = (false, false);
        for (at, (byte, next)) in bytes.iter().zip(&bytes[1..]).enumerate() {
            let ends_capitals = after_upper && byte.is_ascii_uppercase();
            if byte.is_ascii_alphabetic() {
                after_lower = byte.is_ascii_lowercase();
                after_upper = !after_lower;
            }
            let end = if after_lower && next.is_ascii_uppercase() {
                at + 1
            } else if ends_capitals && next.is_ascii_lowercase() {
                at
            } else {
                continue;
            };
            see(&part[start..end]);
            start = end;
            (after_lower, after_upper) = (false, false);
        }
        see(&part[start..]);
    }
}

#[cfg(test)]
mod tests {
    use heck::{ToSnakeCase, ToUpperCamelCase};

    use super::{snake, upper_camel};

    #[test]
    fn names_are_spelt_as_by_heck() {
        let signs = ["", "a", "b", "A", "B", "1", "_", "é"];
        let names = (0..signs.len().pow(6)).map(|number| {
            let sign = |at| signs[number / signs.len().pow(at) % signs.len()];
            (0..6).map(sign).collect::<String>()
        });
        for name in names {
            assert_eq!(snake(&name), name.to_snake_case(), "{name}");
            assert_eq!(upper_camel(&name), name.to_upper_camel_case(), "{name}");
        }
    }
}
