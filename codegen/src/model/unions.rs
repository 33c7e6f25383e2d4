//! Unions, and the JSON shapes of their variants.

use serde::Serialize;
use serde_json::Value;

use super::{Evidence, Fact, Type};
use crate::fold::same_name;
use crate::map::IndexMap;

/// One of several types.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Union {
    /// In the order in which they are written.
    pub variants: Vec<Variant>,
    /// The Rust name of the variant that keeps an unknown value.
    pub unknown: String,
    /// The key whose value names the variant, where the objects among the variants have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Fact<Tag>>,
}

impl Union {
    /// The key whose value names the variant.
    #[must_use]
    pub fn tag(&self) -> Option<&Tag> {
        self.tag.as_ref().map(|tag| &tag.value)
    }
}

/// A key whose value names a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The key, and the keys below it where the value lies deeper: `perk`, `type`.
    pub path: Vec<String>,
    /// Whether the docs give texts as names of the SDK's language, so that case and signs may be
    /// others on the wire: `AwsKms` for `aws-kms`.
    pub recased: bool,
}

impl Tag {
    /// The value in an object; `None` if it has none.
    #[must_use]
    pub fn value_in<'v>(&self, object: &'v Value) -> Option<&'v Value> {
        let mut keys = self.path.iter();
        keys.try_fold(object, |value, key| value.get(key))
    }

    /// Whether a value on the wire is one that the docs give.
    #[must_use]
    pub fn is(&self, given: &Value, on_wire: &Value) -> bool {
        match (given, on_wire) {
            (Value::String(given), Value::String(text)) if self.recased => same_name(given, text),
            _ => given == on_wire,
        }
    }

    /// The keys with dots between: `perk.type`.
    #[must_use]
    pub fn dotted(&self) -> String {
        self.path.join(".")
    }
}

/// A key beside a union whose text names the variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TagBeside {
    /// The key, in the struct that holds the union.
    pub key: String,
    /// The texts, each with the index of the variant that it names.
    pub values: IndexMap<String, usize>,
}

impl TagBeside {
    /// The texts that name a variant.
    pub fn naming(&self, variant: usize) -> impl Iterator<Item = &str> {
        let values = self.values.iter();
        values
            .filter(move |(_, at)| **at == variant)
            .map(|(text, _)| text.as_str())
    }
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
/// shape is chosen; among equals, the first: [`Choices`](super::choose::Choices).
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
        /// The values of the union's tag that name this variant, scalars; empty if it has none.
        tags: Vec<Value>,
        /// Required keys.
        required: Vec<String>,
        /// Optional keys.
        optional: Vec<String>,
    },
    /// One of several: the members of a union inside the union.
    OneOf(Vec<WireShape>),
}

impl WireShape {
    /// Whether objects have it.
    #[must_use]
    pub fn is_of_objects(&self) -> bool {
        match self {
            Self::Object { .. } => true,
            Self::OneOf(shapes) => shapes.iter().any(Self::is_of_objects),
            _ => false,
        }
    }

    /// The values of the union's tag that name the variant, those of its lists' items left out.
    #[must_use]
    pub fn tags(&self) -> Vec<&Value> {
        match self {
            Self::Object { tags, .. } => tags.iter().collect(),
            Self::OneOf(shapes) => shapes.iter().flat_map(Self::tags).collect(),
            _ => Vec::new(),
        }
    }
}
