//! The syntax of types in `spec.toml`: `int64`, `[Order]`, `{string?}`.

use toml::de::DeValue;

use super::value::{Refusal, Setting};
use crate::claim::{ModelName, Scalar, TypeShape};
use crate::source::Place;
use crate::suggest;

/// The names of types that are not models.
pub const WORDS: &[(&str, TypeShape)] = &[
    ("any", TypeShape::Any),
    ("boolean", TypeShape::Scalar(Scalar::Boolean)),
    ("bytes", TypeShape::Scalar(Scalar::Bytes)),
    ("date", TypeShape::Scalar(Scalar::Date)),
    ("date-time", TypeShape::Scalar(Scalar::DateTime)),
    ("float32", TypeShape::Scalar(Scalar::Float32)),
    ("float64", TypeShape::Scalar(Scalar::Float64)),
    ("int32", TypeShape::Scalar(Scalar::Int32)),
    ("int64", TypeShape::Scalar(Scalar::Int64)),
    ("number", TypeShape::Scalar(Scalar::Number)),
    ("snowflake", TypeShape::Scalar(Scalar::Snowflake)),
    ("string", TypeShape::Scalar(Scalar::String)),
];

/// Brackets nested more deeply are errors, to protect the stack.
const MAX_DEPTH: usize = 32;

/// Reads a type; `place` is that of the setting.
pub(crate) fn read(value: &DeValue<'_>, place: Place) -> Result<TypeShape, Refusal> {
    let text = String::from_toml(value)?;
    parse(text.trim(), place, 0).ok_or_else(|| {
        let words = || WORDS.iter().map(|(word, _)| *word);
        let near = suggest::nearest(text.trim_matches(['[', ']', '{', '}', '?', ' ']), words());
        Refusal {
            expected: "a type".to_owned(),
            found: "unknown type".to_owned(),
            hint: Some(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "write {}, the name of a model, `[T]` for a list, `{{T}}` for a map, or `T?` for items that may be null",
                    suggest::alternatives(words())
                ),
            }),
        }
    })
}

fn parse(text: &str, place: Place, depth: usize) -> Option<TypeShape> {
    if depth > MAX_DEPTH {
        return None;
    }
    let inner = |text: &str| parse(text.trim(), place, depth + 1).map(Box::new);
    let enclosed = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    if let Some(inside) = text.strip_suffix('?') {
        return inner(inside).map(TypeShape::Nullable);
    }
    if let Some(item) = enclosed('[', ']') {
        return inner(item).map(TypeShape::List);
    }
    if let Some(value) = enclosed('{', '}') {
        return inner(value).map(TypeShape::Map);
    }
    if let Some((_, word)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Some(word.clone());
    }
    let named = text.contains(|c: char| c.is_ascii_uppercase())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
    named.then(|| {
        TypeShape::Model(Box::new(ModelName {
            name: text.to_owned(),
            namespace: None,
            target: None,
            linked_namespace: None,
            place,
        }))
    })
}
