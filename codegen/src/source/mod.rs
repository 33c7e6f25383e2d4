//! The files of a run, and places in them.
//!
//! A [`Place`] is two numbers and a file, cheap to copy into every claim; it
//! becomes a [`Location`] (path, line, column) only when somebody reads it.

mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

pub use text::Text;

/// One file that was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the specs folder, `/` between its parts: the same on every machine. Every place
    /// that is shown names it, and none has a copy of its own.
    pub path: Arc<str>,
    /// The whole text.
    pub text: Text,
    line_starts: Vec<u32>,
    /// How many characters stand before every 1,024th byte: a line may be as long as its file, but few are.
    chars_before: OnceLock<Vec<u32>>,
}

const STRIDE: usize = 1024;

impl SourceFile {
    /// A file with its line index.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Text>) -> Self {
        let text = text.into();
        let line_starts = line_starts(&text);
        Self {
            chars_before: OnceLock::new(),
            path: path.into(),
            text,
            line_starts,
        }
    }

    /// The byte with which a line begins, which is counted from 0.
    fn line_start(&self, line: usize) -> Option<usize> {
        self.line_starts.get(line).map(|at| *at as usize)
    }

    /// How many characters stand before a byte.
    fn chars_before(&self, at: usize) -> usize {
        let all_before = self.chars_before.get_or_init(|| chars_before(&self.text));
        let stride = (at / STRIDE).min(all_before.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(stride * STRIDE..at);
        let before = all_before.get(stride).copied().unwrap_or_default();
        (before + rest.map_or(0, starts_of_chars)) as usize
    }
}

/// The bytes with which lines begin, as wide as those of places.
fn line_starts(text: &str) -> Vec<u32> {
    let ends = || memchr::memchr_iter(b'\n', text.as_bytes());
    let mut starts = Vec::with_capacity(ends().count() + 1);
    starts.push(0);
    starts.extend(ends().map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)));
    starts
}

/// How many characters stand before every stride of bytes.
fn chars_before(text: &str) -> Vec<u32> {
    let mut chars = 0;
    let strides = text.as_bytes().chunks(STRIDE).map(|bytes| {
        let before = chars;
        chars += starts_of_chars(bytes);
        before
    });
    strides.collect()
}

fn starts_of_chars(bytes: &[u8]) -> u32 {
    let starts = bytes.iter().filter(|byte| (**byte as i8) >= -0x40);
    starts.map(|_| 1).sum()
}

/// Names a file of [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// All files of a run.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The prefix of paths in diagnostics: the specs folder as the user named it, `specs/`.
    pub root: String,
    files: Vec<SourceFile>,
    by_path: BTreeMap<Arc<str>, usize>,
}

impl Files {
    /// Adds a file.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let path = file.path.clone();
        self.by_path.entry(path).or_insert(self.files.len());
        self.files.push(file);
        FileId(id)
    }

    /// All of them, in the order in which they were added.
    #[must_use]
    pub fn all(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file of that name.
    #[must_use]
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text that a place covers; empty if the place lies outside its file.
    #[must_use]
    pub fn text(&self, place: Place) -> &str {
        self.get(place.file)
            .text
            .get(place.start as usize..place.end as usize)
            .unwrap_or_default()
    }

    /// The place of a location: the rest of its line.
    #[must_use]
    pub fn place(&self, at: &Location) -> Option<Place> {
        let id = *self.by_path.get(&at.file)?;
        let file = &self.files[id];
        let from = file.line_start(at.line.checked_sub(1)?)?;
        let line = file.text.get(from..)?.lines().next().unwrap_or_default();
        let skipped: usize = line
            .chars()
            .take(at.column.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        let id = FileId(u32::try_from(id).ok()?);
        Some(Place::new(id, from + skipped..from + line.len()))
    }

    /// Path, line and column of a place's start.
    #[must_use]
    pub fn locate(&self, place: Place) -> Location {
        let file = self.get(place.file);
        let start = place.start as usize;
        let before = |at: &u32| *at as usize <= start;
        let line = file.line_starts.partition_point(before).max(1);
        let from = file.line_start(line - 1).unwrap_or_default();
        let column = match file.text.is_char_boundary(start) && from <= start {
            true if start - from <= STRIDE => file.text[from..start].chars().count() + 1,
            true => file.chars_before(start) - file.chars_before(from) + 1,
            false => 1,
        };
        Location {
            file: file.path.clone(),
            line,
            column,
        }
    }
}

/// What it is that is neither a file, a folder nor a link.
#[cfg(unix)]
pub(crate) fn kind(found: std::fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if found.is_fifo() {
        "a pipe"
    } else if found.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

/// What it is that is neither a file, a folder nor a link.
#[cfg(not(unix))]
pub(crate) fn kind(_found: std::fs::FileType) -> &'static str {
    "a device"
}

/// A byte range in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    /// The place of a byte range.
    #[must_use]
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            file,
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    /// Whether a place lies in this one.
    #[must_use]
    pub fn contains(self, inner: Self) -> bool {
        self.file == inner.file && self.start <= inner.start && inner.end <= self.end
    }
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where.
    pub place: Place,
}

impl<T> Located<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// A place for display; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Location {
    /// Path below the specs folder.
    #[serde(serialize_with = "as_text")]
    pub file: Arc<str>,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

fn as_text<S: Serializer>(file: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(file)
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
