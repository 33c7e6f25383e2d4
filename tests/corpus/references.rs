//! Crates from hand-written references: every page read, every crate clean.

use std::fs;
use std::path::Path;

use fieldtable::diagnostic::{Diagnostics, Printing, Severity, render};
use fieldtable::emit::emit;
use fieldtable::input::{self, Input};
use fieldtable::output;
use tests::{cargo, repository};

use crate::shared;

/// The references of the corpus.
const REFERENCES: [&str; 8] = [
    "bybit",
    "delta",
    "discord",
    "ocpi-2.1.1",
    "openapi",
    "qbittorrent",
    "stac",
    "xrpl",
];

/// One of them is built on every run of CI, with its settings.
const SLICE: &str = "ocpi-2.1.1";

#[test]
#[ignore = "needs the corpus"]
fn every_reference_is_read_without_a_setting() {
    for name in REFERENCES {
        let input = read(name, false);
        let mut diagnostics = Diagnostics::default();
        let description = fieldtable::describe(&input, &mut diagnostics);
        let shown = render(&diagnostics, &input.files, Printing::default());
        assert_eq!(diagnostics.count(Severity::Error), 0, "{name}:\n{shown}");
        for summary in description.expect("no errors").summaries {
            println!("{name}: {summary}");
            assert_eq!(summary.not_understood, 0, "{name}");
            assert_eq!(summary.keys_derived, 0, "{name}: references print the keys");
            assert!(summary.structs > 0, "{name}");
        }
    }
}

#[test]
#[ignore = "needs the corpus"]
fn a_slice_of_references_builds_clean() {
    builds_clean(SLICE, true, &[]);
    builds_clean(SLICE, true, &["--all-features"]);
}

#[test]
#[ignore = "needs the corpus"]
fn builds_of_every_folder_are_clean_for_references() {
    for name in REFERENCES {
        builds_clean(name, false, &[]);
        builds_clean(name, true, &[]);
    }
}

/// Writes the crate of a reference and runs clippy, rustdoc and its tests.
fn builds_clean(name: &str, with_settings: bool, features: &[&str]) {
    let input = read(name, with_settings);
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics);
    let Ok(description) = description else {
        let shown = render(&diagnostics, &input.files, Printing::default());
        panic!("{name}:\n{shown}");
    };
    let folders = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let out = folders.join("reference").join(name);
    output::write(&out, &emit(&description.apis), &mut |_| {})
        .expect("the output folder can be written");
    for command in [
        &["clippy", "--quiet", "--all-targets"][..],
        &["doc", "--quiet", "--no-deps"],
        &["test", "--quiet"],
    ] {
        let command = [command, features].concat();
        let run = cargo(&out, &folders.join("target"), &command);
        let command = command.join(" ");
        assert_eq!(
            run.status, 0,
            "{name}: cargo {command}:\n{}\n{}",
            run.stdout, run.stderr
        );
    }
}

/// The pages of a reference, with the settings of `docs/profiles/` or `tests/references/`, or
/// without.
fn read(name: &str, with_settings: bool) -> Input {
    let corpus = shared("reference/corpus");
    let mut input = input::read(&corpus).expect("the corpus can be read");
    input.apis.retain(|api| api.name == name);
    if with_settings {
        let folders = ["docs/profiles", "tests/references"];
        let mut files = folders
            .map(|it| repository().join(format!("{it}/{name}.toml")))
            .into_iter();
        let settings = files.find(|file| file.is_file()).expect("settings");
        let text = fs::read_to_string(&settings).expect("the settings can be read");
        let file = fieldtable::source::SourceFile::new(format!("{name}/spec.toml"), text);
        input.apis[0].config = Some(input.files.add(file));
    }
    input
}
