//! Types, independent of the SDK's language.

use std::fmt;

use super::field::Spelling;
use crate::source::{Located, Place};

/// A type, independent of the SDK's language.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeShape {
    /// A scalar.
    Scalar(Scalar),
    /// A list.
    List(Box<TypeShape>),
    /// A map with string keys.
    Map(Box<TypeShape>),
    /// A value that may be null, inside a list, map or union.
    Nullable(Box<TypeShape>),
    /// A model, by name.
    Model(Box<ModelName>),
    /// One of several.
    Union(Vec<TypeShape>),
    /// Always this value.
    Const(Const),
    /// Any JSON value.
    Any,
    /// An HTTP response of the SDK's client library, which is not JSON.
    RawResponse,
}

/// A scalar type on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean,
    /// An integer of unknown width.
    Integer,
    /// An integer of 32 bits.
    Int32,
    /// An integer of 64 bits.
    Int64,
    /// An integer of any length.
    BigInteger,
    /// A number that may or may not be an integer: TypeScript's `number`.
    Number,
    /// A floating-point number of 32 bits.
    Float32,
    /// A floating-point number of 64 bits.
    Float64,
    /// Text.
    String,
    /// Text of digits, which old places write as a number.
    Snowflake,
    /// RFC 3339 date and time.
    DateTime,
    /// RFC 3339 date.
    Date,
    /// A date, or a date and time: the language has one type for both.
    DateOrDateTime,
    /// Binary content.
    Bytes,
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::BigInteger => "big-integer",
            Self::Number => "number",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
            Self::String => "string",
            Self::Snowflake => "snowflake",
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::DateOrDateTime => "date or date-time",
            Self::Bytes => "bytes",
        })
    }
}

/// A scalar constant in a type cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Const {
    /// `"output_text"`.
    String(String),
    /// `1`, as it is spelt.
    Number(String),
    /// `true`.
    Boolean(bool),
}

/// A model's name in a type cell.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelName {
    /// The last part: `ExposedPort` of `com.example.models.shared.ExposedPort`.
    pub name: String,
    /// The part before it in normal form if it is a namespace, as for
    /// [`ModelClaim::namespace`](super::ModelClaim::namespace).
    pub namespace: Option<String>,
    /// Where its link leads.
    pub target: Option<Target>,
    /// The namespace of the folder that the link leads into, as for
    /// [`ModelClaim::namespace`](super::ModelClaim::namespace): links lie at times, and the name
    /// decides where no model is at the target.
    pub linked_namespace: Option<String>,
    /// The name's place.
    pub place: Place,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A page, by its path below the API's folder; it need not be there.
    Page(String),
    /// A part of a page.
    Anchor {
        /// The page, as above.
        page: String,
        /// What stands behind `#`.
        anchor: String,
    },
    /// A part of the page that the link stands on: what stands behind `#`.
    Local(String),
    /// Out of the docs.
    External,
}

impl Target {
    /// The page, if it is another one.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        match self {
            Self::Page(page) | Self::Anchor { page, .. } => Some(page),
            Self::Local(_) | Self::External => None,
        }
    }
}

/// The value by which a member of a union is told from the others.
#[derive(Debug, Clone, PartialEq)]
pub struct TagClaim {
    /// The member's name.
    pub member: String,
    /// The key whose value it is, where the docs or the SDK's source name it.
    pub key: Option<String>,
    /// The value: as it is on the wire, or as a name in the SDK's language.
    pub value: Located<String>,
    /// Whether it is the value on the wire; if not, case and signs may be others: `AwsKms` for
    /// `aws-kms`.
    pub spelling: Spelling,
}
