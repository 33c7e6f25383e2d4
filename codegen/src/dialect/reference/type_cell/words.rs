//! Words that are types, and what numbers they are.

use std::collections::BTreeMap;

use super::Ty;
use crate::claim::{Const, Scalar};
use crate::dialect::cells::value::is_number;
use crate::dialect::reference::profile::{TypeRules, WordType};

/// The words of a profile, without case.
#[derive(Debug)]
pub(super) struct TypeWords<'p>(BTreeMap<String, &'p WordType>);

impl<'p> TypeWords<'p> {
    pub fn new(rules: &'p TypeRules) -> Self {
        let words = rules.words.iter();
        Self(words.map(|(word, ty)| (fold(word), ty)).collect())
    }

    /// The type that a text is as a whole, and the word of the profile.
    pub fn find(&self, text: &str) -> Option<(&str, &'p WordType)> {
        let folded = fold(text);
        if let Some((word, ty)) = self.0.get_key_value(&folded) {
            return Some((word, ty));
        }
        singulars(&folded).find_map(|word| {
            let (word, ty) = self.0.get_key_value(word)?;
            Some((word.as_str(), *ty))
        })
    }
}

/// Without case, blanks single, signs at the end removed if something is left.
pub(super) fn fold(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.to_lowercase();
    match text.trim_end_matches(['.', ',', ';', ':', '：', '，', '。']) {
        "" => text,
        left => left.trim_end().to_owned(),
    }
}

/// What a word may be the plural of.
pub(super) fn singulars(word: &str) -> impl Iterator<Item = &str> {
    let endings = ["s", "es", "(s)"].into_iter();
    let words = endings.filter_map(|ending| word.strip_suffix(ending));
    words.filter(|word| word.len() > 1)
}

/// The type of a word. `None` if it says that there is none.
pub(super) fn type_of(word: &WordType) -> Option<Ty> {
    Some(match word {
        WordType::String => Ty::Scalar(Scalar::String),
        WordType::Snowflake => Ty::Scalar(Scalar::Snowflake),
        WordType::Int => Ty::Scalar(Scalar::Integer),
        WordType::Int32 => Ty::Scalar(Scalar::Int32),
        WordType::Int64 => Ty::Scalar(Scalar::Int64),
        WordType::BigInt => Ty::Scalar(Scalar::BigInteger),
        WordType::Float32 => Ty::Scalar(Scalar::Float32),
        WordType::Float64 => Ty::Scalar(Scalar::Float64),
        WordType::Bytes => Ty::Scalar(Scalar::Bytes),
        WordType::Number => Ty::Scalar(Scalar::Number),
        WordType::Bool => Ty::Scalar(Scalar::Boolean),
        WordType::DateTime => Ty::Scalar(Scalar::DateTime),
        WordType::Date => Ty::Scalar(Scalar::Date),
        WordType::Object => Ty::Object,
        WordType::List => Ty::List(Box::new(Ty::Any)),
        WordType::Any => Ty::Any,
        WordType::Null => Ty::Null,
        WordType::None => return None,
        WordType::NotJson => Ty::NotJson,
        WordType::ListOf(inner) => Ty::List(Box::new(type_of(inner).unwrap_or(Ty::Any))),
        WordType::MapOf(inner) => Ty::Map(Box::new(type_of(inner).unwrap_or(Ty::Any))),
        WordType::Union(members) => super::union::of(members.iter().filter_map(type_of).collect()),
    })
}

/// A value in quotes, or a number: `"asc"`, `1`.
pub(super) fn constant(text: &str) -> Option<Const> {
    let quoted = ['"', '\'', '`'].iter().find_map(|quote| {
        let inner = text.strip_prefix(*quote)?.strip_suffix(*quote)?;
        (!inner.contains(*quote)).then_some(inner)
    });
    if let Some(text) = quoted {
        return Some(Const::String(text.to_owned()));
    }
    is_number(text).then(|| Const::Number(text.to_owned()))
}

/// A number as narrow as a word says: `int64`, `UInt32`, `long`. Text stays text.
pub(super) fn refine(ty: Ty, word: &str) -> Ty {
    let is_number = matches!(ty, Ty::Scalar(Scalar::Integer | Scalar::Number));
    match (is_number, width(word)) {
        (true, Some(scalar)) => Ty::Scalar(scalar),
        _ => ty,
    }
}

/// The number that a word of programming languages means; `int8` and the like fit `int32`.
fn width(word: &str) -> Option<Scalar> {
    let word = word.trim().to_ascii_lowercase();
    let digits = word.trim_start_matches(|c: char| !c.is_ascii_digit());
    let bits: Option<u16> = digits.parse().ok();
    let name = word[..word.len() - digits.len()].trim_end_matches(['_', '-', ' ']);
    match (name, bits) {
        ("int" | "i" | "integer" | "sint", Some(8 | 16 | 32))
        | ("uint" | "u" | "unsigned int" | "unsigned integer", Some(8 | 16))
        | ("short" | "byte", None) => Some(Scalar::Int32),
        ("int" | "i" | "integer" | "sint", Some(64))
        | ("uint" | "u" | "unsigned int" | "unsigned integer", Some(32))
        | ("long", None) => Some(Scalar::Int64),
        ("uint" | "u" | "unsigned int" | "unsigned integer" | "int", Some(64 | 128 | 256)) => {
            Some(Scalar::BigInteger)
        }
        ("float" | "f", Some(32)) => Some(Scalar::Float32),
        ("float" | "f", Some(64)) | ("double", None) => Some(Scalar::Float64),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_refine_numbers_only() {
        let number = || Ty::Scalar(Scalar::Number);
        let text = Ty::Scalar(Scalar::String);
        for (word, scalar) in [
            ("UInt8", Scalar::Int32),
            ("uint32", Scalar::Int64),
            ("Int64", Scalar::Int64),
            ("long", Scalar::Int64),
            ("UInt64", Scalar::BigInteger),
            ("float32", Scalar::Float32),
            ("double", Scalar::Float64),
            ("amount", Scalar::Number),
            ("64", Scalar::Number),
            ("int5", Scalar::Number),
        ] {
            assert_eq!(refine(number(), word), Ty::Scalar(scalar), "{word}");
            assert_eq!(refine(text.clone(), word), text);
        }
    }

    #[test]
    fn constants_are_quoted_or_numbers() {
        let text = |text: &str| Some(Const::String(text.to_owned()));
        assert_eq!(constant("\"a b\""), text("a b"));
        assert_eq!(constant("''"), text(""));
        assert_eq!(constant("-1"), Some(Const::Number("-1".to_owned())));
        for other in ["a", "\"", "\"a\" or \"b\"", ""] {
            assert_eq!(constant(other), None, "{other}");
        }
    }
}
