//! The types of single values in `spec.toml`.

use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use syn::ext::IdentExt;
use syn::parse::Parser;
use toml::de::DeValue;

use crate::language::Language;
use crate::model::{
    DateTimeType, EnumScalar, ExtraKeys, Impls, LONGEST_NAME, MapType, NotKnown, Trait, WireCase,
};
use crate::suggest;

/// Why a value is invalid.
pub(crate) struct Refusal {
    /// What it must be: `text`.
    pub(crate) expected: String,
    /// What it is, in a few words.
    pub(crate) found: String,
    /// How to fix it.
    pub(crate) hint: Option<String>,
}

impl Refusal {
    /// The value is of another type.
    pub(crate) fn type_of(expected: &str, value: &DeValue<'_>) -> Self {
        Self {
            expected: expected.to_owned(),
            found: format!("found {}", kind(value)),
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
                found: "found a string".to_owned(),
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
            other => Err(Refusal::type_of("a string", other)),
        }
    }
}

impl Setting for usize {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        let DeValue::Integer(digits) = value else {
            return Err(Refusal::type_of("a number", value));
        };
        let number = Self::from_str_radix(digits.as_str(), digits.radix());
        number.map_err(|_| Refusal {
            expected: "a number".to_owned(),
            found: "out of range".to_owned(),
            hint: None,
        })
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
    EnumScalar,
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
    if name.len() > LONGEST_NAME {
        return Err(Refusal {
            expected: format!("a name of at most {LONGEST_NAME} bytes"),
            found: "too long for a file of rustdoc".to_owned(),
            hint: None,
        });
    }
    if name.starts_with(char::is_uppercase) {
        return Ok(name);
    }
    Err(Refusal {
        expected: "the name of a Rust type".to_owned(),
        found: "type names start with a capital letter".to_owned(),
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
        expected: "the name of a Rust field".to_owned(),
        found: "field names have no capital letters".to_owned(),
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
        expected: "a Rust identifier".to_owned(),
        found: "not an identifier".to_owned(),
        hint: Some("use letters, digits and `_`, and do not start with a digit".to_owned()),
    })
}

/// A value as JSON.
pub(crate) fn json(value: &DeValue<'_>) -> Result<serde_json::Value, Refusal> {
    use serde_json::Value;
    let number = |text: String| {
        serde_json::from_str(&text).map_err(|_| Refusal::type_of("a JSON value", value))
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
        DeValue::Integer(_) | DeValue::Datetime(_) => Err(Refusal::type_of("a JSON value", value)),
    }
}

/// One of the words that serde knows for the type.
pub(super) fn choice<T: for<'de> Deserialize<'de>>(value: &DeValue<'_>) -> Result<T, Refusal> {
    let text = match value {
        DeValue::String(text) => text.as_ref(),
        _ => "",
    };
    T::deserialize(word(text)).map_err(|NotAWord { known }| {
        let words = || known.iter().copied();
        let near = suggest::nearest(text, words());
        Refusal {
            expected: suggest::alternatives(words()),
            found: match value {
                DeValue::String(_) => "unknown value".to_owned(),
                other => format!("found {}", kind(other)),
            },
            hint: near.map(|near| format!("did you mean `{near}`?")),
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

/// The type of a value, for messages.
pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date-time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
