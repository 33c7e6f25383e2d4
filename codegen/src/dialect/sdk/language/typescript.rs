//! The words of TypeScript.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static TYPESCRIPT: Vocabulary = Vocabulary {
    language: Language::TypeScript,
    fences: &["typescript", "ts"],
    words: &[
        ("string", Word::Scalar(Scalar::String)),
        ("boolean", Word::Scalar(Scalar::Boolean)),
        ("number", Word::Scalar(Scalar::Number)),
        ("bigint", Word::Scalar(Scalar::BigInteger)),
        ("BigInt", Word::Scalar(Scalar::BigInteger)),
        ("Decimal", Word::Scalar(Scalar::Number)),
        ("Date", Word::Scalar(Scalar::DateTime)),
        ("RFCDate", Word::Scalar(Scalar::Date)),
        ("any", Word::Any),
        ("unknown", Word::Any),
        ("null", Word::Null),
        ("Uint8Array", Word::Binary),
        ("ReadableStream", Word::Binary),
        ("File", Word::Binary),
        ("Blob", Word::Binary),
        ("Array", Word::List),
        ("Set", Word::List),
        ("Record", Word::Map),
        ("EventStream", Word::Http),
        ("AxiosResponse", Word::Http),
        ("Request", Word::Http),
        ("Unrecognized", Word::Unrecognized),
    ],
    external: &[("Response", Word::Http), ("Request", Word::Http)],
    pages: &[("rfcdate", Word::Scalar(Scalar::Date))],
    packages: &[],
    member_words: &[],
    member_numbers: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Camel,
    extra: &["additionalProperties"],
    initialisms: &[],
    renamed_fields: &[],
    renames_members: false,
    literals: true,
};

#[cfg(test)]
mod tests {
    use super::TYPESCRIPT;
    use crate::dialect::sdk::testing::check_types;

    #[test]
    fn reads_types() {
        check_types(
            TYPESCRIPT.language,
            &[
                ("*number*[]", "Number[]"),
                ("Set<*string*>", "String[]"),
                ("[Date](https://x)", "DateTime"),
                ("[RFCDate](../../types/rfcdate.md)", "Date"),
                ("[Date](../../types/rfcdate.md)", "Date"),
                (
                    "[File](https://f) \\| [Blob](https://b) \\| [x.B](../models/b.md)",
                    "Bytes",
                ),
                ("*ReadableStream<Uint8Array>*", "Bytes"),
                ("*bigint*", "BigInteger"),
                ("*BigInt*", "BigInteger"),
                ("[BigInt](https://b)", "BigInteger"),
                ("[shared.BigInt](../../models/shared/bigint.md)", "BigInt"),
                ("*\"a\"*", "String(\"a\")"),
                ("*true*", "Boolean(true)"),
                ("*string* \\| *number*", "(String | Number)"),
                ("*string* \\| *null*", "String"),
            ],
        );
    }
}
