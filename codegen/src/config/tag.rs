//! The tag of a union: a path of keys, and the values of members.

use serde_json::Value;
use toml::de::DeValue;

use super::value::{self, Refusal, Setting};

/// Keys with dots between, or a list of keys.
pub(crate) fn path(found: &DeValue<'_>) -> Result<Vec<String>, Refusal> {
    let keys: Vec<String> = match found {
        DeValue::String(dotted) => dotted.split('.').map(str::to_owned).collect(),
        DeValue::Array(keys) => {
            let keys = keys.iter();
            keys.map(|key| String::from_toml(key.get_ref()))
                .collect::<Result<_, _>>()?
        }
        other => return Err(Refusal::type_of("a key, or a list of keys", other)),
    };
    if keys.is_empty() || keys.iter().any(String::is_empty) {
        return Err(Refusal {
            expected: "a key, or keys with a dot between".to_owned(),
            found: "empty key".to_owned(),
            hint: Some("write keys that have dots as a list: `[\".tag\"]`".to_owned()),
        });
    }
    Ok(keys)
}

/// The key beside a union that names its variant, or `false`.
pub(crate) fn beside(found: &DeValue<'_>) -> Result<Option<String>, Refusal> {
    match found {
        DeValue::Boolean(false) => Ok(None),
        DeValue::String(key) if !key.is_empty() => Ok(Some(key.as_ref().to_owned())),
        other => Err(Refusal::type_of("a key, or `false`", other)),
    }
}

/// A text, or a list of texts.
pub(crate) fn texts(found: &DeValue<'_>) -> Result<Vec<String>, Refusal> {
    let refuse = || Refusal::type_of("text, or a list of texts", found);
    let texts = match value::json(found)? {
        Value::Array(values) => values,
        value => vec![value],
    };
    let texts = texts.into_iter().map(|value| match value {
        Value::String(text) => Some(text),
        _ => None,
    });
    let texts: Option<Vec<String>> = texts.collect();
    texts.filter(|texts| !texts.is_empty()).ok_or_else(refuse)
}

/// A scalar, or a list of scalars.
pub(crate) fn values(found: &DeValue<'_>) -> Result<Vec<Value>, Refusal> {
    let values = match value::json(found)? {
        Value::Array(values) => values,
        value => vec![value],
    };
    let scalar = |value: &Value| value.is_string() || value.is_boolean() || value.is_number();
    if values.is_empty() || !values.iter().all(scalar) {
        let wanted = "text, a number, true or false, or a list of such values";
        return Err(Refusal::type_of(wanted, found));
    }
    Ok(values)
}
