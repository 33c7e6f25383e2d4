//! Where stamps are kept, and for how long.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Question;
use super::hash::{Hash, Key};

/// Names the folder of stamps; empty, there are none.
const VARIABLE: &str = "FIELDTABLE_CACHE";

const EXTENSION: &str = ".stamp";

/// A stamp that is older may be of folders that are gone.
const KEPT: Duration = Duration::from_secs(60 * 24 * 60 * 60);

/// The folder of stamps, if there is to be one.
pub(super) fn folder() -> Option<PathBuf> {
    folder_of(&|name| env::var_os(name))
}

fn folder_of(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(named) = variable(VARIABLE) {
        return (!named.is_empty()).then(|| PathBuf::from(named));
    }
    let absolute = |name| {
        variable(name)
            .map(PathBuf::from)
            .filter(|it| it.is_absolute())
    };
    let cache = if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else {
        absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")))
    };
    Some(cache?.join("fieldtable"))
}

/// The name of a question's stamp.
pub(super) fn name(question: &Question<'_>) -> String {
    let mut hash = Hash::new(Key::OF_NAMES);
    for path in [question.specs, question.out] {
        hash.part(path.as_os_str().as_encoded_bytes());
    }
    hash.list(question.words.iter().map(String::as_bytes));
    format!("{}{EXTENSION}", hash.end())
}

fn is_stamp(name: &str) -> bool {
    let digits = name.strip_suffix(EXTENSION).unwrap_or_default();
    digits.len() == 32 && digits.bytes().all(|it| it.is_ascii_hexdigit())
}

/// Removes the stamps that have not been written for long. What is no stamp stays.
pub(super) fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_old = || {
            let written = entry.metadata().and_then(|it| it.modified()).ok();
            written.is_some_and(|it| it.elapsed().is_ok_and(|age| age > KEPT))
        };
        if entry.file_name().to_str().is_some_and(is_stamp) && is_old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_folder_is_the_one_that_is_named_or_that_of_the_user() {
        let with = |set: &[(&str, &str)]| {
            let value = |name: &str| set.iter().find(|(it, _)| *it == name);
            folder_of(&|name| value(name).map(|(_, value)| OsString::from(value)))
        };
        let home = ("HOME", "/home/it");
        let cache = ("XDG_CACHE_HOME", "/cache");
        let is = |path: &str| Some(PathBuf::from(path));
        assert_eq!(with(&[home]), is("/home/it/.cache/fieldtable"));
        assert_eq!(with(&[home, cache]), is("/cache/fieldtable"));
        assert_eq!(with(&[home, ("XDG_CACHE_HOME", "a")]), with(&[home]));
        assert_eq!(with(&[home, cache, (VARIABLE, "/x")]), is("/x"));
        assert_eq!(with(&[home, cache, (VARIABLE, "")]), None);
        assert_eq!(with(&[]), None);
    }

    #[test]
    fn old_stamps_go_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = ("0".repeat(32), "1".repeat(32));
        for (name, days) in [(&*old, 61), (&*new, 59), ("mine", 99)] {
            let file = fs::File::create(folder.path().join(format!("{name}{EXTENSION}"))).unwrap();
            let age = Duration::from_secs(days * 24 * 60 * 60);
            file.set_modified(SystemTime::now() - age).unwrap();
        }
        tidy(folder.path());
        let left = fs::read_dir(folder.path()).unwrap().flatten();
        let mut left: Vec<_> = left
            .map(|it| it.file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(
            left,
            [format!("{new}{EXTENSION}"), format!("mine{EXTENSION}")]
        );
    }
}
