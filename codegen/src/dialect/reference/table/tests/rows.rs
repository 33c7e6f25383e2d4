//! Rows that stand below others, and rows that go on.

use super::*;

fn nested(rows: &str) -> String {
    let text = format!("|Name | Type|\n|-|-|\n{rows}");
    first(&text, |rows| fields(rows).replace(":string", ""))
}

#[test]
fn rows_stand_below_others_by_marks() {
    for (rows, is) in [
        (
            "|a | string\n|> b | string\n|>> c | string\n|> [d](#x) | string\n|e | string\n",
            "a(b(c) d) e",
        ),
        (
            "|a | string\n|> > b | string\n|»c | string\n|&gt; d | string\n",
            "a(b c d)",
        ),
        (
            "|a | string\n|\\-&nbsp;b | string\n|\\-&nbsp;\\-&nbsp;c | string\n|&nbsp;&nbsp;d | string\n",
            "a(b(c) d)",
        ),
        (
            "|a | string\n|&nbsp;&nbsp;`b` | string\n|&nbsp;&nbsp;&nbsp;&nbsp;c | string\n",
            "a(b(c))",
        ),
        ("|a | string\n|└─ b | string\n|│ └─ c | string\n", "a(b(c))"),
        (
            "|a | string\n|&emsp;↳ b | string\n|&emsp;&emsp;↳ c | string\n|&emsp;\\-&nbsp;d | string\n",
            "a(b(c) d)",
        ),
        ("|> b | string\n|c | string\n", "b c"),
    ] {
        let read = nested(rows);
        assert_eq!(read, is, "{rows}");
    }
}

#[test]
fn rows_stand_below_others_by_paths() {
    for (rows, is) in [
        (
            "|items | string\n|items[].tags | string\n|items[].tags[].id | string\n",
            "items(tags(id))",
        ),
        (
            "|a | string\n|a.b | string\n|a/c | string\n|d.e | string\n",
            "a(b c) d.e",
        ),
        (
            "|eo:bands | string\n|limits.max | string\n",
            "eo:bands limits.max",
        ),
        ("|`rooms` | string\n|`rooms`[].`id` | string\n", "rooms(id)"),
    ] {
        assert_eq!(nested(rows), is, "{rows}");
    }
}

#[test]
fn nesting_can_be_set() {
    let mut profile = Profile::standard().clone();
    profile.names.nesting = crate::dialect::reference::profile::Nesting::None;
    let text = "|Name | Type|\n|-|-|\n|a | string\n|> b | string\n|a.c | string\n";
    with(&profile, text, |tables, _| {
        assert_eq!(print(&tables[0]), "fields a:string b:string a.c:string");
    });
    profile.names.nesting = crate::dialect::reference::profile::Nesting::Path;
    with(&profile, text, |tables, _| {
        assert_eq!(print(&tables[0]), "fields a:string(c:string) b:string");
    });
}

#[test]
fn below_a_heading_row_are_siblings_that_are_optional() {
    assert_eq!(
        nested(
            "|a | string\n|*Choice: one of two* | |\n|> open | string\n|> shut | string\n|z | string\n"
        ),
        "a open? shut? z"
    );
    assert_eq!(
        nested("|a | string\n|> either of | |\n|>> b | string\n|> c | string\n"),
        "a(b? c)"
    );
}

#[test]
fn bold_lines_across_a_table_are_no_fields() {
    assert_eq!(nested("|a | string\n|**More** | |\n|b | string\n"), "a b");
    assert_eq!(nested("|**a** | string\n|**b** | |\n"), "a b");
}

#[test]
fn places_of_a_list_stand_below_it() {
    let text = "|Name | Type|\n|-|-|\n|row | array\n|> row[0]: start | string\n|> row[1]: price | string\n|pair | array\n|pair[0] | string\n|pair[1] | number\n";
    first(text, |rows| {
        assert_eq!(
            fields(rows),
            "row:array(start:string price:string) pair:array(pair[0]:string pair[1]:number)"
        );
        let places = rows
            .iter()
            .flat_map(|row| &row.children)
            .map(|row| row.position);
        assert_eq!(
            places.collect::<Vec<_>>(),
            [Some(0), Some(1), Some(0), Some(1)]
        );
    });
}

#[test]
fn rows_go_on() {
    let text = "| Name | Type | Description |\n|-|-|-|\n| a | string | Waits for |\n| | | the queue, or null. |^\n| b | string | See #mode-values |\n| | | [more](#other) |\n";
    first(text, |rows| {
        assert_eq!(fields(rows), "a:string b:string");
        assert_eq!(
            rows.iter()
                .map(|row| row.description.len())
                .collect::<Vec<_>>(),
            [2, 2]
        );
        assert!(rows[0].null_in_words.is_some());
        assert_eq!(rows[1].attached, ["mode-values"]);
    });
    let marked = "| Name | Type | Description |\n|-|-|-|\n| a | string | x |\n| | | y |^\n| | | see #z-fields |+\n| c | string | see #c-fields |+\n| d | string | z |^\n";
    first(marked, |rows| {
        assert_eq!(fields(rows), "a:string c:string d:string");
        assert_eq!(rows[0].attached, ["z-fields"]);
        assert_eq!(rows[1].attached, ["c-fields"]);
    });
}
