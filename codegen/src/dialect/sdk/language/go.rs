//! The words of Go.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static GO: Vocabulary = Vocabulary {
    language: Language::Go,
    fences: &["go"],
    words: &[
        ("string", Word::Scalar(Scalar::String)),
        ("bool", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Scalar(Scalar::Int32)),
        ("int32", Word::Scalar(Scalar::Int32)),
        ("int64", Word::Scalar(Scalar::Int64)),
        ("big.Int", Word::Pointed(Scalar::BigInteger)),
        ("types.BigInt", Word::Pointed(Scalar::BigInteger)),
        ("float32", Word::Scalar(Scalar::Float32)),
        ("float64", Word::Scalar(Scalar::Float64)),
        ("decimal.Big", Word::Pointed(Scalar::Number)),
        ("types.Decimal", Word::Pointed(Scalar::Number)),
        ("time.Time", Word::Scalar(Scalar::DateTime)),
        ("types.Date", Word::Scalar(Scalar::Date)),
        ("any", Word::Any),
        ("interface", Word::Any),
        ("byte", Word::Byte),
        ("io.Reader", Word::Binary),
        ("io.ReadCloser", Word::Binary),
        ("map", Word::Map),
        ("optionalnullable.OptionalNullable", Word::Nullable),
        ("http.Request", Word::Http),
        ("http.Response", Word::Http),
        ("stream.EventStream", Word::Http),
    ],
    external: &[],
    pages: &[],
    packages: &[],
    member_words: &[],
    member_numbers: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Pascal,
    extra: &["AdditionalProperties"],
    initialisms: &[
        "API", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "SQL", "TTL", "UID", "URI",
        "URL", "UUID", "XML",
    ],
    renamed_fields: &[],
    renames_members: false,
    literals: false,
};

#[cfg(test)]
mod tests {
    use super::GO;
    use crate::claim::Stated::{Silent, Yes};
    use crate::dialect::sdk::testing::{check_types, sayings};

    #[test]
    fn reads_types() {
        check_types(
            GO.language,
            &[
                ("*int*", "Int32"),
                ("`*int64`", "Int64"),
                ("**float32*", "Float32"),
                ("[*time.Time](https://x)", "DateTime"),
                ("[types.Date](../../types/date.md)", "Date"),
                ("[*big.Int](https://x)", "BigInteger"),
                ("[*types.BigInt](../../types/bigint.md)", "BigInteger"),
                ("map[string][*decimal.Big](https://x)", "{Number}"),
                ("[]*string*", "String[]"),
                ("[][]`float64`", "Float64[][]"),
                ("map[string]*interface{}*", "{Any}"),
                ("map[string][]*bool*", "{Boolean[]}"),
                ("*[]byte*", "Bytes"),
                ("optionalnullable.OptionalNullable[[]`string`]", "String[]"),
            ],
        );
    }

    #[test]
    fn a_type_that_always_stands_behind_a_pointer_says_nothing_of_null() {
        let number = "`A` | [*big.Int](https://x) | yes | N/A";
        let plain = "`B` | *string* | yes | N/A";
        // Nor does it tell that plain types would have one if they were null.
        assert_eq!(sayings(GO.language, &[number, plain]), [Silent, Silent]);
        let wrapped = "`C` | optionalnullable.OptionalNullable[[*big.Int](https://x)] | no | N/A";
        assert_eq!(sayings(GO.language, &[number, wrapped]), [Silent, Yes]);
    }
}
