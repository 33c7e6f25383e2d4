//! The model: the decided content of the crate.
//!
//! `resolve` creates it; `emit`, `schema` and `model` only read it. Rust names and types are part
//! of it, so that its readers decide nothing. It contains no Rust syntax trees.

pub mod choose;
pub(crate) mod dependency;
pub(crate) mod enums;
pub(crate) mod evidence;
pub(crate) mod keyword;
pub(crate) mod options;
pub(crate) mod package;
pub(crate) mod path;
pub mod reads;
pub(crate) mod rule;
pub(crate) mod rust_type;
pub(crate) mod scalar_variants;
pub(crate) mod structs;
pub(crate) mod traits;
pub(crate) mod types;
pub(crate) mod unions;
pub(crate) mod walk;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::map::IndexMap;
use crate::source::Location;

pub use dependency::Dependency;
pub use enums::{Enum, EnumScalar, EnumValue, Flag, Flags};
pub use evidence::{Evidence, Fact};
pub use options::{DateTimeType, ExtraKeys, Impls, MapType, NotKnown, WireCase};
pub use package::Package;
pub(crate) use path::{LONGEST_NAME, is_file_name};
pub use path::{ModelPath, crate_of};
pub use rule::Rule;
pub use structs::{Extra, Field, Nullability, Presence, Struct};
pub use traits::{Trait, Traits};
pub use types::Type;
pub use unions::{Tag, TagBeside, Union, Variant, WireShape};

/// One API: a folder of `specs/`, a module and a feature of the generated crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Api {
    /// The folder's name.
    pub name: String,
    /// The Rust module and the feature.
    pub module: String,
    /// The crate that its models are written to, with those of the other APIs.
    #[serde(skip)]
    pub package: Package,
    /// The case of the keys in JSON.
    pub wire_case: Fact<WireCase>,
    /// The Rust types of date-times.
    pub date_time: DateTimeType,
    /// The Rust type of maps.
    pub map: MapType,
    /// How structs implement serde's traits.
    pub impls: Impls,
    /// How required fields of unknown nullability are stored.
    pub not_known: NotKnown,
    /// The models, in the order in which they are written.
    pub models: IndexMap<ModelPath, Model>,
    /// The user's types in generated models, by their paths.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub user_types: BTreeMap<String, UserType>,
    /// How many examples that people wrote fit no model as it stands, so that no test is made of them:
    /// they lack a key that must be there, have one that no row has, or contradict their table.
    pub examples_left_out: usize,
    /// The crates that such types and added derives come from, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dependencies: BTreeMap<String, Dependency>,
}

/// A type of the user's: it has `Debug`, `Clone`, `PartialEq`, `Serialize` and `Deserialize`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UserType {
    /// Its other traits, as listed by the user.
    pub traits: Traits,
    /// JSON values for tests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
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
    /// What it is, in a sentence of our own, if nothing of that says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The pages, examples or cells that it comes from.
    pub evidence: Vec<Evidence>,
    /// Where it was read from: the header row of each table, or its title where it has none.
    pub read_from: Vec<Location>,
    /// Its part in a call of an endpoint, where the docs say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    /// What it is.
    pub kind: Kind,
    /// Which traits it can have beyond `Debug`, `Clone` and `PartialEq`.
    pub traits: Traits,
    /// The path of the type of the user's that takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Fact<String>>,
    /// Whether the crate has a type for it. A replaced model has none, and neither has a nameless
    /// one that only replaced types are made of, nor a numbered alias; on the wire they are what they
    /// were.
    pub emitted: bool,
    /// What the user adds to its definition.
    #[serde(flatten)]
    pub added: Added,
    /// Whole values from the docs that fit the model, in the wire's spelling.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

impl Model {
    /// A model of which nothing else is known yet.
    #[must_use]
    pub fn new(path: ModelPath, title: &str, kind: Kind) -> Self {
        Self {
            path,
            title: title.to_owned(),
            docs: Docs::default(),
            purpose: None,
            evidence: Vec::new(),
            read_from: Vec::new(),
            call: None,
            kind,
            traits: Traits::default(),
            replaced: None,
            emitted: true,
            added: Added::default(),
            examples: Vec::new(),
        }
    }
}

/// What of a call a model is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Its part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The method and path of the endpoint, as the docs spell them: `POST /rooms/{id}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
}

/// A part of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The body that is sent.
    Request,
    /// The parameters behind the path.
    Query,
    /// The reply.
    Response,
}

impl Role {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Query => "query",
            Self::Response => "response",
        }
    }
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
    /// Programs may make and match it with all it has, and break when the docs add to it.
    #[serde(skip_serializing_if = "is_false")]
    pub exhaustive: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
fn is_false(it: &bool) -> bool {
    !it
}

/// Documentation of a model, field, variant or value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Docs {
    /// The description as the docs' markdown: untrusted, to be cleaned by who prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Arc<str>>,
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
    /// Bits of one integer.
    Flags(Flags),
    /// One of several types.
    Union(Union),
    /// Another name for a type: an opaque value, a free-form object, an inferred scalar.
    Alias(Alias),
}

/// Another name for a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alias {
    /// The type.
    pub ty: Type,
}
