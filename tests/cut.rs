//! Pages cut anywhere, or with any line gone: a model or a diagnostic, never a panic.

use std::path::PathBuf;

use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::emit::emit;
use fieldtable::input::{self, ApiInput, Input};
use fieldtable::source::{Files, SourceFile};

/// The pages of the APIs in folders, with their text.
pub fn pages(folders: &[PathBuf]) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for folder in folders {
        let input = input::read(folder).expect("a folder of specs");
        for (path, id) in input.apis.iter().flat_map(|api| &api.pages) {
            pages.push((path.clone(), input.files.get(*id).text.to_string()));
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
        keys: Vec::new(),
        config: None,
    };
    let input = Input {
        files,
        apis: vec![api],
        ..Input::default()
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

/// How many cuts a test makes.
const CUTS: usize = 3_000;

/// Cuts pages at any byte.
pub fn anywhere(pages: &[(String, String)]) {
    for cut in 0..CUTS {
        let (path, text) = &pages[scatter(cut) % pages.len()];
        // Bytes, not characters: what reading a torn file gives.
        let end = scatter(cut + CUTS) % (text.len() + 1);
        let head = String::from_utf8_lossy(&text.as_bytes()[..end]);
        run(path, head.into_owned());
    }
}

/// Takes any one line out of pages.
pub fn without_a_line(pages: &[(String, String)]) {
    for cut in 0..CUTS {
        let (path, text) = &pages[scatter(cut) % pages.len()];
        let mut lines: Vec<&str> = text.lines().collect();
        let gone = scatter(cut + CUTS) % lines.len().max(1);
        if gone < lines.len() {
            lines.remove(gone);
        }
        run(path, lines.join("\n"));
    }
}
