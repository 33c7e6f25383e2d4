//! Finds the differences between the output folder and the generated files.

use std::io;
use std::path::Path;

use similar::TextDiff;

use super::folder::survey;
use super::{Drift, DriftKind};
use crate::emit::CrateFiles;

/// Compares the output folder with the files; writes nothing.
///
/// # Errors
///
/// When a file cannot be read, or, with all paths named, when one could not be written:
/// something is in the way, or it leads out of the folder.
pub fn check(out: &Path, files: &CrateFiles) -> io::Result<Vec<Drift>> {
    let survey = survey(out, files)?;
    let mut drifts: Vec<_> = survey
        .wanted
        .iter()
        .filter(|file| !file.is_current())
        .map(|file| {
            let kind = match file.found {
                Some(_) => DriftKind::Changed,
                None => DriftKind::Missing,
            };
            drift(file.path, kind, file.found.as_deref(), file.text)
        })
        .collect();
    for orphan in &survey.orphans {
        let found = std::fs::read(out.join(orphan))?;
        drifts.push(drift(orphan, DriftKind::Orphan, Some(&found), ""));
    }
    drifts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(drifts)
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
