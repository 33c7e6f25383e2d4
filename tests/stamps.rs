//! What a run remembers: nothing is done again where nothing has changed, and all is where anything has.
//!
//! A stamp counts the runs that did the work for it; so it tells those from the runs that only looked.

mod files;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use fieldtable::emit::MARK;
use serde_json::Value;
use tests::{ORDER, Project, Run};

const CODEGEN: [&str; 5] = ["codegen", "--specs", "specs", "--out", "out"];

/// Two APIs, warnings, settings and a sample.
fn project() -> Project {
    let project = Project::shop();
    project.put("specs/shop/spec.toml", "extra = \"keep\"\n");
    project.put(
        "specs/shop/samples/Order/a.json",
        "{\"orderId\": \"o-1\", \"quantity\": 2}\n",
    );
    let unread = ORDER.replace("*String*", "*Nothing&nbsp;known*");
    project.put("specs/bank/java/models/Order.md", &unread);
    project
}

/// The stamps, by the names of their files.
fn stamps(project: &Project) -> BTreeMap<String, Value> {
    let files = fs::read_dir(project.cache()).expect("the folder of stamps");
    let stamps = files.map(|file| {
        let file = file.expect("a stamp");
        let text = fs::read(file.path()).expect("a stamp is read");
        let stamp = serde_json::from_slice(&text).unwrap_or_default();
        (file.file_name().to_string_lossy().into_owned(), stamp)
    });
    stamps.collect()
}

/// How many runs did the work, and ended well.
fn works(project: &Project) -> u64 {
    let counts = stamps(project).into_values();
    counts
        .map(|stamp| stamp["runs"].as_u64().unwrap_or_default())
        .sum()
}

/// A run that neither looks at stamps nor leaves one.
fn forgetful(project: &Project, args: &[&str]) -> Run {
    let mut command = project.command("", args);
    let command = command.env("FIELDTABLE_CACHE", "");
    Run::from(command.output().expect("xtask runs"))
}

/// All but how long it took.
fn said(run: Run) -> Run {
    let lines = run
        .stderr
        .lines()
        .map(|line| match line.rsplit_once(" removed; ") {
            Some((line, _)) => format!("{line} removed\n"),
            None => format!("{line}\n"),
        });
    let stderr = lines.collect();
    Run { stderr, ..run }
}

#[test]
fn a_run_on_the_same_bytes_says_the_same_and_does_nothing() {
    let project = project();
    for form in [
        &[][..],
        &["--all-warnings"],
        &["--format", "json"],
        &["--format", "github"],
    ] {
        let before = works(&project);
        let codegen = [&CODEGEN[..], form].concat();
        let check = [&codegen[..], &["--check"]].concat();
        assert_eq!(project.xtask(&codegen).status, 0);
        let once = stamps(&project);
        assert_eq!(works(&project), before + 1, "{form:?}");
        let files = project.files("out");
        for args in [&codegen, &check] {
            let expected = said(forgetful(&project, args));
            assert!(expected.stderr.contains("cannot be read"), "{expected:#?}");
            assert_eq!(said(project.xtask(args)), expected, "{args:?}");
            let quiet = [&args[..], &["--quiet"]].concat();
            assert_eq!(
                project.xtask(&quiet),
                forgetful(&project, &quiet),
                "{args:?}"
            );
        }
        assert_eq!(stamps(&project), once, "{form:?}");
        assert_eq!(project.files("out"), files);
    }
    // What a check has found out is known to the run that would write.
    fs::remove_dir_all(project.cache()).expect("a folder of ours");
    assert_eq!(project.codegen(&["--check"]).status, 0);
    assert_eq!(project.codegen(&[]).status, 0);
    assert_eq!(works(&project), 1);
}

#[test]
fn whatever_has_changed_the_work_is_done() {
    let project = project();
    let wrong = format!("// {MARK}\nold\n");
    let remove = |path: &str| fs::remove_file(project.path(path)).expect("a file of ours");
    let rename = |from: &str, to: &str| {
        fs::rename(project.path(from), project.path(to)).expect("a file of ours");
    };
    let page = "specs/shop/java/models/Order.md";
    let changes: &[(&str, &dyn Fn())] = &[
        ("a word of a page", &|| {
            project.put(page, &ORDER.replace("Names", "Calls"))
        }),
        ("a setting", &|| {
            project.put("specs/shop/spec.toml", "extra = \"ignore\"\n")
        }),
        ("settings that are gone", &|| remove("specs/shop/spec.toml")),
        ("settings of the crate", &|| {
            project.put("specs/spec.toml", "[crate]\nname = \"x\"\n")
        }),
        ("a page that is renamed", &|| {
            rename(page, "specs/shop/java/models/Other.md")
        }),
        ("a page that is new", &|| {
            project.put("specs/shop/java/models/Item.md", ORDER)
        }),
        ("a page of another API", &|| {
            rename(
                "specs/shop/java/models/Item.md",
                "specs/bank/java/models/Item.md",
            );
        }),
        ("a sample", &|| {
            project.put(
                "specs/shop/samples/Order/a.json",
                "{\"orderId\": \"o-2\"}\n",
            )
        }),
        ("a sample that is gone", &|| {
            remove("specs/shop/samples/Order/a.json")
        }),
        ("a file that is edited", &|| {
            project.put("out/src/lib.rs", &wrong)
        }),
        ("a file that is gone", &|| remove("out/src/shop/mod.rs")),
        ("a file that is left over", &|| {
            project.put("out/src/old.rs", &wrong)
        }),
        ("the folder, which is gone", &|| {
            fs::remove_dir_all(project.path("out")).expect("a folder of ours");
        }),
    ];
    assert_eq!(project.codegen(&[]).status, 0);
    for (number, (what, change)) in (2..).zip(changes) {
        change();
        let run = project.codegen(&[]);
        assert_eq!(run.status, 0, "{what}: {run:#?}");
        assert_eq!(works(&project), number, "{what}");
        assert_eq!(
            said(project.codegen(&[])),
            said(forgetful(&project, &CODEGEN)),
            "{what}"
        );
        assert_eq!(works(&project), number, "{what}");
    }
    // What others have beside ours is theirs.
    project.put("out/mine.txt", "mine");
    project.put("out/target/debug/x", &wrong);
    project.put("specs/shop/java/notes.txt", "mine");
    assert_eq!(project.codegen(&[]).status, 0);
    assert_eq!(works(&project), changes.len() as u64 + 1);
}

#[test]
fn another_program_another_form_and_other_folders_are_other_questions() {
    let project = project();
    assert_eq!(project.codegen(&[]).status, 0);
    let program = project.command("", &[]).get_program().to_owned();
    let copy = project.path("a program");
    let run_copy = || {
        let mut command = Command::new(&copy);
        command.args(CODEGEN).current_dir(project.path(""));
        command.env("FIELDTABLE_CACHE", project.cache());
        // A process that another test is just starting has the copy open until it runs its program.
        let run = loop {
            match command.output() {
                Err(error) if error.kind() == ErrorKind::ExecutableFileBusy => {
                    thread::sleep(Duration::from_millis(5));
                }
                run => break run.expect("it runs"),
            }
        };
        assert!(run.status.success());
        works(&project)
    };
    for number in [2, 4] {
        // As a build does: the same place, another file.
        let _ = fs::remove_file(&copy);
        fs::copy(Path::new(&program), &copy).expect("a program can be copied");
        assert_eq!(run_copy(), number);
        assert_eq!(run_copy(), number);
        assert_eq!(project.codegen(&[]).status, 0);
        assert_eq!(works(&project), number + 1, "the program of before");
    }
    let mut number = 5;
    for more in [
        &["--format", "json"][..],
        &["--format", "github"],
        &["--all-warnings"],
    ] {
        number += 1;
        assert_eq!(project.codegen(more).status, 0);
        assert_eq!(works(&project), number, "{more:?}");
    }
    assert_eq!(
        project.codegen(&["--strict"]).status,
        1,
        "there are warnings"
    );
    for (specs, out) in [("specs", "other"), ("./specs", "out"), ("copy", "out")] {
        number += 1;
        if specs == "copy" {
            for (path, text) in project.files("specs") {
                project.put(&format!("copy/{path}"), &text);
            }
        }
        let args = ["codegen", "--specs", specs, "--out", out];
        assert_eq!(project.xtask(&args).status, 0);
        assert_eq!(works(&project), number, "{args:?}");
    }
    let timed = project.codegen(&["--timings"]);
    assert!(timed.stderr.contains("\n    dialect"), "{}", timed.stderr);
}

#[test]
fn a_check_looks_at_every_file_though_there_is_a_stamp() {
    let project = project();
    assert_eq!(project.codegen(&[]).status, 0);
    let files = project.files("out");
    let fails = |what: &str| {
        let check = project.codegen(&["--check"]);
        assert_eq!(check.status, 1, "{what}: {check:#?}");
        assert!(check.stderr.contains("to update it: "), "{}", check.stderr);
        assert_eq!(works(&project), 1, "{what}");
    };
    // Each file, edited and removed: `drift.rs`.
    for path in ["Cargo.toml", "src/shop/schema.json", "tests/shop.rs"] {
        let text = &files[path];
        let place = format!("out/{path}");
        // As long as it was, and as old.
        let written = fs::metadata(project.path(&place)).and_then(|it| it.modified());
        let edited = text.replacen(|c: char| c.is_ascii_lowercase(), "~", 1);
        project.put(&place, &edited);
        let file = fs::File::options().append(true).open(project.path(&place));
        file.and_then(|file| file.set_modified(written.expect("a time")))
            .expect("a file of ours");
        fails(path);
        project.put(&place, text);
    }
    project.put("out/src/old.rs", &format!("// {MARK}\n"));
    fails("a file that is left over");
    fs::remove_file(project.path("out/src/old.rs")).expect("a file of ours");
    assert_eq!(project.codegen(&["--check"]).status, 0);
    if project.link("elsewhere/x", "x") {
        fs::rename(project.path("out/src"), project.path("elsewhere/src")).expect("a folder");
        assert!(project.link("out/src", "../elsewhere/src"));
        let run = project.codegen(&["--check"]);
        assert!(run.stderr.contains("is a symbolic link"), "{}", run.stderr);
    }
}

#[test]
fn an_unfinished_run_is_seen_before_any_stamp() {
    let project = project();
    assert_eq!(project.codegen(&[]).status, 0);
    let files = project.files("out");
    let journal = "[{\"add\":{\"path\":\"src/lib.rs\",\"number\":0,\"digest\":1}}]";
    project.put("out/.fieldtable/journal", journal);
    let check = project.codegen(&["--check"]);
    assert_eq!(check.status, 1, "{check:#?}");
    assert!(check.stderr.contains("was interrupted"), "{}", check.stderr);
    let run = project.codegen(&[]);
    assert!(run.stderr.contains("was interrupted"), "{}", run.stderr);
    assert_eq!((run.status, project.files("out")), (0, files));
    assert_eq!(works(&project), 1);
}
