//! Finds the differences between the output folder and the generated files.

use std::io;
use std::path::Path;

use similar::TextDiff;

use super::folder::survey;
use super::lock::{Access, lock};
use super::undo::is_interrupted;
use super::{Drift, DriftKind, Notice};
use crate::emit::CrateFiles;

/// Compares the output folder with the files; writes nothing. `None` if a run was interrupted while
/// it moved files there: it is neither what it was nor what it should be. If a run writes there now,
/// this one waits for it.
///
/// # Errors
///
/// When a file cannot be read, or, with all paths named, when one could not be written:
/// something is in the way, or it leads out of the folder.
pub fn check(
    out: &Path,
    files: &CrateFiles,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Option<Vec<Drift>>> {
    let _lock = match lock(out, Access::Read, notice) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        locked => Some(locked?),
    };
    if is_interrupted(out) {
        return Ok(None);
    }
    let survey = survey(out, files)?;
    let mut drifts: Vec<_> = survey
        .wanted
        .iter()
        .filter(|file| !file.is_current())
        .map(|file| {
            let kind = match file.other() {
                Some(_) => DriftKind::Changed,
                None => DriftKind::Missing,
            };
            drift(file.path, kind, file.other(), file.text)
        })
        .collect();
    for orphan in &survey.orphans {
        let found = std::fs::read(out.join(orphan))?;
        drifts.push(drift(orphan, DriftKind::Orphan, Some(&found), ""));
    }
    drifts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Some(drifts))
}

fn drift(path: &str, kind: DriftKind, found: Option<&[u8]>, wanted: &str) -> Drift {
    let found = String::from_utf8_lossy(found.unwrap_or_default());
    let diff = TextDiff::from_lines(found.as_ref(), wanted)
        .unified_diff()
        .context_radius(3)
        .header(path, &format!("{path} (from specs)"))
        .to_string();
    Drift {
        path: path.to_owned(),
        kind,
        diff,
    }
}
