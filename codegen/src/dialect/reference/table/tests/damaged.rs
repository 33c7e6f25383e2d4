//! Hostile and broken tables.

use std::fmt::Write;

use super::*;

#[test]
fn a_fence_without_an_end_takes_what_is_below_it() {
    gives(
        "Field | Type\n-|-\na | string\n\n```json\n{}\n\nField | Type\n-|-\nb | string\n",
        &["fields a:string"],
    );
}

#[test]
#[ignore = "long"]
fn many_rows_are_read() {
    let mut text = "|Field|Type|Required|Description|\n|-|-|-|-|\n|all|object|yes|x|\n".to_owned();
    for row in 0..100_000 {
        let _ = writeln!(text, "|all.f{row}|string|no|The room, or null|");
    }
    let count = first(&text, |rows| (rows.len(), rows[0].children.len()));
    assert_eq!(count, (1, 100_000));
}

#[test]
fn many_columns_are_read() {
    let columns = 10_000;
    let mut text = format!(
        "|Field|Type|{}\n|-|-|{}\n",
        "Default|".repeat(columns),
        "-|".repeat(columns)
    );
    for row in 0..5 {
        let _ = writeln!(text, "|f{row}|string|");
    }
    let count = first(&text, |rows| (rows.len(), rows[0].children.len()));
    assert_eq!(count, (5, 0));
}

#[test]
#[ignore = "long"]
fn deep_rows_stand_beside_others() {
    let mut text = "|Field|Type|\n|-|-|\n".to_owned();
    for row in 0..3_000 {
        let _ = writeln!(text, "|{} f{row}|string|", ">".repeat(row));
    }
    fn depth(rows: &[FieldRow<'_>]) -> usize {
        rows.iter()
            .map(|row| 1 + depth(&row.children))
            .max()
            .unwrap_or_default()
    }
    fn count(rows: &[FieldRow<'_>]) -> usize {
        rows.iter().map(|row| 1 + count(&row.children)).sum()
    }
    let (depth, count) = first(&text, |rows| (depth(rows), count(rows)));
    assert_eq!(count, 3_000);
    assert!(depth <= 32, "{depth}");
}

#[test]
#[ignore = "long"]
fn huge_cells_are_read() {
    for cell in [
        "a.".repeat(100_000),
        "a?".repeat(100_000),
        "`a` or ".repeat(20_000),
        "<b".repeat(50_000),
        ">".repeat(100_000),
        "a[".repeat(50_000),
        "~~a~~ ".repeat(20_000),
        "\\-&nbsp;".repeat(20_000),
        "é\u{a0}—".repeat(20_000),
    ] {
        let text = format!(
            "|Field|Type|Required|Description|\n|-|-|-|-|\n|b|string|yes|x|\n|{cell}|{cell}|{cell}|{cell}|\n|c|string|yes|y|\n"
        );
        with(Profile::standard(), &text, |tables, _| {
            assert_eq!(tables.len(), 1)
        });
        let text = format!("|Value|Name|\n|-|-|\n|{cell}|{cell}|\n|1 << {cell}|x|\n");
        with(Profile::standard(), &text, |tables, _| {
            assert_eq!(tables.len(), 1)
        });
    }
}

#[test]
fn empty_tables_are_none() {
    gives("|Field|Type|\n|-|-|\n", &["other"]);
    gives("| | |\n|-|-|\n| | |\n", &["other"]);
    gives("|Value|\n|-|\n", &["other"]);
}
