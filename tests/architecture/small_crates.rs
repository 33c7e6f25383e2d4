//! Small crates that keep to their map, and some that do not: the test itself is tested.

use crate::check::{Rules, problems};

/// The problems of a small crate with these files besides `lib.rs`.
fn problems_of(files: &[(&str, &str)], exceptions: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lib = ("lib.rs", "mod low; mod high; mod side;\nuse high::Top;");
    for (path, text) in [&[lib], files].concat() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let rooms: &[_] = &[
        ("low", ""),
        ("high", "low"),
        ("side", "low"),
        ("lib.rs", "high"),
    ];
    let inner: &[_] = &[("first", ""), ("second", "first"), ("mod.rs", "second")];
    let rules = Rules {
        maps: &[("", rooms), ("high", inner)],
        full: 4,
        exceptions,
    };
    problems(folder.path(), &rules)
}

const LOW: (&str, &str) = ("low.rs", "pub struct Base;");
const HIGH: (&str, &str) = (
    "high/mod.rs",
    "mod first; mod second;\npub use second::Top;",
);
const FIRST: (&str, &str) = ("high/first.rs", "use crate::low::Base;");
const SECOND: (&str, &str) = ("high/second.rs", "use super::first;\npub struct Top;");
const SIDE: (&str, &str) = ("side.rs", "");

#[test]
fn imports_that_run_up_or_across_are_found() {
    assert_eq!(problems_of(&[LOW, HIGH, FIRST, SECOND, SIDE], &[]), [""; 0]);

    let up = (
        "low.rs",
        "use std::fmt;\n\nuse crate::{high::{self, Top as Best}};",
    );
    let found = problems_of(&[up, HIGH, FIRST, SECOND, SIDE], &[]);
    let heads: Vec<&str> = found.iter().filter_map(|it| it.lines().next()).collect();
    assert_eq!(
        heads,
        [
            "low.rs:3: `crate::high::Top` leads from low to high, which is not on the map",
            "low.rs:3: `crate::high::self` leads from low to high, which is not on the map",
        ]
    );
    let across = ("side.rs", "fn f() {\n    g(crate::high::Top::new())\n}");
    let inside = (
        "high/first.rs",
        "mod tests {\n    use super::super::second::Top;\n}",
    );
    let found = problems_of(&[LOW, HIGH, inside, SECOND, across], &[]);
    let heads: Vec<&str> = found.iter().filter_map(|it| it.lines().next()).collect();
    assert_eq!(
        heads,
        [
            "high/first.rs:2: `super::super::second::Top` leads from high/first to high/second, which is not on the map",
            "side.rs:2: `crate::high::Top::new` leads from side to high, which is not on the map",
        ]
    );
}

#[test]
fn text_that_imports_nothing_is_passed_over() {
    let low = (
        "low.rs",
        "// use crate::high::A;\n/* /* */ use crate::high::B; */\nconst A: &str = \"use crate::high::C;\";\n\
         const D: &[u8] = br#\"\" crate::high::D\"#;\nfn f<'a>(_: &'a str) -> char { '\"' }\n\
         fn g() { quote! { mod gone; use crate::high::E; } }\npub(in crate::high) struct F;",
    );
    assert_eq!(problems_of(&[low, HIGH, FIRST, SECOND, SIDE], &[]), [""; 0]);
}

#[test]
fn helpers_of_tests_may_import_all_and_only_tests_import_them() {
    let low = (
        "low.rs",
        "mod testing;\nmod tests {\n    use super::testing::all;\n}",
    );
    let testing = ("low/testing.rs", "use crate::high::Top;");
    let side = (
        "side.rs",
        "mod tests {\n    use crate::low::testing::all;\n}",
    );
    assert_eq!(
        problems_of(&[low, testing, HIGH, FIRST, SECOND, side], &[]),
        [""; 0]
    );
}

#[test]
fn circles_full_folders_and_idle_exceptions_are_found() {
    let low = ("low/mod.rs", "mod a; mod b; mod c; mod d;");
    let [a, b] = [
        ("low/a/mod.rs", "use super::b::B;"),
        ("low/b.rs", "use super::a::A;"),
    ];
    let [c, d] = [("low/c.rs", ""), ("low/d.rs", "")];
    let high = (
        "high/mod.rs",
        "mod first; mod second; mod third;\npub use second::Top;",
    );
    let third = ("high/third.rs", "");
    let rest = [FIRST, SECOND, SIDE];
    let files = [&[low, a, b, c, d, high, third][..], &rest].concat();
    let found = problems_of(&files, &["side.rs -> high"]);
    let heads: Vec<&str> = found.iter().filter_map(|it| it.lines().next()).collect();
    assert_eq!(
        heads,
        [
            "high/third.rs is in no room; give it a line on the map of `high/`",
            "low/: a, b.rs import each other",
            "the exception `side.rs -> high` is needed no more; remove it",
        ]
    );
    let d = ("low/d.rs", "mod e;");
    let more = ("low/mod.rs", "mod a; mod b; mod c; mod d; mod f;");
    let files = [
        &[
            more,
            a,
            ("low/b.rs", ""),
            c,
            d,
            ("low/d/e.rs", ""),
            ("low/f.rs", ""),
        ][..],
        &[HIGH],
        &rest,
    ]
    .concat();
    let found = problems_of(&files, &[]);
    assert_eq!(
        found,
        ["low/ has 5 files, more than 4\n    part it by what belongs together"]
    );
    assert_eq!(problems_of(&files, &["low/ has 5 files"]), [""; 0]);
}
