//! What warnings are about.

use std::fmt;

/// What a warning is about. Those that are not printed are counted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Nothing, or too little, tells the language of an SDK.
    Language,
    /// A page, a row or a cell has a form that nothing reads.
    NotUnderstood,
    /// Something on the page of a model is not read.
    Unread,
    /// A page should describe a model and does not.
    EmptyPage,
    /// A model is named and has no page.
    MissingPage,
    /// A type is of a library that no vocabulary knows.
    Library,
    /// Pages give a field several types.
    Type,
    /// Pages disagree whether a key must be there.
    Required,
    /// Pages disagree whether a value may be null.
    Null,
    /// Two fields of a model have one key.
    Key,
    /// Pages list other values of one enum.
    Values,
    /// Nothing tells two variants of a union apart.
    Variants,
    /// A sample is not of its model.
    Sample,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Language => "the language of an SDK is unclear",
            Self::NotUnderstood => "a page or cell is not understood",
            Self::Unread => "a part of a page is not read",
            Self::EmptyPage => "a page is named as a model and describes none",
            Self::MissingPage => "no page describes a model",
            Self::Library => "a type of a library is unknown",
            Self::Type => "pages disagree about the type of a field",
            Self::Required => "pages disagree whether a field is required",
            Self::Null => "pages disagree whether a field may be null",
            Self::Key => "fields of a model have the same key",
            Self::Values => "an enum has other values on other pages",
            Self::Variants => "variants of a union cannot be told apart",
            Self::Sample => "a sample contradicts its model",
        })
    }
}
