//! The types of words: those of fields in `spec.toml`, and what only references have.

use toml::de::DeValue;

use super::super::value::{Refusal, Setting};
use crate::suggest;

/// What a word of `[reference.types]` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordType {
    String,
    /// Text of digits, which old places write as a number.
    Snowflake,
    /// An integer of unknown width.
    Int,
    Int32,
    Int64,
    /// An integer of any length.
    BigInt,
    Number,
    Float32,
    Float64,
    Bool,
    DateTime,
    Date,
    Bytes,
    Object,
    List,
    Any,
    Null,
    /// No type: `-`.
    None,
    /// A part of a form, which is no JSON.
    NotJson,
    ListOf(Box<WordType>),
    MapOf(Box<WordType>),
    Union(Vec<WordType>),
}

const WORDS: &[(&str, WordType)] = &[
    ("any", WordType::Any),
    ("big-integer", WordType::BigInt),
    ("boolean", WordType::Bool),
    ("bytes", WordType::Bytes),
    ("date", WordType::Date),
    ("date-time", WordType::DateTime),
    ("float32", WordType::Float32),
    ("float64", WordType::Float64),
    ("int32", WordType::Int32),
    ("int64", WordType::Int64),
    ("integer", WordType::Int),
    ("list", WordType::List),
    ("none", WordType::None),
    ("not-json", WordType::NotJson),
    ("null", WordType::Null),
    ("number", WordType::Number),
    ("object", WordType::Object),
    ("snowflake", WordType::Snowflake),
    ("string", WordType::String),
];

/// The names of types.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(name, _)| *name)
}

/// How types are written.
pub(super) fn hint() -> String {
    format!(
        "write {}, `[T]` for a list, `{{T}}` for a map, or `T | U` for a choice",
        suggest::alternatives(names())
    )
}

/// The type of a word; nothing for `name`.
pub(super) fn word(value: &DeValue<'_>) -> Result<Option<WordType>, Refusal> {
    let text = String::from_toml(value)?;
    if text == "name" {
        return Ok(None);
    }
    let bare = text.trim_matches(['[', ']', '{', '}', '?', ' ']);
    parse(&text).map(Some).ok_or_else(|| Refusal {
        expected: "a type".to_owned(),
        found: "unknown type".to_owned(),
        hint: Some(match suggest::nearest(bare, names().chain(["name"])) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{}; `name` if it is the name of a model", hint()),
        }),
    })
}

/// Reads a type.
pub(super) fn parse(text: &str) -> Option<WordType> {
    read(text, 0)
}

/// Brackets nested more deeply are errors, to protect the stack.
const MAX_DEPTH: usize = 32;

fn read(text: &str, depth: usize) -> Option<WordType> {
    if depth > MAX_DEPTH {
        return None;
    }
    let members = split(text);
    if members.len() > 1 {
        let members = members.iter().map(|text| read(text, depth + 1));
        return members.collect::<Option<_>>().map(WordType::Union);
    }
    let text = text.trim();
    let inner = |text: &str| read(text, depth + 1).map(Box::new);
    let enclosed = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    if let Some(item) = enclosed('[', ']') {
        return inner(item).map(WordType::ListOf);
    }
    if let Some(value) = enclosed('{', '}') {
        return inner(value).map(WordType::MapOf);
    }
    if let Some(inside) = text.strip_suffix('?') {
        return Some(WordType::Union(vec![*inner(inside)?, WordType::Null]));
    }
    let mut words = WORDS.iter();
    words
        .find(|(name, _)| *name == text)
        .map(|(_, word)| word.clone())
}

/// The members of a choice: parts between bars that are in no brackets.
fn split(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '|' && depth == 0
    })
    .collect()
}
