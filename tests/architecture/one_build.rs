//! `cargo xtask` and `cargo test` share one build of the generator and of all that it
//! depends on: no member asks for a feature that the other members have to do without.

use std::collections::BTreeSet;
use std::process::Command;

use tests::repository;

/// The packages of a build with their features, as `cargo tree` prints them.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree", "--locked", "--prefix", "none", "--format", "{p} {f}",
        ])
        .args(arguments)
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8 on stdout");
    let lines = text.lines().map(|line| line.trim_end_matches(" (*)"));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_tests_need_no_second_build_of_the_generator() {
    let tool = packages(&["--package", "xtask", "--edges", "normal,build"]);
    let all = packages(&["--edges", "all"]);
    assert!(tool.iter().any(|line| line.starts_with("fieldtable v")));
    let twice: Vec<&String> = tool.difference(&all).collect();
    assert!(
        twice.is_empty(),
        "built again for the tests, with other features; give `[workspace.dependencies]` all of them: {twice:#?}"
    );
}
