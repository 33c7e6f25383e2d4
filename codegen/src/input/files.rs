//! The files of an API's folder: found in the order of their paths, read side by side.

use std::path::{Path, PathBuf};

use super::text::{Flaw, decode};
use super::{below, extension, findings, is_page, shown, walk};
use crate::diagnostic::Diagnostic;
use crate::parallel;
use crate::source::SourceFile;

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Page,
    Sample,
    Keys,
    Config,
}

/// A file that was found.
pub(super) struct Found {
    pub(super) kind: Kind,
    /// Below the API's folder.
    pub(super) path: String,
    /// Below the specs folder, as the run names it.
    name: String,
    /// On the disk.
    place: PathBuf,
    file_type: std::fs::FileType,
}

/// A file that was read, or what is wrong with it.
pub(super) type Read = Result<(SourceFile, Option<Flaw>), Diagnostic>;

/// Reads the files of a folder, in the order of their paths. What is wrong with what is no file stands
/// among them, where it was found.
pub(super) fn read(
    folder: &walkdir::DirEntry,
    specs: &Path,
    root: &str,
) -> Vec<(Option<Found>, Read)> {
    let api = folder.file_name().to_string_lossy();
    let found: Vec<_> = walk(folder.path(), usize::MAX)
        .filter_map(|entry| match entry {
            Ok(entry) => find(&entry, folder.path(), specs, &api, root),
            Err(error) => Some(Err(entry_finding(&error, specs, root))),
        })
        .collect();
    let read = parallel::map(&found, |found| match found {
        Ok(found) => load(&found.name, &found.place, found.file_type, root),
        Err(finding) => Err(finding.clone()),
    });
    found.into_iter().map(Result::ok).zip(read).collect()
}

/// What an entry is to be read as, if it is to be.
fn find(
    entry: &walkdir::DirEntry,
    folder: &Path,
    specs: &Path,
    api: &str,
    root: &str,
) -> Option<Result<Found, Diagnostic>> {
    let path = below(folder, entry);
    let kind = if is_page(&path) {
        Kind::Page
    } else if extension(&path) == "json" && path.starts_with("samples/") {
        Kind::Sample
    } else if path.rsplit('/').next() == Some("keys.tsv") {
        Kind::Keys
    } else if path == "spec.toml" {
        Kind::Config
    } else {
        return None;
    };
    if entry.file_type().is_dir() {
        return None;
    }
    let place = entry.path();
    let name = format!("{api}/{path}");
    let is_named = |it: &Path| it.to_str().is_some();
    if place.strip_prefix(specs).is_ok_and(|it| !is_named(it)) {
        return Some(Err(findings::no_name(&format!("{root}{name}"))));
    }
    Some(Ok(Found {
        kind,
        path,
        name,
        place: place.to_owned(),
        file_type: entry.file_type(),
    }))
}

/// Reads a file.
pub(super) fn load(name: &str, place: &Path, file_type: std::fs::FileType, root: &str) -> Read {
    let path = || format!("{root}{name}");
    if !file_type.is_file() {
        return Err(findings::no_file(&path(), file_type));
    }
    let bytes = std::fs::read(place).map_err(|error| findings::unreadable(&path(), &error))?;
    let (text, flaw) = decode(bytes);
    Ok((SourceFile::new(name, text), flaw))
}

/// What is wrong with an entry that cannot be followed or read.
pub(super) fn entry_finding(error: &walkdir::Error, specs: &Path, root: &str) -> Diagnostic {
    let path = error.path().unwrap_or(specs);
    findings::no_entry(path, &shown(path, specs, root), error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn a_file_that_vanishes_during_the_run_is_named_with_what_to_do() {
        let temp = tempfile::tempdir().unwrap();
        std::fs::write(temp.path().join("Order.md"), "# Order\n").unwrap();
        let entry = walk(temp.path(), 1).next().unwrap().unwrap();
        std::fs::remove_file(entry.path()).unwrap();
        let read = load("shop/Order.md", entry.path(), entry.file_type(), "specs/");
        let finding = read.unwrap_err();
        assert_eq!(finding.severity, Severity::Error);
        assert!(
            finding
                .message
                .starts_with("cannot read specs/shop/Order.md: ")
        );
        let hint = "it was removed during the run; run it again";
        assert_eq!(finding.hint.as_deref(), Some(hint));
    }
}
