//! The statements that pages make about models (claims), with their places.
//!
//! Claims do not depend on the language of the SDK: a Java `Optional<List<String>>` and a
//! TypeScript `string[]` are the same [`TypeShape`]. Facts that a page does not state are absent,
//! never guessed.

pub(crate) mod field;
pub(crate) mod names;
pub(crate) mod types;
pub(crate) mod values;

use std::sync::Arc;

use crate::language::Language;
pub use crate::literal::{Literal, Property};
use crate::source::{FileId, Located, Place};

pub use field::{Cues, FieldClaim, NameCase, SourceKey, Spelling, Stated};
pub use types::{Const, ModelName, Scalar, TagClaim, Target, TypeShape};
pub use values::{ValueClaim, ValueScalar, ValuesClaim};

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
    /// In what its pages and the SDK's own source differ; `None` without a file of keys.
    pub unmatched: Option<Unmatched>,
    /// Tables that are none of models: the titles of their columns, and where they stand.
    pub other_tables: Vec<Located<String>>,
    /// Rows of tables of fields that name none: struck out, or parts of a form, which are no JSON.
    pub without_field: Vec<Place>,
}

/// What only the pages of an SDK have, and what only its source has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unmatched {
    /// Rows whose model the source has, but not their field.
    pub rows: Vec<Place>,
    /// Lines of the file of keys: members whose model has a page, but no row for them.
    pub members: Vec<Place>,
    /// Lines of the file of keys: the first of each model without a page.
    pub models: Vec<Place>,
}

/// A page that describes no model of the API.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The page.
    pub file: FileId,
    /// Its title; empty if it has none.
    pub title: String,
    /// Where it lives, as for [`ModelClaim::namespace`].
    pub namespace: String,
    /// Why.
    pub reason: Reason,
    /// Whether it stands outside of the folders of models, where pages are about the SDK itself.
    pub is_user_type: bool,
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
    /// The path of its page below the API's folder, `/` between the parts. Other models may stand
    /// on the same page.
    pub page: String,
    /// The anchors on that page by which links mean it.
    pub anchors: Vec<String>,
    /// The language of the SDK that the page documents; `None` where a page documents the API
    /// itself.
    pub language: Option<Language>,
    /// Whose statement goes first where several are as good: that of the lowest rank. Of the models
    /// of one source, those of different ranks are of different SDKs.
    pub rank: u8,
    /// The case into which the names of fields were put, whatever the wire's; `None` where they
    /// were left as they are.
    pub name_case: Option<NameCase>,
    /// Its prose as markdown, deprecation notice removed; text and the place it starts at.
    pub description: Option<Located<Arc<str>>>,
    /// The note of a deprecated model; empty if it has none.
    pub deprecated: Option<Located<String>>,
    /// What it is.
    pub body: Body,
    /// What tells the members of a union apart, where docs or source say it.
    pub tags: Vec<TagClaim>,
    /// Values from its usage block, or from examples of a reference that are tied to it.
    pub examples: Vec<Located<Literal>>,
    /// Where it was read from: the header row of each table, or its title where it has none.
    pub read_from: Vec<Place>,
    /// Its part in a call of an endpoint, where the docs say it.
    pub role: Option<Role>,
    /// The method and path of that endpoint: `POST /rooms/{id}`.
    pub route: Option<String>,
}

/// The part of a model in a call of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The body that is sent.
    Request,
    /// The parameters behind the path.
    Query,
    /// The reply.
    Response,
}

impl Role {
    /// As a word of a name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "Request",
            Self::Query => "Query",
            Self::Response => "Response",
        }
    }
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

impl Body {
    /// What its type cells or members say.
    pub fn types(&self) -> Vec<&Located<TypeShape>> {
        match self {
            Self::Fields(fields) => fields.iter().map(|field| &field.ty).collect(),
            Self::Members(members) => members.iter().collect(),
            Self::Values(_) | Self::Silent => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn types_mut(&mut self) -> Vec<&mut Located<TypeShape>> {
        match self {
            Self::Fields(fields) => fields.iter_mut().map(|field| &mut field.ty).collect(),
            Self::Members(members) => members.iter_mut().collect(),
            Self::Values(_) | Self::Silent => Vec::new(),
        }
    }
}
