//! Structs: objects with known keys.

use serde::Serialize;
use serde_json::Value;

use super::{Docs, Evidence, Example, Fact, Rule, TagBeside, Type};

/// An object with known keys.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Struct {
    /// In page order.
    pub fields: Vec<Field>,
    /// Where keys without a field of their own go, if the docs say that there are such keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Extra>,
}

impl Struct {
    /// Whether a key beside a union says which variant it is.
    #[must_use]
    pub fn has_tags_beside(&self) -> bool {
        self.fields.iter().any(|field| field.tag_beside.is_some())
    }
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// The Rust name, `r#` included: `room_id`, `r#type`.
    pub name: String,
    /// The key on the wire.
    pub wire_name: Fact<String>,
    /// The type of a value that is not null.
    pub ty: Fact<Type>,
    /// Whether the key is always present.
    pub required: Fact<bool>,
    /// Whether the value may be null.
    pub nullable: Fact<Nullability>,
    /// How both are stored; follows from the two and from the API's policy.
    pub presence: Presence,
    /// The one value that the docs allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Box<Fact<Value>>>,
    /// The key beside it that says which variant of its union it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_beside: Option<Box<Fact<TagBeside>>>,
    /// The type of the user's that takes the place of its type, as `spec.toml` writes it:
    /// `[::uuid::Uuid]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Box<Fact<String>>>,
    /// Attributes that the user adds, without `#[]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
    /// What its documentation says.
    pub docs: Docs,
    /// Values from the docs that fit the type, in the wire's spelling.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

impl Field {
    /// Whether its key was derived from a name in the docs and was seen nowhere.
    #[must_use]
    pub const fn key_is_derived(&self) -> bool {
        self.wire_name.rule.derives_key()
    }

    /// Whether it stands under no key, as the body of a request does.
    #[must_use]
    pub fn is_keyless(&self) -> bool {
        self.wire_name.rule == Rule::NoKeyInSource
    }

    /// Whether it is required, and no source can say whether it may be null.
    #[must_use]
    pub fn null_is_not_known(&self) -> bool {
        self.required.value && self.nullable.value == Nullability::Unknown
    }

    /// Whether it is a number, and no source can say whether it is whole.
    #[must_use]
    pub fn width_is_not_known(&self) -> bool {
        *self.ty.value.innermost() == Type::Number
    }

    /// About what sources disagree: `type`, `required`, `nullable`.
    #[must_use]
    pub fn contested(&self) -> Vec<&'static str> {
        let questions = [
            ("type", &self.ty.evidence),
            ("required", &self.required.evidence),
            ("nullable", &self.nullable.evidence),
        ];
        let overruled = |evidence: &[Evidence]| evidence.iter().any(|said| !said.won);
        let contested = questions.into_iter().filter(|(_, it)| overruled(it));
        contested.map(|(what, _)| what).collect()
    }

    /// The one value that the docs allow.
    #[must_use]
    pub fn only_value(&self) -> Option<&Value> {
        self.constant.as_ref().map(|constant| &constant.value)
    }
}

/// The map for keys without a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Extra {
    /// The Rust name.
    pub name: String,
    /// The type of the values.
    pub ty: Type,
    /// What its documentation says.
    pub docs: Docs,
}

/// Whether null is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nullability {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// No source can say.
    Unknown,
}

/// How a field stores that its key is absent, or its value null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// `T`: the key is there, the value is not null.
    Required,
    /// `Option<T>`: the key is there, `None` is null.
    RequiredNullable,
    /// `Option<T>`: `None` is an absent key; null is read as `None`.
    Optional,
    /// `Maybe<T>`: absent, null and a value are three things.
    OptionalNullable,
}

impl Presence {
    /// Whether the key is always present.
    #[must_use]
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::RequiredNullable)
    }
}
