//! Writes the generated files into the output folder.

use std::io;
use std::path::Path;

use super::change::{Change, change, make_folders};
use super::disk::{Disk, Real};
use super::folder::{Survey, survey};
use super::journal::Work;
use super::lock::{Access, lock};
use super::undo::undo;
use super::{Notice, Written};
use crate::emit::CrateFiles;

/// Writes the files whose text changed and removes orphans that carry our mark: all, or, when
/// something fails, none.
///
/// A file that is as it should be is not touched. `target/`, `.git` and other crates below the
/// folder are left alone. If another run writes there, this one waits for it; what a run that was
/// interrupted had changed is taken back first.
///
/// # Errors
///
/// What cannot be read, replaced or removed; and before anything is written, with all paths named,
/// when a file without our mark stands where one of ours belongs, a folder, a file, a pipe or a
/// symbolic link is in the way, or a path leads out of the folder: `../lib.rs`.
pub fn write(
    out: &Path,
    files: &CrateFiles,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Written> {
    write_to(&Real, out, files, notice)
}

pub(crate) fn write_to(
    disk: &dyn Disk,
    out: &Path,
    files: &CrateFiles,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Written> {
    let made = make_folders(out, disk)?;
    let written = locked(disk, out, files, notice);
    if written.is_err() {
        // Others may have begun to use them.
        let _ = made.iter().rev().try_for_each(|it| disk.remove_folder(it));
    }
    written
}

fn locked(
    disk: &dyn Disk,
    out: &Path,
    files: &CrateFiles,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Written> {
    let _lock = lock(out, Access::Write, notice)?;
    if undo(out, disk)? {
        notice(Notice::Undone);
    }
    let survey = survey(out, files)?;
    refuse_foreign(out, &survey)?;
    let differing = survey.wanted.iter().filter(|file| !file.is_current());
    let mut changes: Vec<_> = differing
        .map(|file| Change {
            path: file.path,
            old: file.other(),
            new: Some(file.text.as_bytes()),
        })
        .collect();
    let written = Written {
        changed: changes.iter().map(|it| it.path.to_owned()).collect(),
        unchanged: survey.wanted.len() - changes.len(),
        removed: survey.orphans.clone(),
    };
    changes.extend(survey.orphans.iter().map(|path| Change {
        path,
        old: None,
        new: None,
    }));
    if !changes.is_empty() {
        change(out, &changes, disk)?;
    }
    Ok(written)
}

/// Takes back what a run that was interrupted had changed, if there is such a thing.
///
/// # Errors
///
/// What cannot be changed back.
pub fn mend(out: &Path, notice: &mut dyn FnMut(Notice)) -> io::Result<()> {
    mend_on(&Real, out, notice)
}

pub(crate) fn mend_on(
    disk: &dyn Disk,
    out: &Path,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<()> {
    if !Work::of(out).folder.exists() {
        return Ok(());
    }
    let _lock = lock(out, Access::Write, notice)?;
    if undo(out, disk)? {
        notice(Notice::Undone);
    }
    Ok(())
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
