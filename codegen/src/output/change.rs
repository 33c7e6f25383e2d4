//! Changes a folder as a whole: what is written stands beside it before the first file is moved, and
//! what is moved can be moved back.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folder::{holds, named};
use super::journal::{Digest, Moved, Step, Work};
use super::undo;

/// One file to change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change<'a> {
    /// Its path below the folder.
    pub(crate) path: &'a str,
    /// What it holds; `None` if there is none.
    pub(crate) old: Option<&'a [u8]>,
    /// What it is to hold; `None` if it is to go.
    pub(crate) new: Option<&'a [u8]>,
}

/// Makes all changes below a folder that is there and locked, or none.
///
/// # Errors
///
/// What could not be done. The folder is as it was then; if it is not, because what failed once
/// fails again, the message says so, and the journal stays for the next run.
pub(crate) fn change(out: &Path, changes: &[Change<'_>], disk: &dyn Disk) -> io::Result<()> {
    check_access(out, changes)?;
    let work = Work::of(out);
    let Err(error) = attempt(out, &work, changes, disk) else {
        // What is new counts now, whatever becomes of the rest.
        return undo::clear(&work, disk);
    };
    Err(match undo::undo(out, disk) {
        Ok(_) => error,
        Err(again) => io::Error::new(
            error.kind(),
            format!("{error}\nwhat was changed could not be changed back: {again}"),
        ),
    })
}

fn attempt(out: &Path, work: &Work, changes: &[Change<'_>], disk: &dyn Disk) -> io::Result<()> {
    let steps = plan(out, changes);
    stage(out, work, changes, disk)?;
    work.write(disk, &steps)?;
    for step in &steps {
        take(out, work, step, disk)?;
    }
    remove_empty_parents(out, changes, disk)?;
    disk.remove_file(&work.journal)
        .map_err(|error| named("remove", &work.journal, &error))
}

/// The steps: what goes makes way, and what is new is there before what names it.
fn plan(out: &Path, changes: &[Change<'_>]) -> Vec<Step> {
    let mut folders = BTreeSet::new();
    let (mut removed, mut added, mut replaced) = (Vec::new(), Vec::new(), Vec::new());
    for (number, change) in changes.iter().enumerate() {
        let moved = Moved {
            path: change.path.to_owned(),
            number,
            digest: Digest::of(change.new.unwrap_or_default()),
        };
        match (change.old, change.new) {
            (_, None) => removed.push(Step::Remove(moved)),
            (None, Some(_)) => {
                folders.extend(parents(change.path).filter(|folder| !out.join(folder).exists()));
                added.push(Step::Add(moved));
            }
            (Some(_), Some(_)) => replaced.push(Step::Replace(moved)),
        }
    }
    let folders = folders.into_iter().map(|it| Step::Folder(it.to_owned()));
    let steps = folders.chain(removed).chain(added).chain(replaced);
    steps.collect()
}

/// Writes what is new and keeps what is old, and sees that both are as they should be.
fn stage(out: &Path, work: &Work, changes: &[Change<'_>], disk: &dyn Disk) -> io::Result<()> {
    for folder in [&work.folder, &work.new, &work.old] {
        disk.make_folder(folder)
            .map_err(|error| named("make", folder, &error))?;
    }
    for (number, change) in changes.iter().enumerate() {
        let path = out.join(change.path);
        if let Some(new) = change.new {
            let staged = work.new.join(number.to_string());
            disk.put(&staged, new)
                .map_err(|error| named("write", &path, &error))?;
            if !holds(&staged, new)? {
                let why = io::Error::other("not all of it was written");
                return Err(named("write", &path, &why));
            }
        }
        if let (Some(old), Some(_)) = (change.old, change.new) {
            let kept = work.old.join(number.to_string());
            disk.keep(&path, &kept)
                .map_err(|error| named("keep", &path, &error))?;
            if !holds(&kept, old)? {
                let why = io::Error::other("somebody else has just changed it");
                return Err(named("replace", &path, &why));
            }
        }
    }
    Ok(())
}

fn take(out: &Path, work: &Work, step: &Step, disk: &dyn Disk) -> io::Result<()> {
    let at = |folder: &Path, moved: &Moved| folder.join(moved.number.to_string());
    match step {
        Step::Folder(path) => {
            let path = out.join(path);
            disk.make_folder(&path)
                .map_err(|error| named("make", &path, &error))
        }
        Step::Add(moved) => {
            let path = out.join(&moved.path);
            disk.add(&at(&work.new, moved), &path)
                .map_err(|error| named("write", &path, &error))
        }
        Step::Replace(moved) => {
            let path = out.join(&moved.path);
            disk.replace(&at(&work.new, moved), &path)
                .map_err(|error| named("write", &path, &error))
        }
        Step::Remove(moved) => {
            let path = out.join(&moved.path);
            disk.add(&path, &at(&work.old, moved))
                .map_err(|error| named("remove", &path, &error))
        }
    }
}

/// The folders above a path, the outermost first.
pub(crate) fn parents(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Removes the folders that are empty now that files went, the innermost first.
fn remove_empty_parents(out: &Path, changes: &[Change<'_>], disk: &dyn Disk) -> io::Result<()> {
    let gone = changes.iter().filter(|change| change.new.is_none());
    let folders: BTreeSet<&str> = gone.flat_map(|change| parents(change.path)).collect();
    for folder in folders.into_iter().rev() {
        let folder = out.join(folder);
        let is_empty = fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_none());
        if is_empty {
            disk.remove_folder(&folder)
                .map_err(|error| named("remove", &folder, &error))?;
        }
    }
    Ok(())
}

/// Makes a folder and those above it; returns those that were not there, the outermost first.
pub(crate) fn make_folders(folder: &Path, disk: &dyn Disk) -> io::Result<Vec<PathBuf>> {
    let above = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
    let missing: Vec<PathBuf> = above
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    let mut made = Vec::new();
    for folder in missing.into_iter().rev() {
        match disk.make_folder(&folder) {
            Ok(()) => made.push(folder),
            // Another run was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                for folder in made.iter().rev() {
                    disk.remove_folder(folder)?;
                }
                return Err(named("make", &folder, &error));
            }
        }
    }
    Ok(made)
}

/// Refuses at once what the system would refuse after half of the files.
#[cfg(unix)]
fn check_access(out: &Path, changes: &[Change<'_>]) -> io::Result<()> {
    use rustix::fs::{Access, access};

    let parents = changes.iter().flat_map(|change| parents(change.path));
    let folders: BTreeSet<PathBuf> = parents.chain([""]).map(|it| out.join(it)).collect();
    let mut problems = Vec::new();
    for folder in folders.iter().filter(|folder| folder.exists()) {
        if let Err(error) = access(folder, Access::WRITE_OK | Access::EXEC_OK) {
            problems.push(named("write to", folder, &error.into()).to_string());
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    problems.push("nothing was written".to_owned());
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        problems.join("\n"),
    ))
}

#[cfg(not(unix))]
fn check_access(_out: &Path, _changes: &[Change<'_>]) -> io::Result<()> {
    Ok(())
}
