//! Headers of field tables, known and unknown.

use crate::claim::Stated;
use crate::dialect::sdk::testing::{Reading, print, read};

fn page(title: &str, header: &str, rows: &[&str]) -> String {
    let dashes = " - |".repeat(header.matches('|').count() + 1);
    let rows: Vec<_> = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!(
        "# {title}\n\n## Fields\n\n| {header} |\n|{dashes}\n{}",
        rows.concat()
    )
}

/// Types, marks and nullability of all fields of `A`.
fn fields(reading: &Reading) -> Vec<(String, Stated, Stated)> {
    let fields = reading.fields("A").iter();
    let read = |ty| print(ty);
    fields
        .map(|field| (read(&field.ty.value), field.required.value, field.nullable))
        .collect()
}

#[test]
fn what_a_getter_returns_is_the_type() {
    use Stated::{No, Yes};
    let page = page(
        "A",
        "Field | Setter Type | Getter Type | Required | Description",
        &[
            "`id` | *String* | *String* | :heavy_check_mark: | N/A",
            "`size` | @Nullable *long* | Optional\\<*long*> | :heavy_minus_sign: | N/A",
            "`note` | @Nullable *String* | JsonNullable\\<*String*> | :heavy_minus_sign: | N/A",
            "`end` | @Nullable [OffsetDateTime](https://x) | JsonNullable\\<[OffsetDateTime](https://x)> | :heavy_check_mark: | N/A",
            "`start` | [OffsetDateTime](https://x) | [OffsetDateTime](https://x) | :heavy_check_mark: | N/A",
            "`tags` | List\\<*String*> | List\\<*String*> | :heavy_check_mark: | N/A",
            "`stops` | @Nullable List\\<[B](../../models/components/B.md)> | Optional\\<List\\<[B](../../models/components/B.md)>> | :heavy_minus_sign: | N/A",
        ],
    );
    let reading = read(&[("docs/models/components/A.md", &page)]);
    assert_eq!(reading.findings(), Vec::<String>::new());
    let expected = [
        ("String", Yes, No),
        ("Int64", No, No),
        ("String", No, Yes),
        ("DateTime", Yes, Yes),
        // Here lists and dates have wrappers too, so that none means not null.
        ("DateTime", Yes, No),
        ("String[]", Yes, No),
        ("B[]", No, No),
    ];
    let expected = expected.map(|(ty, required, null)| (ty.to_owned(), required, null));
    assert_eq!(fields(&reading), expected);
}

#[test]
fn a_setter_stands_in_for_a_getter_that_cannot_be_read() {
    let page = page(
        "A",
        "Field | Setter Type | Getter Type | Required",
        &["`a` | List\\<*Long*> | List\\<*Long* | :heavy_check_mark:"],
    );
    let reading = read(&[("docs/models/A.md", &page)]);
    assert_eq!(reading.findings(), Vec::<String>::new());
    assert_eq!(fields(&reading)[0].0, "Int64[]");
}

#[test]
fn a_column_of_unknown_title_is_said_once_and_the_others_are_read() {
    let a = page(
        "A",
        "Since | Field | Type | Required | Since",
        &["2.1 | `a` | *String* | :heavy_check_mark: | 2.1"],
    );
    let b = page(
        "B",
        "Field | Type | Since | Required",
        &["`b` | *int* | 2.0 | :heavy_minus_sign:"],
    );
    let reading = read(&[("docs/models/A.md", &a), ("docs/models/B.md", &b)]);
    let message = "the column `Since` of a table of fields is not read";
    assert_eq!(
        reading.findings(),
        [format!("docs/models/A.md:5:3: {message}")]
    );
    let found = reading.diagnostics.sorted();
    assert_eq!(found[0].label, "the first of 3 tables of this SDK");
    assert_eq!(
        fields(&reading),
        [("String".to_owned(), Stated::Yes, Stated::Silent)]
    );
    assert_eq!(reading.fields("B").len(), 1);
}

#[test]
fn a_table_without_marks_or_without_types_is_read_by_the_rest() {
    let marks = page("A", "Field | Type", &["`a` | *String*", "`b` | *int*"]);
    let reading = read(&[("docs/models/A.md", &marks)]);
    assert_eq!(
        reading.findings(),
        ["docs/models/A.md:5:1: the table of fields has no column `Required`"]
    );
    let found = fields(&reading).into_iter();
    let found: Vec<_> = found.map(|(ty, required, _)| (ty, required)).collect();
    let expected = ["String", "Int32"].map(|ty| (ty.to_owned(), Stated::Silent));
    assert_eq!(found, expected);

    let types = page("A", "Field | Required", &["`a` | :heavy_check_mark:"]);
    let reading = read(&[("docs/models/A.md", &types)]);
    assert_eq!(
        reading.findings(),
        ["docs/models/A.md:5:1: the table of fields has no column `Type`"]
    );
    assert_eq!(
        fields(&reading),
        [("Any".to_owned(), Stated::Yes, Stated::Silent)]
    );
}
