//! What a user reads of each mistake: one folder in `tests/ui/` a mistake.
//!
//! A folder holds what the user has (`specs/` above all) and what the program answers: `stderr`,
//! without the summary at its end, and, where they are not what one expects, `stdout` (nothing) and
//! `status` (1 with an error, else 0). The file `command` names the command; without one, it is
//! [`COMMAND`]. What not every checkout can hold is made by the lines of the file `make`: `link PATH
//! TARGET`, `pipe PATH`, `folder PATH`, `copy FROM TO`.
//!
//! What has changed on purpose is accepted with
//!
//! ```text
//! UI=accept cargo test --package tests --test ui
//! ```
//!
//! and read in the diff before it is committed. Where `CI` is set, nothing is accepted.

#[path = "messages.rs"]
mod messages;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use messages::messages;
use tests::{Project, Run, repository};

const COMMAND: &str = "codegen --all-warnings --specs specs --out out";

/// The files of a folder that are not the user's.
const OURS: &[&str] = &["command", "make", "status", "stderr", "stdout"];

/// What no command line leads to, and why.
const CUE: &str = "no message: evidence, which `explain` shows";

const UNREACHED: &[(&str, &str)] = &[
    ("a constant in the description", CUE),
    ("the table that the row names", CUE),
    ("prose says that all", CUE),
    ("word `", CUE),
    ("no key in ", CUE),
    ("the table that tells the members", CUE),
    (
        "the row has no type",
        "the reader of pages fills short rows up",
    ),
    (
        "The docs describe it as they describe",
        "no message: a note in the docs of the model",
    ),
    (
        "no sign of any",
        "a type that no language knows is read alike in all",
    ),
    (
        " at line ",
        "no message: what serde_json says is cut off there",
    ),
    (
        "more about source files",
        "it takes more files than a mistake should have; see tests/import/keys.rs",
    ),
    (
        "the page is too large",
        "it takes a page that is larger than a mistake should be; see tests/input_files.rs",
    ),
    ("make a page of each part of it", "the same"),
    (
        "a description is longer than",
        "it takes a text that long; see codegen/src/resolve/build/docs.rs",
    ),
    ("the crate has the start of it", "the same"),
    ("if it is of more than one model, give", "the same"),
    (
        "findings of one kind than",
        "it takes ten thousand; see codegen/src/diagnostic/found.rs",
    ),
    ("the others are counted", "the same"),
    (
        "cannot read ",
        "the system must refuse to read; a checkout cannot hold such a file",
    ),
    (
        "somebody else has just changed it",
        "it takes two writers; see codegen/src/output/tests/",
    ),
    (
        "what was changed could not be changed back",
        "the system must refuse twice; see codegen/src/output/tests/",
    ),
    (
        "not all of it was written",
        "the system must lie; see codegen/src/output/tests/",
    ),
    (
        "cannot be locked on this file system",
        "the file system must lack locks",
    ),
    (
        "make it readable",
        "no mode stops root; see tests/input_files.rs",
    ),
    (
        "the name of … is not UTF-8",
        "not every system has such names; see tests/input_files.rs",
    ),
    (
        "it was removed during the run",
        "it takes another program that removes it; see codegen/src/input/",
    ),
    (
        "is out of date",
        "with it goes a diff of the whole crate; see tests/drift.rs",
    ),
];

#[test]
fn every_mistake_is_answered_as_expected() {
    let accept = accepts();
    let mut wrong = Vec::new();
    for case in cases() {
        let Some(run) = run(&case) else {
            println!("skipped: {} cannot be made here", case.display());
            continue;
        };
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for (file, found) in answers(run) {
            let path = case.join(file);
            let known = fs::read_to_string(&path).ok();
            if known == found {
                continue;
            }
            if accept {
                match &found {
                    Some(text) => fs::write(&path, text).expect("the file can be written"),
                    None => fs::remove_file(&path).expect("the file can be removed"),
                }
            } else {
                let difference = difference(&known.unwrap_or_default(), &found.unwrap_or_default());
                wrong.push(format!("tests/ui/{name}/{file}:\n{difference}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} answers are not as expected (-), but as found (+); if they are meant: \
         UI=accept cargo test --package tests --test ui\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_message_has_its_mistake() {
    if accepts() {
        return;
    }
    let answers: Vec<String> = cases()
        .iter()
        .filter_map(|case| fs::read_to_string(case.join("stderr")).ok())
        .collect();
    let mut silent = Vec::new();
    let mut excused = BTreeSet::new();
    for message in messages("codegen/src") {
        let is_reached = answers.iter().any(|answer| message.is_in(answer));
        let text = message.text();
        let excuse = UNREACHED.iter().find(|(words, _)| text.contains(words));
        match excuse {
            _ if is_reached => {}
            Some((words, _)) => {
                excused.insert(*words);
            }
            None => silent.push(format!("{}: {text}", message.at)),
        }
    }
    for (words, _) in UNREACHED {
        if !excused.contains(words) {
            silent.push(format!(
                "`{words}` is reached, or said no more: strike it from the list"
            ));
        }
    }
    assert!(
        silent.is_empty(),
        "{} texts are in no stderr of tests/ui/; add a folder with the mistake that leads to each\n\n{}",
        silent.len(),
        silent.join("\n")
    );
}

/// Whether answers are accepted as they are. The other test waits for the next run then.
fn accepts() -> bool {
    let asked = env::var("UI").is_ok_and(|word| word == "accept");
    assert!(
        !asked || env::var_os("CI").is_none(),
        "nothing is accepted in CI"
    );
    asked
}

#[test]
fn texts_are_found_where_they_are_said() {
    let code = r#"
        fn f(name: &str) -> Result<(), Refusal> {
            let why = if a { "it is {name} again" } else { "it is not" };
            let message = format!("no {name} of \"that\" {{kind}} \
                                   here ({why})");
            let rule = "said by nobody at all";
            push(Diagnostic::error(place, message).label("left  out"));
            Err(Refusal { expected: "a whole number".to_owned(), found: word("x y") })
        }
        mod tests { fn g() { Diagnostic::error(place, "of a test") } }
        fn h() { usage("never said"); Stop::Usage("wrong use".into()) }
    "#;
    let found: Vec<_> = messages::of_text(code, "a.rs").into_iter().collect();
    let texts: Vec<String> = found.iter().map(|message| message.text()).collect();
    assert_eq!(
        texts,
        [
            "wrong use",
            "it is … again",
            "it is not",
            "no … of \"that\" {kind} here (…)",
            "left  out",
            "a whole number",
            "x y",
        ]
    );
    let message = &found[3];
    assert!(message.is_in("x\nerror: no cup of \"that\" {kind} here (so)\n"));
    assert!(!message.is_in("error: no cup of \"that\" {kind}\nhere (so)\n"));
}

/// The folders, in the order of their names.
fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join("tests/ui")).expect("the folder of the mistakes");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    cases
}

/// Runs the command of a case in a copy of its folder. With an error, it changes no file there.
/// `None` where this system cannot hold what it needs.
fn run(case: &Path) -> Option<Run> {
    let project = Project::new(&[]);
    if !case.join("specs").is_dir() {
        fs::remove_dir(project.path("specs")).expect("the folder is empty");
    }
    copy(case, &project.path(""));
    let made = fs::read_to_string(case.join("make")).unwrap_or_default();
    if !made.lines().all(|line| make(&project, line)) {
        return None;
    }
    let command = fs::read_to_string(case.join("command")).unwrap_or_else(|_| COMMAND.to_owned());
    let before = project.files("");
    let run = project.fieldtable(&command.split_whitespace().collect::<Vec<_>>());
    if run.status != 0 {
        assert_eq!(
            project.files(""),
            before,
            "{}: files were changed",
            case.display()
        );
    }
    Some(run)
}

/// Makes what a line asks for; false if this system cannot.
fn make(project: &Project, line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[..] {
        ["link", path, target] => project.link(path, target),
        ["pipe", path] => project.pipe(path),
        ["folder", path] => fs::create_dir_all(project.path(path)).is_ok(),
        // Where case does not matter, it is there already.
        ["copy", from, to] => {
            !project.path(to).exists() && fs::copy(project.path(from), project.path(to)).is_ok()
        }
        _ => panic!("what is `{line}`?"),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name();
        let target = to.join(&name);
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&entry.path(), &target);
        } else if !OURS.iter().any(|ours| *ours == name) {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// The files of a case as a run answers; `None` where there is no need for one.
fn answers(run: Run) -> [(&'static str, Option<String>); 3] {
    // What ends a run without errors has counts of all models, and the time.
    let is_summary = |line: &str| {
        ["cafe: ", "out: ", "shop: "]
            .iter()
            .any(|it| line.starts_with(it))
    };
    let lines = run.stderr.lines().filter(|line| !is_summary(line));
    let stderr: String = lines.map(|line| format!("{line}\n")).collect();
    let usual = i32::from(stderr.lines().any(|line| line.starts_with("error")));
    let status = (run.status != usual).then(|| format!("{}\n", run.status));
    [
        ("stderr", Some(stderr)),
        ("stdout", Some(run.stdout).filter(|text| !text.is_empty())),
        ("status", status),
    ]
}

/// The lines that differ, with those around them.
fn difference(known: &str, found: &str) -> String {
    let (known, found): (Vec<_>, Vec<_>) = (known.lines().collect(), found.lines().collect());
    let same = known.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let rest = known[same..].iter().rev().zip(found[same..].iter().rev());
    let tail = rest.take_while(|(a, b)| a == b).count();
    let print = |sign: &str, lines: &[&str]| -> String {
        lines
            .iter()
            .map(|line| format!("  {sign} {line}\n"))
            .collect()
    };
    [
        print(" ", &known[same.saturating_sub(3)..same]),
        print("-", &known[same..known.len() - tail]),
        print("+", &found[same..found.len() - tail]),
        print(
            " ",
            &found[found.len() - tail..(found.len() - tail + 3).min(found.len())],
        ),
    ]
    .concat()
}
