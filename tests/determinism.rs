//! The same specs give the same bytes: whatever the order of files, the folder, or the run.

use fieldtable::diagnostic::Diagnostics;
use fieldtable::emit::{CrateFiles, emit};
use fieldtable::input::{self, Input};
use fieldtable::source::{Files, SourceFile};
use tests::{Project, repository};

fn crate_of(input: &Input) -> CrateFiles {
    let mut diagnostics = Diagnostics::default();
    emit(
        &fieldtable::describe(input, &mut diagnostics)
            .expect("no errors")
            .apis,
    )
}

fn shipped() -> Input {
    input::read(&repository().join("specs")).expect("the specs that we ship")
}

/// The same input as another file system might list it: every list reversed.
fn reversed(input: &Input) -> Input {
    let mut files = Files::default();
    files.root.clone_from(&input.files.root);
    let mut apis = input.apis.clone();
    apis.reverse();
    for api in &mut apis {
        api.pages.reverse();
        api.samples.reverse();
        for (_, id) in api.pages.iter_mut().chain(&mut api.samples) {
            let file = input.files.get(*id);
            *id = files.add(SourceFile::new(file.path.clone(), file.text.clone()));
        }
        if let Some(id) = &mut api.config {
            let file = input.files.get(*id);
            *id = files.add(SourceFile::new(file.path.clone(), file.text.clone()));
        }
    }
    Input {
        files,
        apis,
        ..Input::default()
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let input = shipped();
    assert!(crate_of(&input) == crate_of(&reversed(&input)));
}

#[test]
fn a_second_run_changes_nothing() {
    assert!(crate_of(&shipped()) == crate_of(&shipped()));
}

#[test]
fn the_folder_changes_nothing() {
    let project = Project::new(&[]);
    let input = shipped();
    for api in &input.apis {
        let config = api.config.map(|id| ("spec.toml".to_owned(), id));
        for (path, id) in api.pages.iter().chain(&api.samples).cloned().chain(config) {
            project.put(
                &format!("specs/{}/{path}", api.name),
                &input.files.get(id).text,
            );
        }
    }
    let elsewhere = input::read(&project.path("specs")).expect("a copy of the specs");
    assert!(crate_of(&input) == crate_of(&elsewhere));
}
