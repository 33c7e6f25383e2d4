//! `codegen --check`: what it sees, what it says, and that it writes nothing.

use fieldtable::emit::MARK;
use tests::{Project, xtask_here};

#[test]
fn the_committed_crate_is_what_the_specs_say() {
    let run = xtask_here(&["codegen", "--check"]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
}

#[test]
fn a_fresh_crate_has_no_drift() {
    let project = Project::shop();
    assert_eq!(project.codegen(&[]).status, 0);
    let run = project.codegen(&["--check"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
    assert!(run.stderr.contains("out is up to date"), "{}", run.stderr);
}

#[test]
fn an_orphan_is_drift_until_it_is_removed() {
    let project = Project::shop();
    assert_eq!(project.codegen(&[]).status, 0);
    project.put("out/src/old/mod.rs", &format!("// {MARK}\nold\n"));
    project.put("out/mine.txt", "mine");
    let before = project.files("out");

    let check = project.codegen(&["--check"]);
    assert_eq!(check.status, 1);
    let diff = format!(
        "--- src/old/mod.rs\n+++ src/old/mod.rs (from specs)\n@@ -1,2 +0,0 @@\n-// {MARK}\n-old\n"
    );
    assert_eq!(check.stdout, diff);
    let says = "error: out is out of date (0 changed, 0 missing, 1 to be removed); \
                to update it: cargo xtask codegen --specs specs --out out\n";
    assert!(check.stderr.ends_with(says), "{}", check.stderr);
    assert_eq!(project.files("out"), before);

    let repair = project.codegen(&[]);
    assert!(repair.stderr.contains(" 1 removed; "), "{}", repair.stderr);
    assert!(!project.path("out/src/old").exists());
    assert!(project.path("out/mine.txt").exists());
    assert_eq!(project.codegen(&["--check"]).status, 0);
}

#[test]
fn a_reader_that_stops_reading_still_gets_the_status() {
    let project = Project::shop();
    assert_eq!(project.codegen(&[]).status, 0);
    project.put(
        "out/old.rs",
        &format!("// {MARK}\n{}", "old\n".repeat(50_000)),
    );
    let args = ["codegen", "--check", "--specs", "specs", "--out", "out"];
    let run = project.xtask_unread(&args);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(run.stderr.contains("to update it: "), "{}", run.stderr);
}

#[test]
#[ignore = "long"]
fn every_generated_file_is_guarded_and_repaired() {
    let project = Project::shop();
    assert_eq!(project.codegen(&[]).status, 0);
    let fresh = project.files("out");
    assert!(fresh.contains_key("Cargo.toml"), "{:?}", fresh.keys());
    for (path, text) in &fresh {
        let place = project.path("out").join(path);
        std::fs::write(&place, format!("{text}// edited\n")).unwrap();
        let check = project.codegen(&["--check"]);
        assert_eq!(check.status, 1, "{path}");
        assert!(check.stdout.starts_with(&format!("--- {path}\n")), "{path}");
        assert!(check.stdout.ends_with("-// edited\n"), "{path}");

        std::fs::remove_file(&place).unwrap();
        let check = project.codegen(&["--check"]);
        assert_eq!(check.status, 1, "{path}");
        assert!(check.stderr.contains("1 missing"), "{path}");

        assert_eq!(project.codegen(&[]).status, 0);
        assert_eq!(project.files("out"), fresh, "{path}");
    }
}

#[test]
fn missing_files_are_named_and_long_diffs_end() {
    let project = Project::shop();
    std::fs::create_dir(project.path("out")).unwrap();
    let empty = project.codegen(&["--check"]);
    let says =
        "error: out is empty; to write the crate: cargo xtask codegen --specs specs --out out\n";
    assert_eq!((empty.status, empty.stdout.as_str()), (1, ""));
    assert!(empty.stderr.ends_with(says), "{}", empty.stderr);

    assert_eq!(project.codegen(&[]).status, 0);
    std::fs::remove_file(project.path("out/src/shop/mod.rs")).unwrap();
    project.put(
        "out/src/a.rs",
        &format!("// {MARK}\n{}", "old\n".repeat(5_000)),
    );
    project.put("out/src/b.rs", &format!("// {MARK}\n"));
    let run = project.codegen(&["--check"]);
    assert_eq!((run.status, run.stdout.lines().count()), (1, 300));
    let said = "  missing: out/src/shop/mod.rs
  differs: out/src/a.rs
  differs: out/src/b.rs
the diffs end after 300 lines; --all-diffs prints them all
error: out is out of date (0 changed, 1 missing, 2 to be removed); ";
    assert!(run.stderr.contains(said), "{}", run.stderr);

    let all = project.codegen(&["--check", "--all-diffs"]);
    assert!(all.stdout.contains("+pub struct Order"), "{}", all.stderr);
    assert!(all.stdout.ends_with(&format!("-// {MARK}\n")) || all.stdout.contains("--- src/b.rs"));
    assert!(!all.stderr.contains("  missing: "), "{}", all.stderr);
}
