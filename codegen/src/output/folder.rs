//! The content of the output folder, next to the generated files.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::journal::WORK;
use crate::emit::{CrateFiles, MARK};
use crate::parallel;
use crate::source::kind;

/// More than a first line of ours has, less than a file that is not ours could cost.
const FIRST_LINE: u64 = 4096;

/// The output folder compared with the files that are asked for.
pub(crate) struct Survey<'a> {
    /// The files that are asked for, in the order of their paths.
    pub(crate) wanted: Vec<Wanted<'a>>,
    /// Files that carry our mark and that nothing asks for, in the order of their paths.
    pub(crate) orphans: Vec<String>,
}

/// A file that is asked for.
pub(crate) struct Wanted<'a> {
    /// Its path below the output folder.
    pub(crate) path: &'a str,
    /// What it should hold.
    pub(crate) text: &'a str,
    /// What stands in its place.
    pub(crate) found: Found,
}

/// What stands in the place of a file that is asked for. Bytes that are as they should be are not
/// kept.
pub(crate) enum Found {
    Nothing,
    Same,
    Other(Vec<u8>),
}

impl Wanted<'_> {
    /// Whether it is as it should be.
    pub(crate) fn is_current(&self) -> bool {
        matches!(self.found, Found::Same)
    }

    /// What it holds that it should not.
    pub(crate) fn other(&self) -> Option<&[u8]> {
        match &self.found {
            Found::Other(bytes) => Some(bytes),
            Found::Nothing | Found::Same => None,
        }
    }

    /// Whether something stands there that we did not write.
    pub(crate) fn is_foreign(&self) -> bool {
        self.other().is_some_and(|bytes| !is_marked(bytes))
    }
}

/// Compares a folder with files; a folder that does not exist is empty.
///
/// # Errors
///
/// All paths that cannot be written at once: those whose names lead out of the folder, and those
/// with a symbolic link, a folder or a file in the way. Else what cannot be read.
pub(crate) fn survey<'a>(out: &Path, files: &'a CrateFiles) -> io::Result<Survey<'a>> {
    let all: Vec<_> = files.iter().collect();
    let read = parallel::map(&all, |(path, text)| {
        let found = match read_below(out, path)? {
            None => Found::Nothing,
            Some(bytes) if bytes == text.as_bytes() => Found::Same,
            Some(bytes) => Found::Other(bytes),
        };
        Ok(Wanted { path, text, found })
    });
    let mut wanted = Vec::new();
    let mut problems = Vec::new();
    for read in read {
        match read {
            Ok(read) => wanted.push(read),
            Err(error) => problems.push(io::Error::to_string(&error)),
        }
    }
    // A file where a folder belongs is in the way of all that is to be in it.
    problems.dedup();
    if !problems.is_empty() {
        return Err(io::Error::other(problems.join("\n")));
    }
    let orphans = if out.exists() {
        orphans(out, &|path| files.contains_key(path))?
    } else {
        Vec::new()
    };
    Ok(Survey { wanted, orphans })
}

/// Why a path must not or cannot be written.
pub(crate) fn obstacle(out: &Path, path: &str) -> Option<String> {
    let relative = Path::new(path);
    let named = |part| matches!(part, Component::Normal(_));
    let spelt = |part| !matches!(part, "" | "." | "..");
    if !relative.components().all(named) || !path.split(['/', '\\']).all(spelt) {
        return Some(format!("`{path}` is not a path below the folder"));
    }
    let last = relative.components().count();
    let mut place = PathBuf::from(out);
    for (at, part) in relative.components().enumerate() {
        place.push(part);
        let Ok(data) = fs::symlink_metadata(&place) else {
            return None;
        };
        let shown = place.display();
        if data.is_symlink() {
            return Some(format!("{shown} is a symbolic link and may lead anywhere"));
        }
        let is_dir = data.is_dir();
        if at + 1 == last && is_dir {
            return Some(format!("{shown} is a folder where a file belongs"));
        }
        if !is_dir && !data.is_file() {
            let kind = kind(data.file_type());
            return Some(format!("{shown} is {kind} and no place for a file"));
        }
        if at + 1 < last && !is_dir {
            return Some(format!("{shown} is a file where a folder belongs"));
        }
    }
    None
}

/// The bytes of a file; `None` if there is none.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named("read", path, &error)),
    }
}

/// Whether a file holds these bytes and no others. It is read piece by piece, as files may be large.
pub(crate) fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    const PIECE: usize = 64 << 10;
    let read = || -> io::Result<bool> {
        let mut file = fs::File::open(path)?;
        // One byte more, to see that nothing follows.
        let (mut piece, mut rest) = (vec![0; PIECE.min(bytes.len() + 1)], bytes);
        loop {
            let read = match file.read(&mut piece) {
                Ok(0) => return Ok(rest.is_empty()),
                Ok(read) => &piece[..read],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            match rest.strip_prefix(read) {
                Some(after) => rest = after,
                None => return Ok(false),
            }
        }
    };
    match read() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        read => read.map_err(|error| named("read", path, &error)),
    }
}

/// The bytes of a file below the output folder; `None` if there is none.
///
/// # Errors
///
/// When something is in the way, or the path leads out of the folder.
pub(crate) fn read_below(out: &Path, path: &str) -> io::Result<Option<Vec<u8>>> {
    match obstacle(out, path) {
        Some(problem) => Err(io::Error::other(problem)),
        None => read(&out.join(path)),
    }
}

/// Marked files that nothing asks for. Links are not followed: what they lead to is not ours.
pub(crate) fn orphans(out: &Path, is_wanted: &dyn Fn(&str) -> bool) -> io::Result<Vec<String>> {
    let mut orphans = BTreeSet::new();
    let skipped = |entry: &walkdir::DirEntry| {
        let name = entry.file_name();
        match entry.depth() {
            0 => false,
            1 if name == "target" || name == WORK => true,
            // Another crate in here may be ours too, but made from other specs.
            _ => name == ".git" || entry.path().join("Cargo.toml").exists(),
        }
    };
    let entries = walkdir::WalkDir::new(out)
        .into_iter()
        .filter_entry(|entry| !skipped(entry));
    for entry in entries {
        let entry = entry.map_err(io::Error::from)?;
        if !entry.file_type().is_file() {
            continue;
        }
        let below = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let parts: Option<Vec<_>> = below.iter().map(|part| part.to_str()).collect();
        // We write no names that are not Unicode.
        let Some(path) = parts.map(|parts| parts.join("/")) else {
            continue;
        };
        if !is_wanted(&path) && starts_with_mark(entry.path())? {
            orphans.insert(path);
        }
    }
    Ok(orphans.into_iter().collect())
}

fn starts_with_mark(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(FIRST_LINE).read_to_end(&mut head))
        .map_err(|error| named("read", path, &error))?;
    Ok(is_marked(&head))
}

/// Whether the first line carries our mark.
fn is_marked(bytes: &[u8]) -> bool {
    let line = bytes.split(|&b| b == b'\n').next().unwrap_or_default();
    line.windows(MARK.len()).any(|part| part == MARK.as_bytes())
}

/// An error that says what could not be done to what.
pub(crate) fn named(verb: &str, path: &Path, error: &io::Error) -> io::Error {
    let message = format!("cannot {verb} {}: {error}", path.display());
    io::Error::new(error.kind(), message)
}
