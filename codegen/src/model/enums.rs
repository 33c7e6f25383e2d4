//! Enums.

use serde::Serialize;
use serde_json::Value;

use super::Evidence;

/// One of a set of scalars.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enum {
    /// Strings or whole numbers.
    pub scalar: EnumScalar,
    /// In page order.
    pub values: Vec<EnumValue>,
    /// The Rust name of the variant that keeps an unknown value; `None` for a closed enum, which
    /// has at least one value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// Whether it stands for a constant of one field.
    pub constant: bool,
}

/// The type of an enum's values in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnumScalar {
    /// `"tcp"`.
    String,
    /// `307`.
    Integer,
}

/// One value of an enum.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EnumValue {
    /// The Rust variant.
    pub name: String,
    /// The value on the wire: a string or a whole number, as the enum's scalar says.
    pub value: Value,
    /// The pages and samples that list it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}
