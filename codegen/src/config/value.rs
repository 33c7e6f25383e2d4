//! What a single value of `spec.toml` may be.

use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use syn::ext::IdentExt;
use syn::parse::Parser;
use toml::de::DeValue;

use crate::language::Language;
use crate::model::{DateTimeType, ExtraKeys, Impls, MapType, NotKnown, Trait, WireCase};
use crate::suggest;

/// Why a value is not taken.
pub(crate) struct Refusal {
    /// What it must be: `text`.
    pub(crate) expected: String,
    /// What it is, in a few words.
    pub(crate) found: String,
    /// What to do about it.
    pub(crate) hint: Option<String>,
}

impl Refusal {
    /// The value is of another type.
    pub(crate) fn type_of(expected: &str, value: &DeValue<'_>) -> Self {
        Self {
            expected: expected.to_owned(),
            found: format!("this is {}", kind(value)),
            hint: None,
        }
    }
}

/// A type that a value can be read as.
pub(crate) trait Setting: Sized {
    /// Reads the value.
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal>;
}

impl Setting for bool {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        match value {
            DeValue::Boolean(value) => Ok(*value),
            DeValue::String(text) if matches!(text.as_ref(), "true" | "false") => Err(Refusal {
                expected: "`true` or `false`".to_owned(),
                found: "this is text".to_owned(),
                hint: Some(format!("write {text} without quotes")),
            }),
            other => Err(Refusal::type_of("`true` or `false`", other)),
        }
    }
}

impl Setting for String {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        match value {
            DeValue::String(text) => Ok(text.as_ref().to_owned()),
            other => Err(Refusal::type_of("text", other)),
        }
    }
}

macro_rules! choices {
    ($($choice:ty),*) => {$(
        impl Setting for $choice {
            fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
                choice(value)
            }
        }
    )*};
}
choices!(
    DateTimeType,
    ExtraKeys,
    Impls,
    Language,
    MapType,
    NotKnown,
    Trait,
    WireCase
);

/// A type's name: one in another case is a warning in the crate.
pub(crate) fn type_name(value: &DeValue<'_>) -> Result<String, Refusal> {
    let name = rust_name(value)?;
    if name.starts_with(char::is_uppercase) {
        return Ok(name);
    }
    Err(Refusal {
        expected: "a Rust type's name".to_owned(),
        found: "it starts with no capital".to_owned(),
        hint: Some(format!("write `{}`", name.to_upper_camel_case())),
    })
}

/// A field's name, keywords included: they become raw identifiers.
pub(crate) fn field_name(value: &DeValue<'_>) -> Result<String, Refusal> {
    let name = rust_name(value)?;
    if !name.contains(char::is_uppercase) {
        return Ok(name);
    }
    Err(Refusal {
        expected: "a Rust field's name".to_owned(),
        found: "it has capitals".to_owned(),
        hint: Some(format!("write `{}`", name.to_snake_case())),
    })
}

fn rust_name(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    let reserved = matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_");
    let plain = !text.starts_with("r#") && text.trim() == text;
    if plain && !reserved && syn::Ident::parse_any.parse_str(&text).is_ok() {
        return Ok(text);
    }
    Err(Refusal {
        expected: "a Rust name".to_owned(),
        found: "no type or field can be called so".to_owned(),
        hint: Some("use letters, digits and `_`, and no digit first".to_owned()),
    })
}

/// A value as JSON.
pub(crate) fn json(value: &DeValue<'_>) -> Result<serde_json::Value, Refusal> {
    use serde_json::Value;
    let number = |text: String| {
        serde_json::from_str(&text).map_err(|_| Refusal::type_of("a value that JSON has", value))
    };
    match value {
        DeValue::String(text) => Ok(Value::String(text.as_ref().to_owned())),
        DeValue::Boolean(value) => Ok(Value::Bool(*value)),
        DeValue::Integer(digits) if digits.radix() == 10 => number(digits.as_str().to_owned()),
        DeValue::Float(digits) => number(digits.as_str().to_owned()),
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(members) => members
            .iter()
            .map(|(key, value)| Ok((key.get_ref().to_string(), json(value.get_ref())?)))
            .collect::<Result<serde_json::Map<_, _>, _>>()
            .map(Value::Object),
        DeValue::Integer(_) | DeValue::Datetime(_) => {
            Err(Refusal::type_of("a value that JSON has", value))
        }
    }
}

/// One of the words that serde knows for the type.
fn choice<T: for<'de> Deserialize<'de>>(value: &DeValue<'_>) -> Result<T, Refusal> {
    let text = match value {
        DeValue::String(text) => text.as_ref(),
        _ => "",
    };
    T::deserialize(word(text)).map_err(|NotAWord { known }| {
        let words = || known.iter().copied();
        let all = format!("write {}", suggest::alternatives(words()));
        let hint = match suggest::nearest(text, words()) {
            Some(near) => format!("did you mean `{near}`? Otherwise {all}"),
            None => all,
        };
        Refusal {
            expected: "a known word".to_owned(),
            found: match value {
                DeValue::String(_) => "no such word".to_owned(),
                other => format!("this is {}", kind(other)),
            },
            hint: Some(hint),
        }
    })
}

fn word(text: &str) -> StrDeserializer<'_, NotAWord> {
    text.into_deserializer()
}

/// serde's refusal of a variant, kept as the list of the known ones.
#[derive(Debug)]
struct NotAWord {
    known: &'static [&'static str],
}

impl serde::de::Error for NotAWord {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self { known: &[] }
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self { known }
    }
}

impl fmt::Display for NotAWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&suggest::alternatives(self.known.iter().copied()))
    }
}

impl std::error::Error for NotAWord {}

/// What a value is, for people.
pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
