//! A new file of the user, which is theirs from then on.

use std::io;
use std::path::Path;

use super::change::make_folders;
use super::disk::{Disk, Real};
use super::folder::named;

/// Writes a file where nothing is, and the folders above it; false where something is.
///
/// # Errors
///
/// When the disk refuses; nothing but folders is left then.
pub fn create(path: &Path, text: &str) -> io::Result<bool> {
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        make_folders(folder, &Real)?;
    }
    match Real.put(path, text.as_bytes()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => {
            let _ = Real.remove_file(path);
            Err(named("write", path, &error))
        }
    }
}
