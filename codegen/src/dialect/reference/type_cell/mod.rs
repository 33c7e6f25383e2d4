//! What a type cell says.

use super::profile::Profile;
use crate::claim::{Const, Scalar};
use crate::page::Inline;
use crate::source::{Files, Place};

/// A type as a cell says it; links and names are not looked up yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ty {
    Scalar(Scalar),
    Const(Const),
    List(Box<Ty>),
    /// A list of which each place has a type of its own.
    Tuple(Vec<Ty>),
    Map(Box<Ty>),
    Nullable(Box<Ty>),
    Union(Vec<Ty>),
    /// An object of which no more is said.
    Object,
    Any,
    Null,
    /// A part of a form.
    NotJson,
    /// A link.
    Link(LinkType),
    /// What may be the title of a model: `Room object`.
    Named(NamedType),
}

/// A link in a type cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LinkType {
    pub target: String,
    /// Its text without markup, and without what `tail` holds.
    pub text: String,
    /// What the link is if it leads to prose: its text as a word, or what stands behind it.
    pub or_else: Option<Box<Ty>>,
    /// Whether all fields are optional: `partial [room](#room)`.
    pub is_partial: bool,
    /// Whether it is the id of what is linked: `[role](#role) object ids`.
    pub is_id: bool,
    pub place: Place,
}

/// A name in a type cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NamedType {
    pub name: String,
    pub is_partial: bool,
    pub place: Place,
}

/// What was read in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct TypeReading {
    /// `None` if nothing was understood, or the cell is empty.
    pub ty: Option<Ty>,
    /// The word or template by which it was: `` word `string` ``, ``rule `array of {}` ``.
    pub cue: String,
    /// Whether words of the cell make the key optional, or required: `string?`, `string, required`.
    pub required: Option<bool>,
    /// Whether words of the cell allow null: `?string`. Also in `ty`, at its top.
    pub is_nullable: bool,
}

/// Reads the runs of a type cell.
pub(crate) fn read(
    _profile: &Profile,
    _files: &Files,
    _inlines: &[Inline],
    _place: Place,
) -> TypeReading {
    TypeReading::default()
}

/// A type in the first words of a description: "A string that …".
pub(crate) fn in_text(_profile: &Profile, _text: &str) -> Option<TypeReading> {
    None
}
