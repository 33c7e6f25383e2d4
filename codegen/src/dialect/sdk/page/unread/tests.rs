//! Each part of a page that is not read, and its warning.

use crate::dialect::sdk::testing::read;

const FIELDS: &str = "## Fields\n\n| Field | Type | Required |\n| - | - | - |\n| `a` | *string* | :heavy_check_mark: |\n";
const VALUES: &str = "## Values\n\n| Name | Value |\n| - | - |\n| `A` | a |\n";
const TABLE: &str = "| x | y |\n| - | - |\n| 1 | 2 |\n";

/// Asserts the findings about a page below `models/`.
#[track_caller]
fn check(page: &str, expected: &[&str]) {
    let reading = read(&[("models/a.md", page)]);
    assert_eq!(reading.findings(), expected, "{page}");
}

#[test]
fn a_second_model_or_list_is_not_read_in_silence() {
    check(
        &format!("# A\n\n{FIELDS}\n# B\n\n{FIELDS}"),
        &["models/a.md:9:1: the page has a second title, `B`"],
    );
    check(
        &format!("# A\n\n{FIELDS}\n{FIELDS}"),
        &["models/a.md:9:1: the page has a second `## Fields`"],
    );
    check(
        &format!("# A\n\n{VALUES}\n{FIELDS}"),
        &["models/a.md:3:1: the page has `## Values` beside `## Fields`"],
    );
    let reading = read(&[("a.md", &format!("# A\n\n{FIELDS}\n{FIELDS}"))]);
    assert_eq!(reading.fields("A").len(), 1);
}

#[test]
fn a_second_table_or_text_below_a_table_is_not_read_in_silence() {
    let fields =
        "| Field | Type | Required |\n| - | - | - |\n| `b` | *string* | :heavy_check_mark: |\n";
    check(
        &format!("# A\n\n{FIELDS}\n{fields}"),
        &["models/a.md:9:1: a second table below `## Fields` is not read"],
    );
    check(
        &format!("# A\n\n{FIELDS}\nthe rest. | x |\n"),
        &["models/a.md:9:1: text below the rows of `## Fields` is not read"],
    );
    check(
        &format!("# A\n\n{VALUES}\n{TABLE}\n- `\"b\"`\n"),
        &[
            "models/a.md:9:1: a second table below `## Values` is not read",
            "models/a.md:13:1: text below the rows of `## Values` is not read",
        ],
    );
    check(&format!("# A\n\n{VALUES}\nThis is an open enum.\n"), &[]);
}

#[test]
fn a_table_of_fields_counts_wherever_it_stands() {
    let fields = "| Type | Field | Notes |\n| - | - | - |\n| *string* | `a` | |\n";
    let message = "a table of fields is not read";
    check(
        &format!("# A\n\n{fields}"),
        &[&format!("models/a.md:3:1: {message}")],
    );
    check(
        &format!("# A\n\n### Fields\n\n{fields}"),
        &[&format!("models/a.md:5:1: {message}")],
    );
    check(
        &format!("# All about rooms\n\n## Properties\n\n{fields}"),
        &[&format!("models/a.md:5:1: {message}")],
    );
    // Its heading says already that the page describes no model.
    check(
        &format!("# A\n\n## Properties\n\n{fields}"),
        &["models/a.md:1:1: expected a model on this page"],
    );
}

#[test]
fn other_tables_are_read_in_the_description_only() {
    check(
        &format!("# A\n\n{TABLE}\n## More\n\n{TABLE}\n{FIELDS}"),
        &[],
    );
    check(
        &format!("# A\n\n{FIELDS}\n## Limits\n\n{TABLE}"),
        &["models/a.md:11:1: this table is not read"],
    );
    check(
        &format!("# A\n\n## Example Usage\n\n{TABLE}\n{FIELDS}"),
        &["models/a.md:5:1: this table is not read"],
    );
    check(
        &format!("# A\n\n## Supported Types\n\n### `string`\n\n{TABLE}"),
        &["models/a.md:7:1: this table is not read"],
    );
    check(&format!("# Overview\n\n## Limits\n\n{TABLE}"), &[]);
}

#[test]
fn a_title_that_front_matter_has_as_well_is_no_second_one() {
    check(&format!("---\ntitle: A\n---\n\n# A\n\n{FIELDS}"), &[]);
    check(&format!("---\ntitle: A\n---\n\n{FIELDS}\n# a\n"), &[]);
}

#[test]
fn text_above_rows_is_not_read_in_silence() {
    let (heading, table) = FIELDS.split_once("\n\n").unwrap();
    check(
        &format!("# A\n\n{heading}\n\nOf every order.\n\n- one\n- two\n\n{table}"),
        &[
            "models/a.md:5:1: text above the rows of `## Fields` is not read",
            "models/a.md:7:1: text above the rows of `## Fields` is not read",
        ],
    );
    let (heading, table) = VALUES.split_once("\n\n").unwrap();
    let open = "This is an open enum. Others are kept.";
    check(&format!("# A\n\n{heading}\n\n{open}\n\n{table}"), &[]);
    check(
        &format!("# A\n\n{heading}\n\nIn any order.\n\n{table}"),
        &["models/a.md:5:1: text above the rows of `## Values` is not read"],
    );
}

#[test]
fn a_section_of_an_unknown_name_is_not_read_in_silence() {
    check(
        &format!(
            "# A\n\n## Before\n\nText.\n\n{FIELDS}\n## After\n\nText.\n\n### Below\n\nText.\n\n## Last\n"
        ),
        &[
            "models/a.md:13:1: the section `After` is not read",
            "models/a.md:21:1: the section `Last` is not read",
        ],
    );
    check(
        &format!("# A\n\n## Example Usage\n\n```json\n1\n```\n\n## Notes\n\nText.\n\n{VALUES}"),
        &["models/a.md:9:1: the section `Notes` is not read"],
    );
    check(
        "# A\n\n## Supported Types\n\n### `string`\n\n## Union Discrimination\n\n### C\n",
        &[
            "models/a.md:7:1: not all values of the union's tag are read",
            "models/a.md:9:1: the section `C` is not read",
        ],
    );
}

#[test]
fn text_beside_the_members_of_a_union_is_not_read_in_silence() {
    let code = "```typescript\nconst value: string = \"a\";\n```";
    check(
        &format!(
            "# A\n\n## Supported Types\n\nAny of these.\n\n### `string`\n\nA name.\n\n{code}\n\n{code}\n"
        ),
        &[
            "models/a.md:5:1: text above the rows of `## Supported Types` is not read",
            "models/a.md:9:1: text between the members of `## Supported Types` is not read",
            "models/a.md:16:1: text between the members of `## Supported Types` is not read",
        ],
    );
    check(
        &format!("# A\n\n## Supported Types\n\n### `string`\n\n{code}\n"),
        &[],
    );
}
