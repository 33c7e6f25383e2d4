//! What is said of files that cannot be read as they are.

use std::fs;
use std::io;
use std::path::Path;

use super::text::Flaw;
use crate::diagnostic::{Diagnostic, Topic};
use crate::source::{FileId, Place, kind};

/// The extensions of files that are read; what has none may be a folder of them.
const READ: [&str; 5] = ["json", "md", "mdx", "toml", "tsv"];

/// A file that is no text, or too much of it.
pub(super) fn flawed(file: FileId, flaw: Flaw) -> Diagnostic {
    let utf8 = "save the file as UTF-8";
    let (message, place, hint) = match flaw {
        Flaw::Utf16 => ("the file is UTF-16".to_owned(), 0..0, utf8),
        Flaw::Byte(byte, at) => {
            let message = format!("the byte {byte:#04x} at {at} is not UTF-8");
            (
                message,
                at..at + char::REPLACEMENT_CHARACTER.len_utf8(),
                utf8,
            )
        }
        Flaw::TooMuch(at) => {
            let message = "the page is too large: its rows, lines and marks would take more than 150 MB of memory";
            let hint = "make a page of each part of it";
            (message.to_owned(), at..at, hint)
        }
    };
    Diagnostic::error(Place::new(file, place), message).hint(hint)
}

/// Two files of which a system without case has one.
pub(super) fn differ_in_case(one: FileId, other: FileId) -> Diagnostic {
    let message = "the names of two files differ only in case";
    Diagnostic::warning(Topic::Name, Place::new(other, 0..0), message)
        .related(Place::new(one, 0..0), "the other")
        .hint("some systems can hold only one of them: rename one, or remove it")
}

/// Something that is called as a file, and is none.
pub(super) fn no_file(path: &str, found: fs::FileType) -> Diagnostic {
    let message = format!("{path} is {} and cannot be read as a file", kind(found));
    Diagnostic::global_error(message).hint("remove it from the specs")
}

/// A file with a name that cannot be told from others.
pub(super) fn no_name(path: &str) -> Diagnostic {
    let message = format!("the name of {path} is not UTF-8");
    Diagnostic::global_error(message).hint("rename it")
}

/// A file that was there and cannot be read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    let message = format!("cannot read {path}: {error}");
    let hint = if error.kind() == io::ErrorKind::NotFound {
        "it was removed during the run; run it again"
    } else {
        "make it readable, or remove it from the specs"
    };
    Diagnostic::global_error(message).hint(hint)
}

/// An entry of a folder that cannot be followed or read.
pub(super) fn no_entry(path: &Path, shown: &str, error: &walkdir::Error) -> Diagnostic {
    if error.loop_ancestor().is_some() {
        let message = format!("{shown} is a link to a folder around it, and is not followed");
        return Diagnostic::global_warning(Topic::File, message).hint("remove the link");
    }
    let is_link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    if is_link && !path.exists() {
        let message = format!("{shown} is a link that leads nowhere");
        let hint = "remove the link, or put back what it leads to";
        let kept = path
            .extension()
            .is_none_or(|it| READ.iter().any(|read| it == *read));
        let finding = if kept {
            Diagnostic::global_error(message)
        } else {
            Diagnostic::global_warning(Topic::File, message)
        };
        return finding.hint(hint);
    }
    let kind = error
        .io_error()
        .map_or(io::ErrorKind::Other, io::Error::kind);
    unreadable(shown, &io::Error::from(kind))
}
