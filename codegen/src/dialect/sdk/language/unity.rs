//! The words of Unity's C#.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static UNITY: Vocabulary = Vocabulary {
    language: Language::Unity,
    fences: &[],
    words: &[
        ("string", Word::Scalar(Scalar::String)),
        ("bool", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Scalar(Scalar::Int32)),
        ("long", Word::Scalar(Scalar::Int64)),
        ("float", Word::Scalar(Scalar::Float32)),
        ("double", Word::Scalar(Scalar::Float64)),
        ("DateTime", Word::Scalar(Scalar::DateTime)),
        ("DateOnly", Word::Scalar(Scalar::Date)),
        ("object", Word::Any),
        ("byte", Word::Byte),
        ("MemoryQueueBufferStream", Word::Binary),
        ("List", Word::List),
        ("HashSet", Word::List),
        ("UnityWebRequest", Word::Http),
    ],
    external: &[],
    pages: &[],
    packages: &[],
    member_words: &[],
    member_numbers: &[],
    file_names: FileNames::AsTitle,
    name_case: NameCase::Pascal,
    extra: &["AdditionalProperties"],
    initialisms: &[],
    renamed_fields: &[],
    renames_members: true,
    literals: false,
};
