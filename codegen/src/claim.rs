//! What sources say: every statement of a page about a model, with its place.
//!
//! Claims are in the words of the input but no longer in its language: a Java
//! `Optional<List<String>>` and a TypeScript `string[]` are the same
//! [`TypeShape`]. What a page does not say is absent here, never guessed.

use std::fmt;

use crate::dialect::Language;
use crate::source::{FileId, Located, Place};

/// All that one SDK's pages say.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its folder below the API's folder, `/` between the parts; empty for the API's folder itself.
    pub folder: String,
    /// Its models, in page order.
    pub models: Vec<ModelClaim>,
    /// Pages that were left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Pages that could not be understood; each has its diagnostic.
    pub not_understood: Vec<FileId>,
}

/// A page that describes no model of the API.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The page.
    pub file: FileId,
    /// Its title.
    pub title: String,
    /// Where it lives, as for [`ModelClaim::namespace`].
    pub namespace: String,
    /// Why.
    pub reason: Reason,
}

/// Why a page is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Wraps an HTTP response: content type, status code and the raw response.
    ResponseWrapper,
    /// Parameters that the SDK keeps for every call.
    Globals,
    /// When and how the SDK tries again.
    RetryConfig,
    /// A file to upload: a name and its bytes.
    FileUpload,
    /// Describes no model: an overview, a readme.
    NotAModel,
}

/// What one page says about one model.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelClaim {
    /// Its title, `ProcessV3`.
    pub name: Located<String>,
    /// The folder below `models/` in normal form: empty for `shared`, `components` and flat
    /// folders, else `operations`, `errors`, `webhooks`, …
    pub namespace: String,
    /// The page's file name without extension.
    pub stem: String,
    /// The language of the page.
    pub language: Language,
    /// Its prose as markdown, deprecation notice removed; text and the place it starts at.
    pub description: Option<Located<String>>,
    /// The note of a deprecated model; empty if it has none.
    pub deprecated: Option<Located<String>>,
    /// What it is.
    pub body: Body,
    /// Values from its usage block.
    pub examples: Vec<Located<Literal>>,
}

/// The part of a page that says what the model is.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// `## Fields`.
    Fields(Vec<FieldClaim>),
    /// `## Values`.
    Values(ValuesClaim),
    /// `## Supported Types`.
    Members(Vec<Located<TypeShape>>),
    /// Title and prose only, as Java documents unions.
    Silent,
}

/// A row of a field table.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldClaim {
    /// The name as the page spells it, a suffix removed that the language forced on it; the wire
    /// may spell it otherwise.
    pub name: Located<String>,
    /// The type cell.
    pub ty: Located<TypeShape>,
    /// Whether the type cell says null: by a wrapper, or by the plain form of a language that has wrappers.
    pub nullable: Saying,
    /// The required cell.
    pub required: Located<bool>,
    /// The description as markdown, deprecation notice removed.
    pub description: Option<Located<String>>,
    /// The note of a deprecated field; empty if it has none.
    pub deprecated: Option<Located<String>>,
    /// The example cell's text, `<br/>` as newlines, escapes resolved.
    pub example: Option<Located<String>>,
    /// The row.
    pub row: Place,
}

/// What a witness says about a yes-or-no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    /// It says yes.
    Yes,
    /// It says no.
    No,
    /// It says nothing: its language, or its era, has no words for it.
    Silent,
}

/// The values of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct ValuesClaim {
    /// In page order.
    pub values: Vec<ValueClaim>,
    /// Whether values are strings or numbers.
    pub scalar: ValueScalar,
    /// Whether the page says that unknown values are kept.
    pub open: Saying,
}

/// What an enum's values are on the wire.
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

/// A type, in no language.
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
    Model(ModelName),
    /// One of several.
    Union(Vec<TypeShape>),
    /// A union whose members stand where it is used, and the page that its link leads to.
    Listed(ModelName, Vec<TypeShape>),
    /// Always this value.
    Const(Const),
    /// Any JSON value.
    Any,
    /// An HTTP response of the SDK's client library: no JSON at all.
    RawResponse,
}

/// A scalar type on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean,
    /// A whole number of unknown width.
    Integer,
    /// A whole number of 32 bits.
    Int32,
    /// A whole number of 64 bits.
    Int64,
    /// A whole number of any length.
    BigInteger,
    /// A number of which the language does not say whether it is whole: TypeScript's `number`.
    Number,
    /// A floating-point number of 32 bits.
    Float32,
    /// A floating-point number of 64 bits.
    Float64,
    /// Text.
    String,
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
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::DateOrDateTime => "date or date-time",
            Self::Bytes => "bytes",
        })
    }
}

/// A scalar constant in a type cell.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The part before it in normal form if it is a namespace, as for [`ModelClaim::namespace`].
    pub namespace: Option<String>,
    /// The link's target, as it stands.
    pub link: Option<String>,
    /// The name's place.
    pub place: Place,
}

/// A value in a usage block: a literal of the SDK's language, or JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`, `None`, `nil`.
    Null,
    /// `true`.
    Bool(bool),
    /// A number, as it is spelt.
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
