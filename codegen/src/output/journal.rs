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
    pub(crate) digest: Digest,
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

/// A digest that is the same in every version and on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Digest {
    /// FNV-1a, as journals of earlier versions have it.
    Bytes(u64),
    /// The same of eight bytes at a time, as one at a time took longer than to write them.
    Words { words: u64 },
}

impl Digest {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let (words, rest) = bytes.as_chunks::<8>();
        let words = words.iter().map(|word| u64::from_le_bytes(*word));
        let rest = rest.iter().map(|byte| u64::from(*byte));
        // The high half of a product goes into the low one, which it would not reach by itself.
        let words = words
            .chain(rest)
            .fold(SEED ^ bytes.len() as u64, |hash, word| {
                let hash = (hash ^ word).wrapping_mul(PRIME);
                hash ^ (hash >> 32)
            });
        Self::Words { words }
    }

    pub(crate) fn is_of(self, bytes: &[u8]) -> bool {
        match self {
            Self::Bytes(digest) => {
                let each = bytes.iter().map(|byte| u64::from(*byte));
                digest == each.fold(SEED, |hash, byte| (hash ^ byte).wrapping_mul(PRIME))
            }
            Self::Words { .. } => self == Self::of(bytes),
        }
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

#[cfg(test)]
mod tests {
    use super::{Digest, Moved};

    #[test]
    fn a_digest_is_of_all_bytes() {
        let text = "each of these bytes, and the last";
        for at in 0..text.len() {
            let mut other = text.as_bytes().to_vec();
            other[at] ^= 0x80;
            assert!(!Digest::of(text.as_bytes()).is_of(&other), "{at}");
        }
        assert!(!Digest::of(b"").is_of(b"\0") && Digest::of(b"").is_of(b""));
    }

    #[test]
    fn a_journal_of_an_earlier_version_is_read() {
        let old = r#"{"path":"a","number":0,"digest":8643359970820732452}"#;
        let moved: Moved = serde_json::from_str(old).unwrap();
        assert!(moved.digest.is_of(b"pub") && !moved.digest.is_of(b"pug"));
        let new = Moved {
            digest: Digest::of(b"pub"),
            ..moved
        };
        let written = serde_json::to_string(&new).unwrap();
        assert_eq!(serde_json::from_str::<Moved>(&written).unwrap(), new);
    }
}
