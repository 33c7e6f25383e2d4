//! The intermediate model description: what the crate will contain, settled.
//!
//! Resolution fills it in; emission, `schema` and `model` only read it. What a
//! thing is called in Rust and how it is stored are facts of the model, so no
//! reader has to ask. It knows nothing of Rust syntax trees.

mod choices;
mod dependency;

use std::collections::BTreeMap;
use std::fmt;

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use crate::source::Location;
pub use choices::{DateTimeType, ExtraKeys, Impls, MapType, NotKnown, WireCase};
pub use dependency::Dependency;

/// One API: a folder of `specs/`, a module and a feature of the generated crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Api {
    /// The folder's name.
    pub name: String,
    /// The Rust module and the feature.
    pub module: String,
    /// How the wire spells the docs' names.
    pub wire_case: Fact<WireCase>,
    /// What date-times become.
    pub date_time: DateTimeType,
    /// What maps become.
    pub map: MapType,
    /// How structs implement serde's traits.
    pub impls: Impls,
    /// What becomes of required fields of which no source can say whether they may be null.
    pub not_known: NotKnown,
    /// The models, in the order in which they are written.
    pub models: IndexMap<ModelPath, Model>,
    /// The types of the user's that stand in emitted models, by their paths.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outside: BTreeMap<String, OutsideType>,
    /// The crates that such types and added derives come from, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dependencies: BTreeMap<String, Dependency>,
}

/// A type of the user's: it has `Debug`, `Clone`, `PartialEq`, `Serialize` and `Deserialize`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OutsideType {
    /// What it has beyond these, as the user says.
    pub traits: Traits,
    /// Values for tests, as the wire has them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// The Rust path of a model below its API's module: `ProcessV3`, `operations::GetProcessRequest`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ModelPath(String);

impl ModelPath {
    /// The path of a type in a submodule, or at the API's root.
    #[must_use]
    pub fn new(module: Option<&str>, name: &str) -> Self {
        Self(module.map_or_else(|| name.to_owned(), |module| format!("{module}::{name}")))
    }

    /// The submodule; `None` at the API's root.
    #[must_use]
    pub fn module(&self) -> Option<&str> {
        self.0.rsplit_once("::").map(|(module, _)| module)
    }

    /// The type's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit_once("::").map_or(&self.0, |(_, name)| name)
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ModelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A decided value, why it was decided so, and all that was said about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact<T> {
    /// The decision.
    pub value: T,
    /// The rule that decided, in a few words.
    pub rule: String,
    /// What was said, in the order of files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// One statement, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Where.
    pub at: Location,
    /// What it says, in a few words: `required`, `*Optional\<String>*`, `null in an example`.
    pub says: String,
    /// Whether the decision follows it.
    pub won: bool,
}

/// One model: a type of the generated crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Model {
    /// Its path.
    pub path: ModelPath,
    /// Its name in the docs.
    pub title: String,
    /// What its documentation says.
    pub docs: Docs,
    /// The pages, examples or cells that it comes from.
    pub evidence: Vec<Evidence>,
    /// What it is.
    pub kind: Kind,
    /// Which traits it can have beyond `Debug`, `Clone` and `PartialEq`.
    pub traits: Traits,
    /// The path of the type of the user's that takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Fact<String>>,
    /// Whether the crate has a type for it. A replaced model has none, and neither has a nameless
    /// one that only replaced types are made of; on the wire they are what they were.
    pub emitted: bool,
    /// What the user adds to its definition.
    #[serde(flatten)]
    pub added: Added,
    /// Whole values from the docs that fit the model, in the wire's spelling.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

/// What the user adds to a definition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Added {
    /// Derives beyond those of [`Traits`]: `PartialOrd`, or a path such as `::my_crate::Derive`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derives: Vec<String>,
    /// Attributes, without `#[]`: `cfg_attr(feature = "x", derive(::x::Y))`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
}

/// Documentation of a model, field, variant or value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Docs {
    /// The description as the docs' markdown: untrusted, to be cleaned by who prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The deprecation note; empty if the docs give none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// Sentences of our own: `Inferred from an example at …`. Clean markdown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// A value from the docs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Example {
    /// The value, as it would be on the wire.
    pub value: Value,
    /// Where it stands.
    pub at: Location,
}

/// What a model is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// An object with known keys.
    Struct(Struct),
    /// One of a set of scalars.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name for a type: an opaque value, a free-form object, an inferred scalar.
    Alias(Alias),
}

/// Traits that are legal over the whole graph of a model's fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Traits {
    /// `Copy`.
    pub copy: bool,
    /// `Eq`.
    pub eq: bool,
    /// `Hash`.
    pub hash: bool,
    /// `PartialOrd` and `Ord`.
    pub ord: bool,
    /// `PartialOrd`; without `Ord` it is derived only if the user adds it.
    pub partial_ord: bool,
    /// `Default`.
    pub default: bool,
}

/// A trait that a type of the user's may have, by its name in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum Trait {
    /// `Copy`.
    Copy,
    /// `Default`.
    Default,
    /// `Eq`.
    Eq,
    /// `Hash`.
    Hash,
    /// `Ord`, and with it `Eq` and `PartialOrd`.
    Ord,
    /// `PartialOrd`.
    PartialOrd,
}

impl FromIterator<Trait> for Traits {
    fn from_iter<T: IntoIterator<Item = Trait>>(them: T) -> Self {
        let mut all = Self::default();
        for one in them {
            match one {
                Trait::Copy => all.copy = true,
                Trait::Default => all.default = true,
                Trait::Eq => all.eq = true,
                Trait::Hash => all.hash = true,
                Trait::Ord => (all.eq, all.ord, all.partial_ord) = (true, true, true),
                Trait::PartialOrd => all.partial_ord = true,
            }
        }
        all
    }
}

/// An object with known keys.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Struct {
    /// In page order.
    pub fields: Vec<Field>,
    /// Where keys without a field of their own go, if the docs say that there are such keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Extra>,
}

/// A field of a struct.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// The Rust name, `r#` included: `room_id`, `r#type`.
    pub name: String,
    /// The key on the wire.
    pub wire_name: Fact<String>,
    /// The type of a value that is there and not null.
    pub ty: Fact<Type>,
    /// Whether the key must be there.
    pub required: Fact<bool>,
    /// Whether the value may be null.
    pub nullable: Fact<Nullability>,
    /// How both are stored; follows from the two and from the API's policy.
    pub presence: Presence,
    /// The one value that the docs allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<Value>,
    /// The type of the user's that takes the place of its type, as `spec.toml` writes it:
    /// `[::uuid::Uuid]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Fact<String>>,
    /// Attributes that the user adds, without `#[]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
    /// What its documentation says.
    pub docs: Docs,
    /// A value from the docs that fits the type, in the wire's spelling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Example>,
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

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    /// `bool`.
    Boolean,
    /// `i32`.
    Int32,
    /// `i64`.
    Int64,
    /// `f32`.
    Float32,
    /// `f64`.
    Float64,
    /// A number that keeps its digits: `Number` of the generated crate.
    Number,
    /// `String`.
    String,
    /// By the API's [`DateTimeType`].
    DateTime,
    /// By the API's [`DateTimeType`].
    Date,
    /// Binary content as the wire's text: `String`.
    Bytes,
    /// Any JSON value: `Value`.
    Any,
    /// `Vec<T>`.
    List(Box<Type>),
    /// `BTreeMap<String, T>`.
    Map(Box<Type>),
    /// `Option<T>` inside a list, map or union.
    Nullable(Box<Type>),
    /// `Box<T>`, where a type would contain itself.
    Boxed(Box<Type>),
    /// Another model.
    Model(ModelPath),
    /// A type of the user's, read and written by its own serde impls.
    Outside {
        /// Its path, `::` first; [`Api::outside`] says what it has.
        path: String,
        /// What it is on the wire.
        wire: Box<Type>,
    },
}

/// One of a set of scalars.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Enum {
    /// Strings or whole numbers.
    pub scalar: EnumScalar,
    /// In page order.
    pub values: Vec<EnumValue>,
    /// The Rust name of the variant that keeps an unknown value; `None` for a closed enum, which has
    /// at least one value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// Whether it stands for a constant of one field.
    pub constant: bool,
}

/// What an enum's values are on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
    /// How a value on the wire is known to be this variant.
    pub shape: WireShape,
    /// The pages that list it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// What can be seen of a JSON value before it is decoded.
///
/// Of the variants whose shape admits a value, the one with the most specific
/// shape is chosen; among equals, the first: [`choose`](crate::shape::choose).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WireShape {
    /// Anything.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Text that looks like `2024-02-29T12:30:45Z`.
    DateTime,
    /// Text that looks like `2024-02-29`.
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
        /// Keys that must be there.
        required: Vec<String>,
        /// Keys that may be there.
        optional: Vec<String>,
    },
    /// One of several: the members of a union inside the union.
    OneOf(Vec<WireShape>),
}

/// Another name for a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alias {
    /// The type.
    pub ty: Type,
}
