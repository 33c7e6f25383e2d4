//! The words of PHP.

use super::Language;
use super::name_case::NameCase;
use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::Scalar;

pub(super) static PHP: Vocabulary = Vocabulary {
    language: Language::Php,
    fences: &["php"],
    words: &[
        ("string", Word::Scalar(Scalar::String)),
        ("bool", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Scalar(Scalar::Integer)),
        ("float", Word::Scalar(Scalar::Float64)),
        ("DateTime", Word::Scalar(Scalar::DateOrDateTime)),
        ("LocalDate", Word::Scalar(Scalar::Date)),
        ("BigInteger", Word::Scalar(Scalar::BigInteger)),
        ("BigDecimal", Word::Scalar(Scalar::Number)),
        ("mixed", Word::Any),
        ("null", Word::Absent),
        ("array", Word::Array),
    ],
    external: &[("ResponseInterface", Word::Http)],
    pages: &[],
    packages: &[
        "",
        ".Brick.DateTime",
        ".Brick.Math",
        ".Psr.Http.Message",
        "Brick.DateTime",
        "Brick.Math",
        "Psr.Http.Message",
    ],
    member_words: &[],
    file_names: FileNames::AsTitle,
    name_case: NameCase::Camel,
    initialisms: &[],
    renames_members: false,
    literals: false,
};
