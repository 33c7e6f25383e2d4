//! What a row says about a field.

use std::sync::Arc;

use super::types::{Const, TypeShape};
use crate::source::{Located, Place};

/// A row of a field table.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldClaim {
    /// The name as the page spells it, a suffix removed that the language forced on it.
    pub name: Located<String>,
    /// The name without what was done to it to suit a language: Go's `RoomID` is `roomId`.
    pub plain_name: String,
    /// Whether the name is the key on the wire.
    pub spelling: Spelling,
    /// The key that the SDK's own source uses for it.
    pub source_key: Option<Box<Located<SourceKey>>>,
    /// Where the SDK's own source says that it stands under no key, as the body of a request does,
    /// below the checkout; the place is the line of the keys file.
    pub no_key: Option<Box<Located<String>>>,
    /// Whether it is no field but the map of the keys that have none: Python's
    /// `__pydantic_extra__`.
    pub is_rest: bool,
    /// The type cell.
    pub ty: Located<TypeShape>,
    /// Whether the type cell says null: by a wrapper, or by the plain form of a language that has
    /// wrappers.
    pub nullable: Stated,
    /// Where the description says that null may come.
    pub null_in_words: Option<Place>,
    /// Whether the key must be there; the place is the whole row's where it has no cell for that.
    pub required: Located<Stated>,
    /// The description as markdown, deprecation notice removed; the model has the same text.
    pub description: Option<Located<Arc<str>>>,
    /// The note of a deprecated field; empty if it has none.
    pub deprecated: Option<Located<String>>,
    /// The texts of its examples, `<br/>` as newlines, escapes resolved.
    pub examples: Vec<Located<String>>,
    /// Whether no cell gives its type, and it was inferred from words or examples.
    pub is_inferred: bool,
    /// By what the columns and cells were understood, where a page has no fixed form.
    pub cues: Option<Box<Cues>>,
    /// The row.
    pub row: Place,
}

/// The word, mark or rule by which each part of a row was understood, for `explain`:
/// ``header word `Field` ``, ``mark `?` behind the name``, ``rule `array of {}` ``.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cues {
    /// Of the name.
    pub name: Option<String>,
    /// Of the type.
    pub ty: Option<String>,
    /// Of presence.
    pub required: Option<String>,
    /// Of null.
    pub nullable: Option<String>,
    /// Whether rows below it are the places of a list: `row[0]`.
    pub has_places: bool,
}

/// What an SDK's own source says about a field. Its place is the line of the keys file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceKey {
    /// The key on the wire.
    pub key: String,
    /// The only value, where the source names one.
    pub constant: Option<Const>,
    /// Where the source says so, below the checkout: `src/models/order.ts:12`.
    pub at: String,
}

/// How the name of a field relates to its wire name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// It is the key.
    Exact,
    /// Case and separators may be others.
    Recased,
}

/// The case that a language's generator gives all field names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameCase {
    /// `roomId`.
    Camel,
    /// `RoomId`, or `RoomID`.
    Pascal,
    /// `room_id`.
    Snake,
}

/// The answer of a source to a yes-or-no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stated {
    /// It says yes.
    Yes,
    /// It says no.
    No,
    /// It says nothing: its language, or its version of the generator, cannot express it.
    Silent,
}
