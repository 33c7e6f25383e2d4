//! The files of an API's folder: found in the order of their paths, read side by side.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::text::{Flaw, decode, is_text};
use super::{below, extension, findings, is_page, shown, walk};
use crate::diagnostic::Diagnostic;
use crate::page;
use crate::parallel;
use crate::source::{SourceFile, Text};

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
    let blocks: Vec<_> = found.chunks(BLOCK).collect();
    let read = parallel::map(&blocks, |block| load_all(block, root));
    let read = read.into_iter().flatten();
    found.into_iter().map(Result::ok).zip(read).collect()
}

/// How many files are one text.
const BLOCK: usize = 64;

/// Reads files into one text.
fn load_all(block: &[Result<Found, Diagnostic>], root: &str) -> Vec<Read> {
    let mut whole = Vec::new();
    let read = block.iter().map(|found| {
        let found = found.as_ref().map_err(Diagnostic::clone)?;
        let path = || format!("{root}{}", found.name);
        let file_type = found.file_type;
        if !file_type.is_file() {
            return Err(findings::no_file(&path(), file_type));
        }
        let start = whole.len();
        // A file by itself would first be asked for its length, by two more calls of the system.
        let open = File::open(&found.place).map(|file| file.take(u64::from(u32::MAX) + 1));
        let read = open.and_then(|mut file| file.read_to_end(&mut whole));
        if let Err(error) = read {
            whole.truncate(start);
            return Err(findings::unreadable(&path(), &error));
        }
        if u32::try_from(whole.len() - start).is_err() {
            whole.truncate(start);
            let error = io::Error::from(io::ErrorKind::FileTooLarge);
            return Err(findings::unreadable(&path(), &error));
        }
        Ok(match is_text(&whole[start..]) {
            true => Ok(start..whole.len()),
            false => Err(decode(whole.split_off(start))),
        })
    });
    let read: Vec<_> = read.collect();
    whole.shrink_to_fit();
    // All that is not text has been taken out.
    let whole = Arc::new(String::from_utf8(whole).unwrap_or_default());
    let with_name = block.iter().zip(read).map(|(found, read)| {
        let name = found.as_ref().map_or("", |found| &found.name);
        let is_page = found.as_ref().is_ok_and(|found| found.kind == Kind::Page);
        let (text, flaw) = match read? {
            Ok(part) => (Text::part(&whole, part), None),
            Err((text, flaw)) => (text.into(), flaw),
        };
        Ok(match page::too_much(&text).filter(|_| is_page) {
            Some(line) => (
                SourceFile::new(name, text.first(line.end)),
                Some(Flaw::TooMuch(line.start)),
            ),
            None => (SourceFile::new(name, text), flaw),
        })
    });
    with_name.collect()
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

/// Reads a file that belongs to no API.
pub(super) fn load(name: &str, entry: &walkdir::DirEntry, root: &str) -> Read {
    let found = Found {
        kind: Kind::Config,
        path: name.to_owned(),
        name: name.to_owned(),
        place: entry.path().to_owned(),
        file_type: entry.file_type(),
    };
    let mut read = load_all(&[Ok(found)], root);
    read.remove(0)
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
        let read = load("shop/Order.md", &entry, "specs/");
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

    #[test]
    fn each_file_has_its_own_text_whatever_stands_beside_it() {
        let temp = tempfile::tempdir().unwrap();
        let shop = temp.path().join("shop");
        std::fs::create_dir(&shop).unwrap();
        let text = |number: usize| "é\n".repeat(number);
        for number in 0..BLOCK * 2 + 3 {
            std::fs::write(shop.join(format!("{number:03}.md")), text(number)).unwrap();
        }
        std::fs::write(shop.join("005.md"), [0xff, 0xfe, b'a', 0]).unwrap();
        std::fs::write(shop.join("006.md"), b"ab\xff").unwrap();
        let folder = walk(temp.path(), 1).next().unwrap().unwrap();
        let all = read(&folder, temp.path(), "specs/");
        assert_eq!(all.len(), BLOCK * 2 + 3);
        for (number, (found, read)) in all.into_iter().enumerate() {
            let (file, flaw) = read.unwrap();
            assert_eq!(file.path, format!("shop/{}", found.unwrap().path).into());
            match number {
                5 => assert_eq!((&*file.text, flaw), ("a", Some(Flaw::Utf16))),
                6 => assert_eq!(
                    (&*file.text, flaw),
                    ("ab\u{fffd}", Some(Flaw::Byte(0xff, 2)))
                ),
                _ => assert_eq!((&*file.text, flaw), (&*text(number), None)),
            }
        }
    }
}
