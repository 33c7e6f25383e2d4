//! Which program runs.

use std::fs::{self, Metadata};
use std::io;
use std::time::SystemTime;

/// What tells the file of this program from any other, and from what it was before it was built anew;
/// `None` where the system does not say.
///
/// To read it would take longer than to read most specs: a program that is built for tests has 50 MB
/// and more. The system notes for a file where it lies, how long it is and when it was last changed;
/// under Unix also when it last noted anything, a time that no program can set. What cargo takes
/// as proof that a program is up to date is less.
pub(super) fn identity() -> Option<Vec<u8>> {
    let file = file().ok()?;
    let mut parts = vec![u128::from(file.len()), nanoseconds(file.modified().ok()?)?];
    parts.extend(file.created().ok().and_then(nanoseconds));
    parts.extend(noted(&file));
    let mut identity = env!("CARGO_PKG_VERSION").as_bytes().to_vec();
    identity.extend(parts.into_iter().flat_map(u128::to_le_bytes));
    Some(identity)
}

/// The file of the process that runs, even if another stands at its path by now.
#[cfg(target_os = "linux")]
fn file() -> io::Result<Metadata> {
    fs::metadata("/proc/self/exe")
}

#[cfg(not(target_os = "linux"))]
fn file() -> io::Result<Metadata> {
    fs::metadata(std::env::current_exe()?)
}

#[cfg(unix)]
fn noted(file: &Metadata) -> Vec<u128> {
    use std::os::unix::fs::MetadataExt;
    let times = [file.ctime(), file.ctime_nsec()].map(|it| u128::from(it.cast_unsigned()));
    [vec![file.dev().into(), file.ino().into()], times.to_vec()].concat()
}

#[cfg(not(unix))]
fn noted(_file: &Metadata) -> Vec<u128> {
    Vec::new()
}

fn nanoseconds(time: SystemTime) -> Option<u128> {
    Some(time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_nanos())
}
