//! What a run is about to do to a folder, written down before it does it.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::folder::{named, read};

/// The folder in which a run keeps what it is about to write, and what it replaces. It is inside
/// of the output, since nothing can be moved whole from one file system to another.
pub(crate) const WORK: &str = ".fieldtable";

/// One step, undone in the reverse order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Step {
    /// A folder is made.
    Folder(String),
    /// A file is moved to where none was.
    Add(Moved),
    /// A file is moved in the place of another, which is kept.
    Replace(Moved),
    /// A file is moved away, and kept.
    Remove(Moved),
}

/// A file that is moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Moved {
    /// Where it is, or is to be, below the folder.
    pub(crate) path: String,
    /// What it is called where it is kept.
    pub(crate) number: usize,
    /// The digest of what is written; that of nothing for what is removed.
    pub(crate) digest: u64,
}

/// The places in the folder in which a run works.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    /// The folder itself.
    pub(crate) folder: PathBuf,
    /// What is to be written, by number.
    pub(crate) new: PathBuf,
    /// What was there before, by number.
    pub(crate) old: PathBuf,
    /// The steps. While it is there, the output is neither the old nor the new.
    pub(crate) journal: PathBuf,
    /// The steps as they are being written.
    pub(crate) draft: PathBuf,
}

impl Work {
    pub(crate) fn of(out: &Path) -> Self {
        let folder = out.join(WORK);
        Self {
            new: folder.join("new"),
            old: folder.join("old"),
            journal: folder.join("journal"),
            draft: folder.join("draft"),
            folder,
        }
    }

    /// Writes the steps down, whole or not at all.
    pub(crate) fn write(&self, disk: &dyn Disk, steps: &[Step]) -> io::Result<()> {
        let text = serde_json::to_vec(steps)?;
        disk.put(&self.draft, &text)
            .and_then(|()| disk.add(&self.draft, &self.journal))
            .map_err(|error| named("write", &self.journal, &error))
    }

    /// The steps of a run that did not end; `None` if there is none.
    pub(crate) fn read(&self) -> io::Result<Option<Vec<Step>>> {
        let Some(bytes) = read(&self.journal)? else {
            return Ok(None);
        };
        let steps = serde_json::from_slice(&bytes).map_err(|_| {
            io::Error::other(format!(
                "{} is no journal of fieldtable; remove it if you do not know what it is",
                self.journal.display()
            ))
        })?;
        Ok(Some(steps))
    }
}

/// A digest (FNV-1a) that is the same in every version and on every machine.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
