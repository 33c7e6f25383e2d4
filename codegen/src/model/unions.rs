//! Unions, and the JSON shapes of their variants.

use serde::Serialize;

use super::{Evidence, Type};

/// One of several types.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Union {
    /// In the order in which they are written.
    pub variants: Vec<Variant>,
    /// The Rust name of the variant that keeps an unknown value.
    pub unknown: String,
    /// The key whose value names the variant, where the objects among the variants have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
}

/// One of a union's types.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variant {
    /// The Rust variant.
    pub name: String,
    /// The type it holds.
    pub ty: Type,
    /// The JSON shape by which a value is recognized as this variant.
    pub shape: WireShape,
    /// The pages that list it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// The JSON shape of a variant.
///
/// Of the variants whose shape admits a value, the one with the most specific
/// shape is chosen; among equals, the first: [`choose`](super::choose::choose).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WireShape {
    /// Anything.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Text in the form of `2024-02-29T12:30:45Z`.
    DateTime,
    /// Text in the form of `2024-02-29`.
    Date,
    /// One of some texts.
    Texts {
        /// The values of an enum.
        values: Vec<String>,
        /// Whether the enum is open: other text, if nothing else takes it.
        others: bool,
    },
    /// A list, its items of a shape.
    Array(Box<WireShape>),
    /// An object.
    Object {
        /// The values of the union's tag that name this variant; empty if it has none.
        tags: Vec<String>,
        /// Required keys.
        required: Vec<String>,
        /// Optional keys.
        optional: Vec<String>,
    },
    /// One of several: the members of a union inside the union.
    OneOf(Vec<WireShape>),
}
