//! One run at a time in a folder.

use std::fs::File;
use std::io;
use std::path::Path;

use super::Notice;
use super::folder::named;

/// Whether others may read meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// A folder that no other run writes to, until this is dropped or the process ends in any way.
#[derive(Debug)]
pub(crate) struct Lock {
    _folder: File,
}

/// How often a lock is tried before a run says that it waits, and how long it sleeps between.
#[cfg(unix)]
const PATIENCE: usize = 20;
#[cfg(unix)]
const BREATH: std::time::Duration = std::time::Duration::from_millis(5);

/// Waits until no other run is in the way. It is the folder itself that is locked, so that nothing
/// has to be written for it, and nothing is left.
#[cfg(unix)]
pub(crate) fn lock(
    folder: &Path,
    access: Access,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Lock> {
    use rustix::fs::{FlockOperation, Mode, OFlags, flock, open};
    use rustix::io::Errno;

    let (now, wait) = match access {
        Access::Read => (
            FlockOperation::NonBlockingLockShared,
            FlockOperation::LockShared,
        ),
        Access::Write => (
            FlockOperation::NonBlockingLockExclusive,
            FlockOperation::LockExclusive,
        ),
    };
    let mut said = false;
    loop {
        // To open a pipe would be to wait for who writes to it.
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let opened = open(folder, flags, Mode::empty());
        let file = File::from(opened.map_err(|error| named("read", folder, &error.into()))?);
        let mut locked = flock(&file, now);
        // A process that another thread is just starting has our files until it runs its program.
        for _ in 0..PATIENCE {
            if locked != Err(Errno::WOULDBLOCK) {
                break;
            }
            std::thread::sleep(BREATH);
            locked = flock(&file, now);
        }
        if locked == Err(Errno::WOULDBLOCK) {
            if !said {
                notice(Notice::Waiting);
            }
            said = true;
            locked = loop {
                let locked = flock(&file, wait);
                if locked != Err(Errno::INTR) {
                    break locked;
                }
            };
        }
        if locked.is_err() {
            notice(Notice::Unlocked);
        } else if !is_at(&file, folder) {
            // Who held the lock has removed the folder.
            continue;
        }
        return Ok(Lock { _folder: file });
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: io::Result<std::fs::Metadata>| data.ok().map(|it| (it.dev(), it.ino()));
    id(file.metadata()) == id(std::fs::metadata(path))
}

/// Says that there is no lock.
#[cfg(not(unix))]
pub(crate) fn lock(
    folder: &Path,
    _access: Access,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<Option<Lock>> {
    notice(Notice::Unlocked);
    Ok(None)
}
