//! Writes the generated files, or compares the output folder with them.
//!
//! A file is ours if its first line carries [`MARK`](crate::emit::MARK). Others
//! are never changed, removed or reported, unless they stand where ours belong.
//!
//! One run at a time writes to a folder (`lock`). It writes all that is new beside what is there,
//! notes what it is going to do (`journal`), moves the files (`change`) and removes the note. A
//! run that finds a note takes back what it says (`undo`); a check says that it is there.
//!
//! A folder of which nothing has changed is read, and nothing more (`whole`).
//!
//! What `init` makes is not ours: it is written only where nothing is (`create`).

pub(crate) mod change;
pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod disk;
pub(crate) mod folder;
pub(crate) mod journal;
pub(crate) mod lock;
pub(crate) mod undo;
#[cfg(feature = "cli")]
pub(crate) mod whole;
pub(crate) mod write;

#[cfg(test)]
mod tests;

pub use check::check;
pub use create::create;
#[cfg(feature = "cli")]
pub(crate) use whole::whole;
pub use write::{mend, write};

/// What is said of a folder while it is read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Another run writes there, and this one waits for it.
    Waiting,
    /// The file system has no locks, and two runs at once may disturb each other.
    Unlocked,
    /// A run was interrupted, and what it had changed was taken back.
    Undone,
}

/// What [`write()`] did, as paths below the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have other text now.
    pub changed: Vec<String>,
    /// Files that were as they should be, and were not touched.
    pub unchanged: usize,
    /// Orphans that carried our mark and were removed.
    pub removed: Vec<String>,
}

/// One file in which the output folder differs from what the specs say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The path below the output folder.
    pub path: String,
    /// How it differs.
    pub kind: DriftKind,
    /// A unified diff from what is there to what should be there.
    pub diff: String,
}

/// How a file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriftKind {
    /// It should be there.
    Missing,
    /// It has other text.
    Changed,
    /// It carries our mark, and nothing asks for it any more.
    Orphan,
}
