//! What a page says about the values of an enum.

use super::field::Stated;
use crate::source::Located;

/// The values of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct ValuesClaim {
    /// In page order.
    pub values: Vec<ValueClaim>,
    /// Whether values are strings or numbers.
    pub scalar: ValueScalar,
    /// Whether the page says that unknown values are kept.
    pub open: Stated,
    /// Whether they are bits of one integer; each value is that bit as a decimal number.
    pub are_flags: bool,
}

/// The type of an enum's values in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueScalar {
    /// Quoted in the page.
    String,
    /// Unquoted in a page that quotes strings.
    Number,
    /// `true` or `false`, unquoted in a page that quotes strings.
    Boolean,
    /// The page quotes nothing, and all values look like numbers.
    NumberOrString,
}

/// One value of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueClaim {
    /// The value as text, unquoted: `tcp`, `-1`, or empty.
    pub value: Located<String>,
    /// The member's name in the SDK's language, where the page has one.
    pub name: Option<String>,
}
