//! The words of C#.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static CSHARP: Vocabulary = Vocabulary {
    language: Language::CSharp,
    fences: &["csharp", "cs"],
    words: &[
        ("string", Word::Scalar(Scalar::String)),
        ("bool", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Scalar(Scalar::Int32)),
        ("long", Word::Scalar(Scalar::Int64)),
        ("BigInteger", Word::Scalar(Scalar::BigInteger)),
        ("float", Word::Scalar(Scalar::Float32)),
        ("double", Word::Scalar(Scalar::Float64)),
        ("decimal", Word::Scalar(Scalar::Number)),
        ("DateTime", Word::Scalar(Scalar::DateTime)),
        ("DateTimeOffset", Word::Scalar(Scalar::DateTime)),
        ("DateOnly", Word::Scalar(Scalar::Date)),
        ("LocalDate", Word::Scalar(Scalar::Date)),
        ("object", Word::Any),
        ("byte", Word::Byte),
        ("Stream", Word::Binary),
        ("List", Word::List),
        ("HashSet", Word::List),
        ("Tuple", Word::Tuple),
        ("Dictionary", Word::Map),
        ("HttpRequestMessage", Word::Http),
        ("HttpResponseMessage", Word::Http),
        ("EventStream", Word::Http),
    ],
    external: &[],
    pages: &[],
    packages: &["System", "System.Collections.Generic", "System.Net.Http"],
    member_words: &[
        ("Str", Word::Scalar(Scalar::String)),
        ("Integer", Word::Scalar(Scalar::Int64)),
        ("Bigint", Word::Scalar(Scalar::BigInteger)),
        ("Number", Word::Scalar(Scalar::Float64)),
        ("Decimal", Word::Scalar(Scalar::Number)),
        ("Boolean", Word::Scalar(Scalar::Boolean)),
        ("Date", Word::Scalar(Scalar::Date)),
        ("Any", Word::Any),
        ("ArrayOf", Word::List),
        ("MapOf", Word::Map),
    ],
    member_numbers: &[
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
    ],
    file_names: FileNames::AsTitle,
    name_case: NameCase::Pascal,
    extra: &["AdditionalProperties"],
    initialisms: &[],
    renamed_fields: &[],
    renames_members: true,
    literals: false,
};

#[cfg(test)]
mod tests {
    use super::CSHARP;
    use crate::dialect::sdk::testing::check_types;

    #[test]
    fn reads_types() {
        check_types(
            CSHARP.language,
            &[
                ("*int*", "Int32"),
                ("*long*", "Int64"),
                ("*decimal*", "Number"),
                ("[DateTime](https://x)", "DateTime"),
                ("[DateOnly](https://x)", "Date"),
                ("[LocalDate](https://x)", "Date"),
                ("*byte[]*", "Bytes"),
                ("List<*string*>", "String[]"),
                ("HashSet<*int*>", "Int32[]"),
                ("Tuple<*int*, *string*>", "(Int32 | String)[]"),
                ("Dictionary<String, List<*object*>>", "{Any[]}"),
            ],
        );
    }
}
