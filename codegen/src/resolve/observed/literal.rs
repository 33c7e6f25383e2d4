//! Literals of examples and samples as JSON.

use serde_json::{Map, Number, Value};

use crate::claim::Literal;

/// The value in an example cell: JSON where it is JSON, else text.
pub(crate) fn of_cell(text: &str) -> Literal {
    let value = serde_json::from_str::<serde_json::Value>(text);
    value.map_or_else(|_| Literal::String(text.to_owned()), Literal::from)
}

/// Whether an example cell is just null. Nobody shows the text `null` as an example of a text.
pub(crate) fn is_null(text: &str) -> bool {
    text.trim() == "null"
}

/// Whether there is a stand-in for a text in a value, such as `<id>`: the user's own type may
/// refuse it.
pub(crate) fn is_made_up(literal: &Literal) -> bool {
    match literal {
        Literal::String(text) => text.starts_with('<') && text.ends_with('>'),
        Literal::Array(items) => items.iter().any(is_made_up),
        Literal::Object(members) => members.iter().any(|member| is_made_up(&member.value)),
        _ => false,
    }
}

pub(crate) fn number(literal: &Literal) -> Option<Number> {
    let Literal::Number(digits) = literal else {
        return None;
    };
    serde_json::from_str(digits).ok()
}

/// A literal as JSON, no matter what it means.
pub(crate) fn verbatim(literal: &Literal, depth: usize) -> Option<Value> {
    const DEEPEST: usize = 64;
    if depth > DEEPEST {
        return None;
    }
    match literal {
        Literal::Null => Some(Value::Null),
        Literal::Bool(value) => Some(Value::Bool(*value)),
        Literal::Number(_) => number(literal).map(Value::Number),
        Literal::String(text) | Literal::Date(text) => Some(Value::String(text.clone())),
        Literal::Array(values) => values
            .iter()
            .map(|value| verbatim(value, depth + 1))
            .collect(),
        Literal::Object(properties) => properties
            .iter()
            .map(|p| Some((p.key.clone(), verbatim(&p.value, depth + 1)?)))
            .collect::<Option<Map<_, _>>>()
            .map(Value::Object),
        Literal::Opaque => None,
    }
}

pub(crate) fn is_date_time(text: &str) -> bool {
    use time::format_description::well_known::Rfc3339;
    time::OffsetDateTime::parse(text, &Rfc3339).is_ok()
}

pub(crate) fn is_date(text: &str) -> bool {
    // The time of an hour is as good as any: the date alone is asked.
    text.len() == 10 && is_date_time(&format!("{text}T00:00:00Z"))
}
