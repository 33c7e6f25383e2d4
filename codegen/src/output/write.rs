//! Writes the generated files into the output folder.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Written;
use super::folder::{Survey, named, survey};
use crate::emit::CrateFiles;

/// Writes the files whose text changed and removes orphans that carry our mark.
///
/// A file is replaced whole by one that was written beside it, so that no reader sees half of it;
/// a file that is as it should be is not touched. `target/`, `.git` and other crates below the
/// folder are left alone.
///
/// # Errors
///
/// When a file cannot be read, replaced or removed; and before anything is written, with all paths
/// named, when a file without our mark stands where one of ours belongs, a folder, a file or a
/// symbolic link is in the way, or a path leads out of the folder: `../lib.rs`.
pub fn write(out: &Path, files: &CrateFiles) -> io::Result<Written> {
    let survey = survey(out, files)?;
    refuse_foreign(out, &survey)?;
    let mut written = Written::default();
    for file in &survey.wanted {
        if file.is_current() {
            written.unchanged += 1;
            continue;
        }
        let path = out.join(file.path);
        replace(&path, file.text).map_err(|error| named("write", &path, &error))?;
        written.changed.push(file.path.to_owned());
    }
    for orphan in survey.orphans {
        let path = out.join(&orphan);
        fs::remove_file(&path).map_err(|error| named("remove", &path, &error))?;
        remove_empty_parents(out, &path);
        written.removed.push(orphan);
    }
    Ok(written)
}

fn refuse_foreign(out: &Path, survey: &Survey<'_>) -> io::Result<()> {
    let foreign: Vec<_> = survey
        .wanted
        .iter()
        .filter(|file| file.is_foreign())
        .map(|file| format!("\n  {}", out.join(file.path).display()))
        .collect();
    if foreign.is_empty() {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        format!(
            "nothing was written, because these files were not written by fieldtable:{}\n\
             move them away if you need them, delete them if not, or write to another folder",
            foreign.concat()
        ),
    ))
}

/// Replaces a file whole, or makes it and the folders above it.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fieldtable-");
    // Temporary files are private; a source file is as readable as any other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// Removes the folders above a file up to `out`, as long as they are empty.
fn remove_empty_parents(out: &Path, path: &Path) {
    let parents = path.ancestors().skip(1).take_while(|&parent| parent != out);
    for parent in parents {
        // A folder that is not empty refuses, which is the test.
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
}
