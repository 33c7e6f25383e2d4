//! The words of PHP.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static PHP: Vocabulary = Vocabulary {
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
    use super::PHP;
    use crate::claim::Stated::{Silent, Yes};
    use crate::dialect::sdk::testing::{check_types, sayings};

    #[test]
    fn reads_types() {
        check_types(
            PHP.language,
            &[
                ("*?string*", "String"),
                ("*mixed*", "Any"),
                ("[?Components\\B](../../Models/Components/B.md)", "B"),
                (
                    "[\\Acme\\Sdk\\Models\\Operations\\B](../../Models/Operations/B.md)",
                    "operations.B",
                ),
                (
                    "array<[Components\\B](../../Models/Components/B.md)>",
                    "B[]",
                ),
                ("array<string, *mixed*>", "{Any}"),
                ("array<?string>", "String?[]"),
                (
                    "[\\DateTime](https://www.php.net/manual/en/class.datetime.php)",
                    "DateOrDateTime",
                ),
                (
                    "[string\\|float\\|Components\\X4\\|array\\|null](../../Models/Components/U.md)",
                    "(String | Float64 | X4 | Any)",
                ),
                ("[Components\\B\\|null](../../Models/Components/B.md)", "B"),
            ],
        );
    }

    #[test]
    fn only_a_mark_on_a_required_row_speaks_of_null() {
        let rows = [
            "`a` | *?string* | yes | N/A",
            "`b` | [string\\|null](../Models/U.md) | yes | N/A",
            "`c` | *string* | yes | N/A",
            "`d` | *?string* | no | N/A",
            "`e` | [string\\|int\\|null](../Models/U.md) | no | N/A",
        ];
        let expected = [Yes, Yes, Silent, Silent, Silent];
        assert_eq!(sayings(PHP.language, &rows), expected);
    }
}
