//! Pages cut anywhere, or with any line gone: a model or a diagnostic, never a panic.

use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::emit::emit;
use fieldtable::input::{self, ApiInput, Input};
use fieldtable::source::{Files, SourceFile};
use tests::repository;

/// Pages that we ship, and those of the corpus where it is present.
fn pages() -> Vec<(String, String)> {
    let mut folders = vec![repository().join("specs")];
    if let Ok(corpus) = std::fs::read_dir(repository().join("../shared/corpus")) {
        folders.extend(
            corpus
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.is_dir()),
        );
    } else {
        println!("no corpus beside the repository: only our own pages are cut");
    }
    folders.sort();
    let mut pages = Vec::new();
    for folder in folders {
        let input = input::read(&folder).expect("a folder of specs");
        for (path, id) in input.apis.iter().flat_map(|api| &api.pages) {
            pages.push((path.clone(), input.files.get(*id).text.clone()));
        }
    }
    pages
}

/// Runs the whole pipeline on one page.
fn run(path: &str, text: String) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new(format!("api/{path}"), text));
    let api = ApiInput {
        name: "api".into(),
        pages: vec![(path.to_owned(), id)],
        samples: vec![],
        config: None,
    };
    let input = Input {
        files,
        apis: vec![api],
    };
    let mut diagnostics = Diagnostics::default();
    if let Ok(description) = fieldtable::describe(&input, &mut diagnostics) {
        let crate_files = emit(&description.apis);
        assert!(crate_files.contains_key("src/lib.rs"));
    }
    let _ = render(&diagnostics, &input.files, Printing::default());
}

/// Numbers that look random and are the same on every run.
fn scatter(seed: usize) -> usize {
    let mixed = (seed as u64)
        .wrapping_add(0x9E37_79B9_7F4A_7C15)
        .wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ (mixed >> 29)) as usize
}

#[test]
fn a_page_cut_at_any_byte_does_not_panic() {
    const CUTS: usize = 3_000;
    let pages = pages();
    for cut in 0..CUTS {
        let (path, text) = &pages[scatter(cut) % pages.len()];
        // Bytes, not characters: what reading a torn file gives.
        let end = scatter(cut + CUTS) % (text.len() + 1);
        run(
            path,
            String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned(),
        );
    }
}

#[test]
fn a_page_without_any_one_of_its_lines_does_not_panic() {
    const CUTS: usize = 3_000;
    let pages = pages();
    for cut in 0..CUTS {
        let (path, text) = &pages[scatter(cut) % pages.len()];
        let lines: Vec<&str> = text.lines().collect();
        let gone = scatter(cut + CUTS) % lines.len().max(1);
        let kept = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != gone)
            .map(|(_, line)| *line);
        run(path, kept.collect::<Vec<_>>().join("\n"));
    }
}
