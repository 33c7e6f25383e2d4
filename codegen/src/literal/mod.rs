//! Values with their places: JSON, and the literals of TypeScript that contain it.

pub(crate) mod json;
pub(crate) mod reader;
pub(crate) mod scanner;

use crate::source::Place;

/// A value: JSON, or a literal of the language of an SDK.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`, `None`, `nil`.
    Null,
    /// `true`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// Text, escapes resolved.
    String(String),
    /// A date or date-time constructed from text.
    Date(String),
    /// A list.
    Array(Vec<Literal>),
    /// An object or map.
    Object(Vec<Property>),
    /// An expression with no value in JSON, such as an opened file.
    Opaque,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// The key.
    pub key: String,
    /// Whether the key is the SDK's name of a field (`userId:`) rather than data (`"user_id":`).
    pub sdk_name: bool,
    /// The value.
    pub value: Literal,
    /// Where the key stands; `None` if only the place of the whole value is known.
    pub place: Option<Place>,
}

/// JSON as a literal. Its keys are data, and have no places of their own.
impl From<serde_json::Value> for Literal {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value.to_string()),
            Value::String(value) => Self::String(value),
            Value::Array(values) => Self::Array(values.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let properties = members.into_iter().map(|(key, value)| Property {
                    key,
                    sdk_name: false,
                    value: Self::from(value),
                    place: None,
                });
                Self::Object(properties.collect())
            }
        }
    }
}
