//! Unknown values of enums and unions.

use serde_json::{Value, json};

use crate::model::choose::Choices;
use crate::model::{Enum, EnumScalar};

/// A value that an open enum does not name.
pub(crate) fn unknown_value(enumeration: &Enum) -> Option<Value> {
    enumeration.unknown.as_ref()?;
    let known = |value: &Value| enumeration.values.iter().any(|known| known.value == *value);
    match enumeration.scalar {
        EnumScalar::String => {
            let mut text = "Not in the docs".to_owned();
            while known(&json!(text)) {
                text.push('!');
            }
            Some(json!(text))
        }
        EnumScalar::Integer => (987_654_321_i64..)
            .map(|n| json!(n))
            .find(|value| !known(value)),
    }
}

/// A value that no variant of a union takes; `None` if they take everything.
pub(crate) fn unknown_payload(choices: &Choices<'_>) -> Option<Value> {
    let candidates = [
        json!({ "not in the docs": [1, 9_007_199_254_740_993_i64, 0.5, null] }),
        json!("Not in the docs"),
        json!([{ "not": "in the docs" }]),
        json!(0.5),
        json!(true),
        Value::Null,
    ];
    candidates
        .into_iter()
        .find(|value| choices.choose(value).is_none())
}
