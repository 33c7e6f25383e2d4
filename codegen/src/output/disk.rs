//! The steps by which a run changes the disk, one a call: what can fail, or be the last.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Changes on a disk. Each is done whole or not at all, but for the bytes of a new file.
pub(crate) trait Disk {
    /// Makes a folder in one that is there.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that is not there.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file a second name, or copies it where there is no such thing.
    fn keep(&self, path: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file to where nothing is.
    fn add(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file in the place of another.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that is empty.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Real;

impl Disk for Real {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create_new(path)?;
        file.write_all(bytes)
    }

    fn keep(&self, path: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(path, to).or_else(|_| fs::copy(path, to).map(drop))
    }

    fn add(&self, from: &Path, to: &Path) -> io::Result<()> {
        let kept = tempfile::TempPath::try_from_path(from)?;
        let Err(refused) = kept.persist_noclobber(to) else {
            return Ok(());
        };
        // What is temporary would be removed now.
        refused.path.keep()?;
        if refused.error.kind() == io::ErrorKind::AlreadyExists || fs::symlink_metadata(to).is_ok()
        {
            return Err(refused.error);
        }
        // Not every file system can refuse to replace.
        fs::rename(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}
