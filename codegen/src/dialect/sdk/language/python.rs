//! The words of Python.

use super::vocabulary::{FileNames, Vocabulary, Word};
use crate::claim::{NameCase, Scalar};
use crate::language::Language;

pub(crate) static PYTHON: Vocabulary = Vocabulary {
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
        ("Set", Word::List),
        ("set", Word::List),
        ("FrozenSet", Word::List),
        ("frozenset", Word::List),
        ("Tuple", Word::Tuple),
        ("tuple", Word::Tuple),
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
        ("httpx.Response", Word::Http),
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
    member_numbers: &[],
    file_names: FileNames::Lower,
    name_case: NameCase::Snake,
    // Before 2024 the generator used dataclasses.
    extra: &["__pydantic_extra__", "additional_properties"],
    initialisms: &[],
    // `schema` is a method of the models' base class.
    renamed_fields: &[("schema_definition", "schema")],
    renames_members: false,
    literals: false,
};

#[cfg(test)]
mod tests {
    use super::PYTHON;
    use crate::claim::Stated::{No, Silent, Yes};
    use crate::claim::{Body, TypeShape};
    use crate::dialect::sdk::testing::{check_types, fields_page, read, sayings};

    #[test]
    fn reads_wrappers_and_containers() {
        check_types(
            PYTHON.language,
            &[
                ("*Optional[str]*", "String"),
                ("*Nullable[float]*", "Float64"),
                ("[OptionalNullable[models.B]](../models/b.md)", "B"),
                (
                    "[operations.B](../../models/operations/b.md)",
                    "operations.B",
                ),
                ("List[[models.B](../models/b.md)]", "B[]"),
                ("list[*int*]", "Integer[]"),
                ("Set[[models.B](../models/b.md)]", "B[]"),
                ("*Optional[FrozenSet[str]]*", "String[]"),
                ("Tuple[*str*, *int*]", "(String | Integer)[]"),
                ("tuple[*float*, *float*]", "Float64[]"),
                ("Tuple[*str*, ...]", "String[]"),
                ("*Tuple*", "Any[]"),
                ("Dict[str, List[*Any*]]", "{Any[]}"),
                ("Dict[str, [Nullable[models.B]](../models/b.md)]", "{B?}"),
            ],
        );
    }

    #[test]
    fn a_response_of_the_client_library_may_be_a_member() {
        let page = fields_page("A", &["`a` | *str* | yes | N/A"]);
        let union = "# U\n\n\n## Supported Types\n\n### `models.A`\n\n### `httpx.Response`\n";
        let reading = read(&[("docs/models/a.md", &page), ("docs/models/u.md", union)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let Body::Members(members) = &reading.sources[0].models[1].body else {
            panic!("no union");
        };
        assert_eq!(members[1].value, TypeShape::RawResponse);
    }

    #[test]
    fn reads_dates_by_their_links() {
        check_types(
            PYTHON.language,
            &[
                (
                    "[date](https://docs.python.org/3/library/datetime.html#date-objects)",
                    "DateTime",
                ),
                (
                    "[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)",
                    "Date",
                ),
                ("*datetime*", "DateTime"),
            ],
        );
    }

    #[test]
    fn reads_constants_and_unions() {
        check_types(
            PYTHON.language,
            &[
                ("*Literal[\"a\"]*", "String(\"a\")"),
                ("*Optional[Literal[True]]*", "Boolean(true)"),
                ("*Literal[\"a\", \"b\"]*", "(String(\"a\") | String(\"b\"))"),
                ("*Union[Literal[\"a\"], UnrecognizedStr]*", "String(\"a\")"),
                ("*Union[str, None]*", "String"),
                ("*Union[bytes, IO[bytes], io.BufferedReader]*", "Bytes"),
                (
                    "[Optional[Union[str, List[models.B]]]](../models/c.md)",
                    "(String | B[])",
                ),
            ],
        );
    }

    #[test]
    fn wrappers_speak_of_null_and_their_absence_does_around_scalars() {
        let rows = [
            "`a` | *Nullable[str]* | yes | N/A",
            "`b` | *OptionalNullable[str]* | no | N/A",
            "`c` | *Optional[str]* | no | N/A",
            "`d` | *str* | yes | N/A",
            "`e` | List[*str*] | yes | N/A",
            "`f` | [date](https://x) | yes | N/A",
            "`g` | *Any* | yes | N/A",
            "`h` | *Union[str, int]* | yes | N/A",
            "`i` | *Nullable[Union[str, int]]* | yes | N/A",
        ];
        let expected = [Yes, Yes, No, No, Silent, Silent, Silent, No, Yes];
        assert_eq!(sayings(PYTHON.language, &rows), expected);
    }

    #[test]
    fn a_field_that_the_base_class_reserves_keeps_its_own_name() {
        let row = "`schema_definition` | Dict[str, *Any*] | yes | N/A";
        let other = "`schema` | *str* | yes | N/A";
        let names = |rows: &[&str]| -> Vec<String> {
            let reading = read(&[("docs/models/a.md", &fields_page("A", rows))]);
            let fields = reading.fields("A").iter();
            fields.map(|field| field.name.value.clone()).collect()
        };
        assert_eq!(names(&[row]), ["schema"]);
        assert_eq!(names(&[row, other]), ["schema_definition", "schema"]);
    }
}
