//! The words of Ruby, in the notations of Sorbet and Crystalline.

use super::Language;
use super::name_case::NameCase;
use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::Scalar;

pub(super) static RUBY: Vocabulary = Vocabulary {
    language: Language::Ruby,
    fences: &["ruby", "rb"],
    words: &[
        ("String", Word::Scalar(Scalar::String)),
        ("Symbol", Word::Scalar(Scalar::String)),
        ("Integer", Word::Scalar(Scalar::Integer)),
        ("Float", Word::Scalar(Scalar::Float64)),
        ("BigDecimal", Word::Scalar(Scalar::Number)),
        ("T.Boolean", Word::Scalar(Scalar::Boolean)),
        ("Crystalline.Boolean.new", Word::Scalar(Scalar::Boolean)),
        ("Boolean", Word::Scalar(Scalar::Boolean)),
        ("TrueClass", Word::Scalar(Scalar::Boolean)),
        ("FalseClass", Word::Scalar(Scalar::Boolean)),
        ("Object", Word::Any),
        ("T.untyped", Word::Any),
        ("NilClass", Word::Absent),
        ("T.nilable", Word::Optional),
        ("Crystalline.Nilable.new", Word::Optional),
        ("T.any", Word::Union),
        ("Crystalline.Union.new", Word::Union),
        ("T.Array", Word::List),
        ("Crystalline.Array", Word::List),
        ("Array", Word::List),
        ("T.Hash", Word::Map),
        ("Crystalline.Hash", Word::Map),
        ("Hash", Word::Map),
    ],
    // The generator prints the one name and means, and links to, the other.
    external: &[
        ("Date", Word::Scalar(Scalar::DateTime)),
        ("DateTime", Word::Scalar(Scalar::Date)),
        ("Response", Word::Http),
    ],
    pages: &[],
    packages: &["", "Faraday"],
    member_words: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Snake,
    initialisms: &[],
    renames_members: false,
    literals: false,
};
