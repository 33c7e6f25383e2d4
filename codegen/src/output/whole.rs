//! The files of a folder that may be whole already, whatever they hold.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::Notice;
use super::folder::{orphans, read_below};
use super::lock::{Access, lock};
use super::undo::is_interrupted;
use crate::parallel;

/// What `digest` makes of each of these files; `None` if one of them is not there, if there is
/// another file of ours, or if a run was interrupted there. If a run writes there now, this one waits for it.
///
/// # Errors
///
/// When something cannot be read, or is in the way.
pub(crate) fn whole<T: Send>(
    out: &Path,
    paths: &[String],
    notice: &mut dyn FnMut(Notice),
    digest: impl Fn(&[u8]) -> T + Sync + Send,
) -> io::Result<Option<Vec<T>>> {
    let _lock = lock(out, Access::Read, notice)?;
    if is_interrupted(out) {
        return Ok(None);
    }
    let wanted: BTreeSet<&str> = paths.iter().map(String::as_str).collect();
    if !orphans(out, &|path| wanted.contains(path))?.is_empty() {
        return Ok(None);
    }
    let found = parallel::map(paths, |path| {
        Ok(read_below(out, path)?.map(|bytes| digest(&bytes)))
    });
    found.into_iter().collect()
}
