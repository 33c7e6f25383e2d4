//! A stamp as a file.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::hash::{Hash, Key};
use super::place;

/// The form of these files. One of another form is none.
pub(super) const FORM: u32 = 1;

/// What a stamp holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) form: u32,
    pub(super) key: Key,
    /// How many runs of this question did the work.
    pub(super) runs: u64,
    /// The digest of what was asked.
    pub(super) asked: String,
    /// The digest of that and of all that follows, the files with what they hold.
    pub(super) answered: String,
    pub(super) files: Vec<String>,
    pub(super) findings: String,
    pub(super) summaries: Vec<String>,
}

impl Note {
    /// The stamp in a file; `None` if it cannot be read, or is not whole.
    pub(super) fn read(file: &Path) -> Option<Self> {
        let bytes = fs::read(file).ok()?;
        let note: Self = serde_json::from_slice(&bytes).ok()?;
        (note.form == FORM).then_some(note)
    }

    /// Writes it, whole or not at all, for this user alone.
    pub(super) fn write(&self, file: &Path) -> io::Result<()> {
        let folder = file.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        draft.write_all(&serde_json::to_vec(self)?)?;
        draft.persist(file)?;
        place::tidy(folder);
        Ok(())
    }

    /// The digest of all that is answered, with these files and the digests of what they hold.
    pub(super) fn digest<'a>(&self, files: impl Iterator<Item = (&'a str, &'a String)>) -> String {
        let mut hash = Hash::new(self.key);
        hash.part(self.asked.as_bytes());
        hash.number(self.files.len());
        for (path, digest) in files {
            hash.part(path.as_bytes());
            hash.part(digest.as_bytes());
        }
        hash.part(self.findings.as_bytes());
        hash.list(self.summaries.iter().map(String::as_bytes));
        hash.end()
    }
}
