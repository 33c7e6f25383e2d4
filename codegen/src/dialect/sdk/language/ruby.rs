//! The words of Ruby, in the notations of Sorbet and Crystalline.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static RUBY: Vocabulary = Vocabulary {
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
        ("T.Set", Word::List),
        ("Set", Word::List),
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
    member_numbers: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Snake,
    extra: &["additional_properties"],
    initialisms: &[],
    renamed_fields: &[],
    renames_members: false,
    literals: false,
};

#[cfg(test)]
mod tests {
    use super::RUBY;
    use crate::claim::Stated::{No, Silent, Yes};
    use crate::dialect::sdk::testing::{check_types, sayings};

    #[test]
    fn reads_sorbet() {
        check_types(
            RUBY.language,
            &[
                ("*T.nilable(::String)*", "String"),
                ("*T::Boolean*", "Boolean"),
                ("*::Object*", "Any"),
                ("T::Array<*::Integer*>", "Integer[]"),
                ("T::Set[*::Integer*]", "Integer[]"),
                ("T::Hash[Symbol, *::Float*]", "{Float64}"),
                (
                    "[T.nilable(Models::Operations::B)](../../models/operations/b.md)",
                    "operations.B",
                ),
                (
                    "[T.nilable(::Acme::Shared::B)](../../models/shared/b.md)",
                    "B",
                ),
                (
                    "[T.any(::String, T::Array[::Object])](../../models/shared/u.md)",
                    "(String | Any[])",
                ),
            ],
        );
    }

    #[test]
    fn reads_crystalline() {
        check_types(
            RUBY.language,
            &[
                (
                    "*Crystalline::Nilable.new(Crystalline::Boolean.new)*",
                    "Boolean",
                ),
                ("Crystalline::Array<*::String*>", "String[]"),
                ("Crystalline::Hash[Symbol, *::Object*]", "{Any}"),
                (
                    "[Crystalline::Nilable.new(Crystalline::Union.new(Models::Components::A, ::String))](../../models/shared/u.md)",
                    "(A | String)",
                ),
            ],
        );
    }

    #[test]
    fn reads_early_forms_and_swapped_dates() {
        check_types(
            RUBY.language,
            &[
                ("*String*", "String"),
                (
                    "[Date](https://ruby-doc.org/libdoc/date/rdoc/Date.html)",
                    "DateTime",
                ),
                (
                    "[DateTime](https://ruby-doc.org/libdoc/date/rdoc/DateTime.html)",
                    "Date",
                ),
            ],
        );
    }

    #[test]
    fn nilable_speaks_of_null_on_required_rows() {
        let rows = [
            "`a` | *T.nilable(::String)* | yes | N/A",
            "`b` | *T.nilable(::String)* | no | N/A",
            "`c` | *::String* | yes | N/A",
            "`d` | T::Array<*::String*> | yes | N/A",
            "`e` | *::Object* | yes | N/A",
            "`f` | *T.any(::String, ::Integer)* | yes | N/A",
        ];
        let expected = [Yes, Silent, No, Silent, Silent, No];
        assert_eq!(sayings(RUBY.language, &rows), expected);
    }
}
