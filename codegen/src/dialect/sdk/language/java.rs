//! The words of Java.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static JAVA: Vocabulary = Vocabulary {
    language: Language::Java,
    fences: &["java"],
    words: &[
        ("String", Word::Scalar(Scalar::String)),
        ("boolean", Word::Primitive(Scalar::Boolean)),
        ("Boolean", Word::Scalar(Scalar::Boolean)),
        ("int", Word::Primitive(Scalar::Int32)),
        ("Integer", Word::Scalar(Scalar::Int32)),
        ("long", Word::Primitive(Scalar::Int64)),
        ("Long", Word::Scalar(Scalar::Int64)),
        ("float", Word::Primitive(Scalar::Float32)),
        ("Float", Word::Scalar(Scalar::Float32)),
        ("double", Word::Primitive(Scalar::Float64)),
        ("Double", Word::Scalar(Scalar::Float64)),
        ("BigInteger", Word::Scalar(Scalar::BigInteger)),
        ("BigDecimal", Word::Scalar(Scalar::Number)),
        ("OffsetDateTime", Word::Scalar(Scalar::DateTime)),
        ("LocalDate", Word::Scalar(Scalar::Date)),
        ("Object", Word::Any),
        ("byte", Word::Byte),
        ("InputStream", Word::Binary),
        ("List", Word::List),
        ("Set", Word::List),
        ("Map", Word::Map),
        ("Optional", Word::Optional),
        ("JsonNullable", Word::Nullable),
        ("HttpResponse", Word::Http),
    ],
    external: &[],
    pages: &[],
    packages: &[
        "java.io",
        "java.lang",
        "java.math",
        "java.net.http",
        "java.time",
        "java.util",
        "org.openapitools.jackson.nullable",
    ],
    member_words: &[],
    member_numbers: &[],
    file_names: FileNames::AsTitle,
    name_case: NameCase::Camel,
    extra: &["additionalProperties"],
    initialisms: &[],
    renamed_fields: &[],
    renames_members: false,
    literals: false,
};

#[cfg(test)]
mod tests {
    use super::JAVA;
    use crate::dialect::sdk::testing::check_types;

    #[test]
    fn reads_types() {
        check_types(
            JAVA.language,
            &[
                ("*int*", "Int32"),
                ("*Long*", "Int64"),
                ("*java.lang.Object*", "Any"),
                ("[LocalDate](https://x)", "Date"),
                ("*byte[]*", "Bytes"),
                ("*Optional\\<InputStream>*", "Bytes"),
                ("List\\<*String*>", "String[]"),
                ("Map\\<String, List\\\\<*Double*>>", "{Float64[]}"),
                ("List\\<*Optional\\\\<String>*>", "String?[]"),
                ("Optional\\<Set\\\\<*Long*>>", "Int64[]"),
                ("@Nullable List\\<*String*>", "String[]"),
                ("*string*", "String"),
            ],
        );
    }
}
