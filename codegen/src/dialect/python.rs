//! The words of Python.

use super::Language;
use super::name_case::NameCase;
use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::Scalar;

pub(super) static PYTHON: Vocabulary = Vocabulary {
    language: Language::Python,
    fences: &["python", "py"],
    words: &[
        ("str", Word::Scalar(Scalar::String)),
        ("bool", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Scalar(Scalar::Integer)),
        ("float", Word::Scalar(Scalar::Float64)),
        ("Decimal", Word::Scalar(Scalar::Number)),
        ("datetime", Word::Scalar(Scalar::DateTime)),
        ("date", Word::Scalar(Scalar::Date)),
        ("Any", Word::Any),
        ("None", Word::Absent),
        ("bytes", Word::Binary),
        ("IO", Word::Binary),
        ("BufferedReader", Word::Binary),
        ("List", Word::List),
        ("list", Word::List),
        ("Dict", Word::Map),
        ("dict", Word::Map),
        ("Optional", Word::Optional),
        ("Nullable", Word::Nullable),
        ("OptionalNullable", Word::Nullable),
        ("Union", Word::Union),
        ("Literal", Word::Union),
        ("UnrecognizedStr", Word::Unrecognized),
        ("UnrecognizedInt", Word::Unrecognized),
        ("EventStream", Word::Http),
        ("EventStreamAsync", Word::Http),
    ],
    // The generator prints the one name and means, and links to, the other.
    external: &[
        ("date", Word::Scalar(Scalar::DateTime)),
        ("datetime", Word::Scalar(Scalar::Date)),
        ("Response", Word::Http),
        ("Request", Word::Http),
    ],
    pages: &[],
    packages: &[
        "datetime",
        "decimal",
        "eventstreaming",
        "httpx",
        "io",
        "requests",
        "typing",
    ],
    member_words: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Snake,
    initialisms: &[],
    renames_members: false,
    literals: false,
};
