//! Each line of the threat model, `docs/security.md`, names a test, and there is one.

use std::fs;

use tests::repository;

/// What stands in code in a cell.
fn spans(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// What is wrong with the tests that a cell names: paths, and functions in the path behind them.
fn problems(cell: &str) -> Vec<String> {
    let spans = spans(cell);
    let mut problems = Vec::new();
    if !spans.iter().any(|span| span.contains('/')) {
        problems.push(format!("no path of a test: {cell}"));
    }
    for (at, span) in spans.iter().enumerate() {
        if span.contains('/') {
            if !repository().join(span).exists() {
                problems.push(format!("{span} is not there"));
            }
            continue;
        }
        let Some(file) = spans[at..].iter().find(|span| span.contains('/')) else {
            problems.push(format!("{span} is in no file"));
            continue;
        };
        let text = fs::read_to_string(repository().join(file)).unwrap_or_default();
        let before = text.split_once(&format!("fn {span}()")).map(|it| it.0);
        // Attributes stand between.
        let is_test = before.is_some_and(|text| {
            let since = text.rsplit_once('}').map_or(text, |(_, since)| since);
            since.contains("#[test]")
        });
        if !is_test {
            problems.push(format!("{file} has no test {span}"));
        }
    }
    problems
}

#[test]
fn each_line_of_the_threat_model_names_a_test_that_is_there() {
    let text = fs::read_to_string(repository().join("docs/security.md")).expect("the model");
    let rows = text.lines().filter(|line| line.starts_with("| "));
    let rows: Vec<&str> = rows
        .filter(|row| !row.starts_with("| what could"))
        .collect();
    assert!(rows.len() > 20, "{}", rows.len());
    let found: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
            assert_eq!(cells.len(), 3, "{row}");
            problems(cells[2])
        })
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_test_that_is_not_there_is_seen() {
    let here = "`a_test_that_is_not_there_is_seen` in `tests/security.rs`";
    assert_eq!(problems(here), Vec::<String>::new());
    let wrong = "`problems` in `tests/security.rs`, `tests/gone.rs`";
    let says = [
        "tests/security.rs has no test problems",
        "tests/gone.rs is not there",
    ];
    assert_eq!(problems(wrong), says);
    assert_eq!(problems("by hand"), ["no path of a test: by hand"]);
}
