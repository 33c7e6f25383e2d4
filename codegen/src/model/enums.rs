//! Enums and flags.

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

/// Bits of one integer, of which some have names; others are kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Flags {
    /// In page order.
    pub flags: Vec<Flag>,
}

/// A named bit, or several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Flag {
    /// The Rust constant: `READ_ONLY`.
    pub name: String,
    /// Its bits.
    pub bits: u64,
    /// The pages that list it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Flags {
    /// The lowest bit that has no name.
    #[must_use]
    pub fn unnamed(&self) -> Option<u64> {
        let named = self.flags.iter().fold(0, |all, flag| all | flag.bits);
        let bit = (!named).trailing_zeros();
        1_u64.checked_shl(bit)
    }
}
