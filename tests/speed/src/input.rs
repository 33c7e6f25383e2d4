//! Inputs of a size: the docs that are there, repeated under other names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

use crate::run::set_aside;

/// Writes specs of about so many pages, and says how many there are.
pub fn make(repository: &Path, specs: &Path, old: &Path, size: usize) -> usize {
    set_aside(specs, old);
    let mut sources = sources(repository);
    // The smallest fill up what is left.
    sources.sort_by_key(|(_, _, pages)| std::cmp::Reverse(*pages));
    let mut pages = 0;
    for round in 1.. {
        let before = pages;
        for (name, folder, count) in &sources {
            if pages + count <= size {
                copy(folder, &specs.join(format!("{name}-{round}")));
                pages += count;
            }
        }
        if pages == before {
            break;
        }
    }
    assert!(pages > 0, "no SDK's docs are so few pages");
    pages
}

/// The SDKs' docs: name, folder, pages.
fn sources(repository: &Path) -> Vec<(String, PathBuf, usize)> {
    let corpus = repository.join("../shared/corpus");
    let mut folders = Vec::new();
    if corpus.is_dir() {
        for api in subfolders(&corpus) {
            folders.extend(subfolders(&api));
        }
    } else {
        folders.extend(subfolders(&repository.join("specs/hathora")));
    }
    let sources = folders.into_iter().map(|folder| {
        let parts: Vec<_> = folder
            .iter()
            .rev()
            .take(2)
            .map(|it| it.to_string_lossy())
            .collect();
        let name = format!("{}-{}", parts[1], parts[0]);
        let pages = pages(&folder).count();
        (name, folder, pages)
    });
    sources.filter(|(_, _, pages)| *pages > 0).collect()
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the folder can be read")
        .flatten();
    let mut folders: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|it| it.is_dir())
        .collect();
    folders.sort();
    folders
}

/// The pages below a folder.
pub fn pages(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .flatten();
    let paths = entries.map(walkdir::DirEntry::into_path);
    paths.filter(|path| path.extension().is_some_and(|it| it == "md" || it == "mdx"))
}

fn copy(from: &Path, to: &Path) {
    for page in pages(from) {
        let below = page.strip_prefix(from).expect("it lies below");
        let target = to.join("docs").join(below);
        fs::create_dir_all(target.parent().expect("it has a folder")).expect("it can be made");
        fs::copy(&page, target).expect("it can be copied");
    }
}

/// An API of the specs, and a field of it.
pub fn a_field(program: &Path, specs: &Path) -> (String, String) {
    let api = subfolders(specs)[0]
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let schema = schema(program, specs, &api);
    let models = schema["$defs"].as_object().expect("models");
    let field = models.iter().find_map(|(name, model)| {
        let (field, _) = model["properties"].as_object()?.iter().next()?;
        Some(format!("{name}.{field}"))
    });
    (api, field.expect("a field"))
}

/// The schema of an API.
pub fn schema(program: &Path, specs: &Path, api: &str) -> serde_json::Value {
    let mut command = Command::new(program);
    command
        .args(["schema", "--quiet", "--api", api, "--specs"])
        .arg(specs);
    let done = command.output().expect("the program runs");
    serde_json::from_slice(&done.stdout).expect("a schema is JSON")
}

/// The names of the APIs.
pub fn apis(specs: &Path) -> Vec<String> {
    let names = subfolders(specs).into_iter();
    names
        .map(|it| {
            it.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}
