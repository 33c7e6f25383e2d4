//! Cells of names.

use super::*;

/// What the rows are called, one cell each.
fn names(cells: &[&str]) -> String {
    let rows: Vec<_> = cells
        .iter()
        .map(|cell| format!("| {cell} | string |\n"))
        .collect();
    let text = format!(
        "| Field | Type |\n|-|-|\n| id | string |\n{}",
        rows.concat()
    );
    first(&text, |rows| fields(&rows[1..]).replace(":string", ""))
}

#[test]
fn names_are_read_as_they_are_spelt() {
    for (cell, name) in [
        ("`a_B`", "a_B"),
        ("**a**", "a"),
        ("[a](#x)", "a"),
        ("[`a`](#x)", "a"),
        ("<a name=\"x\"></a>a", "a"),
        ("<nobr>a</nobr>", "a"),
        ("ab<wbr>cd", "abcd"),
        ("a\\_b", "a_b"),
        ("`id`<br/>*(added in 2.3)*", "id"),
        ("a (since 1.2)", "a"),
        ("`rate` (B/s)", "rate"),
        ("a[^1]", "a"),
        ("a ^1^", "a"),
        ("a \\[1\\]", "a"),
        ("a **(deprecated)**", "a"),
        ("a <Badge>new</Badge>", "a"),
        ("a (string)", "a"),
        ("a (string, optional)", "a?"),
        ("a (string, required)", "a!"),
        ("\"a\"", "a"),
        ("a:", "a"),
        ("a?", "a?"),
        ("a?\\*", "a?"),
        ("`a?`", "a?"),
        ("a \\[1\\]?", "a?"),
        ("`a` _optional_", "a?"),
        ("`a` (required)", "a!"),
        ("a\\*", "a!"),
        ("eo:bands", "eo:bands"),
        ("$ref", "$ref"),
        ("@type", "@type"),
        ("Content-Type", "Content-Type"),
        ("数量", "数量"),
    ] {
        assert_eq!(names(&[cell]), name, "{cell}");
    }
}

#[test]
fn marks_are_names_if_nothing_else_is_left() {
    for name in [
        "deprecated",
        "optional",
        "required",
        "`deprecated`",
        "variable_a",
    ] {
        assert_eq!(names(&[name]), name.trim_matches('`'));
    }
    assert_eq!(names(&["`optional` _optional_"]), "optional?");
}

#[test]
fn rows_of_any_key_are_variable() {
    for cell in [
        "{name}",
        "`<id>`",
        "<id>",
        "^x-",
        "/{path}",
        "_variable_",
        "\\*",
    ] {
        let text = format!("| Field | Type |\n|-|-|\n| {cell} | string |\n");
        assert!(first(&text, |rows| rows[0].is_variable), "{cell}");
    }
    assert!(!first(
        "| Field | Type |\n|-|-|\n| a | string |\n",
        |rows| rows[0].is_variable
    ));
}

#[test]
fn what_is_no_key_is_no_field() {
    assert_eq!(names(&["~~old~~", "files[n]", "~~`b`~~", "c"]), "c");
}

#[test]
fn two_names_are_a_warning() {
    for cell in ["`a` or `b`", "lat, lon", "`a`/`b`", "a or b"] {
        let text = format!("| Field | Type |\n|-|-|\n| id | string |\n| {cell} | string |\n");
        with(Profile::standard(), &text, |tables, warnings| {
            assert_eq!(print(&tables[0]), "fields id:string", "{cell}");
            assert!(warnings[0].contains("two names"), "{warnings:?}");
        });
    }
    with(
        Profile::standard(),
        "| Field | Type |\n|-|-|\n| id | string |\n| (more fields) | any | x |\n",
        |_, warnings| assert!(warnings[0].contains("no key"), "{warnings:?}"),
    );
}

#[test]
fn deprecated_fields_have_a_note() {
    let note = |row: &str| {
        let text = format!("| Field | Type | Description |\n|-|-|-|\n{row}\n");
        first(&text, |rows| {
            rows[0].deprecated.as_ref().map(|note| note.value.clone())
        })
    };
    assert_eq!(
        note("| a **(deprecated)** | string | x |").as_deref(),
        Some("")
    );
    assert_eq!(
        note("| a | string | **Deprecated**: use `b`. More. |").as_deref(),
        Some("use `b`")
    );
    assert_eq!(note("| a | string | Deprecated |").as_deref(), Some(""));
    assert_eq!(note("| a | string | Deprecated rooms are listed |"), None);
    assert_eq!(note("| deprecated | string | Whether it is |"), None);
}
