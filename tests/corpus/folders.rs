//! Crates from real SDK docs: every page understood, every crate clean.

use std::path::Path;
use std::time::Instant;

use fieldtable::config::Config;
use fieldtable::diagnostic::{Diagnostics, Printing, Severity, render};
use fieldtable::dialect;
use fieldtable::emit::emit;
use fieldtable::input::{self, Input};
use fieldtable::output;
use fieldtable::page;
use fieldtable::page::PageFile;
use tests::cargo;

use crate::shared;

/// Folders of the corpus whose language has a dialect.
const FOLDERS: &[&str] = &[
    "clerk/csharp",
    "clerk/ruby",
    "dub/go",
    "dub/php",
    "dub/python",
    "dub/ruby",
    "dub/typescript",
    "gr4vy/csharp",
    "gr4vy/java",
    "hathora-2023-11/typescript",
    "hathora-2023-11/unity",
    "hathora-2023-12/java",
    "hathora-2024-07/java",
    "hathora-2024-07/typescript",
    "hathora/go",
    "hathora/java",
    "hathora/typescript",
    "hathora/unity",
    "mistral/python",
    "openrouter/go",
    "openrouter/typescript",
];

/// One of them is built on every run of CI.
const SLICE: &str = "hathora-2023-11/typescript";

#[test]
#[ignore = "needs the corpus"]
fn every_page_and_cell_is_understood() {
    for folder in FOLDERS {
        let input = read(folder);
        let mut diagnostics = Diagnostics::default();
        let description = fieldtable::describe(&input, &mut diagnostics);
        let errors = diagnostics.count(Severity::Error);
        let shown = render(&diagnostics, &input.files, Printing::default());
        let head: Vec<&str> = shown.lines().take(40).collect();
        assert_eq!(errors, 0, "{folder}:\n{}", head.join("\n"));
        for summary in description.expect("no errors").summaries {
            println!("{folder}: {summary}");
            assert_eq!(summary.not_understood, 0, "{folder}");
        }
    }
}

#[test]
#[ignore = "needs the corpus"]
fn every_page_is_read_in_its_language() {
    for folder in FOLDERS {
        let input = read(folder);
        let mut diagnostics = Diagnostics::default();
        let mut pages: Vec<PageFile> = input.apis[0]
            .pages
            .iter()
            .map(|(path, id)| PageFile {
                path: path.clone(),
                page: page::parse(&input.files, *id),
            })
            .collect();
        let config = Config::default();
        let sources = dialect::read(&input.files, &mut pages, &[], &config, &mut diagnostics);
        let (_, language) = folder.split_once('/').expect("an API and a language");
        for model in sources.iter().flat_map(|source| &source.models) {
            let found = model
                .language
                .map_or_else(String::new, |language| language.to_string().to_lowercase());
            assert_eq!(
                found.replace('#', "sharp"),
                language,
                "{folder}: {}",
                model.name.value
            );
        }
    }
}

#[test]
#[ignore = "needs the corpus"]
fn a_slice_builds_clean() {
    builds_clean(SLICE, &[]);
    builds_clean(SLICE, &["--all-features"]);
}

#[test]
#[ignore = "needs the corpus"]
fn builds_of_every_folder_are_clean() {
    for folder in FOLDERS {
        builds_clean(folder, &[]);
    }
}

/// Writes the crate of a folder and runs clippy, rustdoc and its tests.
fn builds_clean(folder: &str, features: &[&str]) {
    let input = read(folder);
    let mut diagnostics = Diagnostics::default();
    let Ok(description) = fieldtable::describe(&input, &mut diagnostics) else {
        panic!(
            "{}",
            render(&diagnostics, &input.files, Printing::default())
        );
    };
    let folders = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let out = folders.join(folder);
    output::write(&out, &emit(&description.apis), &mut |_| {})
        .expect("the output folder can be written");
    for command in [
        &["clippy", "--quiet", "--all-targets"][..],
        &["doc", "--quiet", "--no-deps"],
        &["test", "--quiet"],
    ] {
        let start = Instant::now();
        let command = [command, features].concat();
        let run = cargo(&out, &folders.join("target"), &command);
        let command = command.join(" ");
        assert_eq!(
            run.status, 0,
            "{folder}: cargo {command}:\n{}\n{}",
            run.stdout, run.stderr
        );
        println!(
            "{folder}: cargo {command}: {:.1} s",
            start.elapsed().as_secs_f64()
        );
    }
}

/// The pages of one folder.
fn read(folder: &str) -> Input {
    let (api, language) = folder.split_once('/').expect("an API and a language");
    let corpus = shared(&format!("corpus/{api}"));
    let mut input = input::read(&corpus).expect("the corpus can be read");
    input.apis.retain(|input| input.name == language);
    input
}
