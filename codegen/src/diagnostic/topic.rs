//! The topics of warnings.

use std::fmt;

use serde::Serialize;

/// The topic of a warning. Warnings that are not printed are counted by topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Nothing, or too little, tells the language of an SDK.
    Language,
    /// A page, a row or a cell that cannot be read.
    NotUnderstood,
    /// Something on the page of a model is not read.
    Unread,
    /// A page on which a model was expected.
    EmptyPage,
    /// Pages of one SDK have the same title.
    Namesakes,
    /// Models that are described alike stay two.
    Copies,
    /// A file is not read.
    File,
    /// A name is none for a file.
    Name,
    /// A setting that has no effect.
    Setting,
    /// A model without a page.
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
    /// A key was seen nowhere.
    Guess,
    /// Sources of SDKs use different keys.
    SourceKeys,
    /// Pages list different values of an enum.
    Values,
    /// Pages list different members of a union.
    Members,
    /// Two variants of a union cannot be distinguished.
    Variants,
    /// A sample contradicts its model.
    Sample,
    /// An example of a reference contradicts the table that it is of.
    Example,
    /// Examples of a reference have keys that no row of their table has.
    ExampleKeys,
    /// A file of keys, or the source that it comes from, cannot be read.
    Keys,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Language => "the language of an SDK is unclear",
            Self::NotUnderstood => "a page or cell cannot be read",
            Self::Unread => "a part of a page is not read",
            Self::EmptyPage => "a model was expected on a page",
            Self::Namesakes => "pages of one SDK have the same title",
            Self::Copies => "models are described alike and stay two",
            Self::File => "a file is not read",
            Self::Name => "a name is none for a file",
            Self::Setting => "a setting has no effect",
            Self::MissingPage => "no page describes a model",
            Self::Library => "a type of a library is unknown",
            Self::Type => "pages disagree about the type of a field",
            Self::Required => "pages disagree whether a field is required",
            Self::Null => "pages disagree whether a field may be null",
            Self::Key => "fields of a model have the same key",
            Self::Guess => "a key on the wire is a guess",
            Self::SourceKeys => "sources of SDKs disagree about a key",
            Self::Values => "pages disagree about the values of an enum",
            Self::Members => "pages disagree about the members of a union",
            Self::Variants => "variants of a union cannot be told apart",
            Self::Sample => "a sample contradicts its model",
            Self::Example => "an example contradicts its table",
            Self::ExampleKeys => "examples have keys that no row has",
            Self::Keys => "a line of a file of keys cannot be read",
        })
    }
}
