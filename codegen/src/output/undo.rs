//! Takes back what a run did that did not end.

use std::fs;
use std::io;
use std::path::Path;

use super::change::{make_folders, parents};
use super::disk::Disk;
use super::folder::{named, obstacle, read};
use super::journal::{Moved, Step, Work};

/// Makes the folder what it was before a run that was interrupted, and removes all that the run left.
/// Whether there was anything to take back.
///
/// What somebody has changed since then is left as it is. This can itself be interrupted, and begun
/// anew.
pub(crate) fn undo(out: &Path, disk: &dyn Disk) -> io::Result<bool> {
    let work = Work::of(out);
    let Ok(data) = fs::symlink_metadata(&work.folder) else {
        return Ok(false);
    };
    if !data.is_dir() {
        return Err(in_the_way(&work.folder));
    }
    // Reading a pipe would have no end.
    if fs::symlink_metadata(&work.journal).is_ok_and(|data| !data.is_file()) {
        return Err(in_the_way(&work.journal));
    }
    let steps = work.read()?;
    for step in steps.iter().flatten().rev() {
        take_back(out, &work, step, disk)?;
    }
    if steps.is_some() {
        disk.remove_file(&work.journal)
            .map_err(|error| named("remove", &work.journal, &error))?;
    }
    clear(&work, disk)?;
    Ok(steps.is_some())
}

/// Whether a run was interrupted when some files were moved and some not.
pub(crate) fn is_interrupted(out: &Path) -> bool {
    fs::symlink_metadata(Work::of(out).journal).is_ok()
}

fn take_back(out: &Path, work: &Work, step: &Step, disk: &dyn Disk) -> io::Result<()> {
    let (Step::Folder(path)
    | Step::Add(Moved { path, .. })
    | Step::Replace(Moved { path, .. })
    | Step::Remove(Moved { path, .. })) = step;
    let place = out.join(path);
    let done = match step {
        Step::Folder(_) => return remove_if_empty(out, path, disk),
        // Anybody may have written the journal, or put a link there since. Nothing of ours is hidden.
        _ if path.split('/').any(|part| part.starts_with('.')) => return Ok(()),
        _ if obstacle(out, path).is_some() => return Ok(()),
        Step::Add(moved) => {
            if read(&place)?.is_none_or(|now| !moved.digest.is_of(&now)) {
                return Ok(());
            }
            disk.remove_file(&place)
        }
        Step::Replace(moved) | Step::Remove(moved) => {
            let kept = work.old.join(moved.number.to_string());
            let is_file = fs::symlink_metadata(&kept).is_ok_and(|data| data.is_file());
            match read(&place)? {
                _ if !is_file => return Ok(()),
                None => {
                    let above = parents(path).next_back().unwrap_or_default();
                    make_folders(&out.join(above), disk)?;
                    disk.add(&kept, &place)
                }
                Some(now) if matches!(step, Step::Replace(_)) && moved.digest.is_of(&now) => {
                    disk.replace(&kept, &place)
                }
                Some(_) => return Ok(()),
            }
        }
    };
    done.map_err(|error| named("restore", &place, &error))
}

fn remove_if_empty(out: &Path, path: &str, disk: &dyn Disk) -> io::Result<()> {
    // Nothing stands in the way of a file in it, and it is therefore a folder below `out`.
    if obstacle(out, &format!("{path}/x")).is_some() {
        return Ok(());
    }
    let place = out.join(path);
    let is_empty = fs::read_dir(&place).is_ok_and(|mut entries| entries.next().is_none());
    if !is_empty {
        return Ok(());
    }
    disk.remove_folder(&place)
        .map_err(|error| named("remove", &place, &error))
}

/// Removes the folder in which a run worked. What is not of a run stays there and is an error.
pub(crate) fn clear(work: &Work, disk: &dyn Disk) -> io::Result<()> {
    for folder in [&work.new, &work.old] {
        let Ok(data) = fs::symlink_metadata(folder) else {
            continue;
        };
        if !data.is_dir() {
            return Err(in_the_way(folder));
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let is_number = name
                .to_str()
                .is_some_and(|name| name.parse::<usize>().is_ok());
            if !is_number || entry.file_type()?.is_dir() {
                return Err(in_the_way(&entry.path()));
            }
            let path = entry.path();
            disk.remove_file(&path)
                .map_err(|error| named("remove", &path, &error))?;
        }
        disk.remove_folder(folder)
            .map_err(|error| named("remove", folder, &error))?;
    }
    if fs::symlink_metadata(&work.draft).is_ok() {
        disk.remove_file(&work.draft)
            .map_err(|error| named("remove", &work.draft, &error))?;
    }
    if let Some(entry) = fs::read_dir(&work.folder)?.next() {
        return Err(in_the_way(&entry?.path()));
    }
    disk.remove_folder(&work.folder)
        .map_err(|error| named("remove", &work.folder, &error))
}

fn in_the_way(path: &Path) -> io::Error {
    io::Error::other(format!(
        "{} is not of fieldtable, which keeps there what it is about to write; move it away",
        path.display()
    ))
}
