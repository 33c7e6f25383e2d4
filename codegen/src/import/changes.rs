//! What an import changes in the specs, and the change itself.

use std::io;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use super::Import;
use crate::input;
use crate::output::Notice;
use crate::output::change::{Change as FileChange, change, make_folders};
use crate::output::disk::Real;
use crate::output::folder::{obstacle, read};
use crate::output::lock::{Access, lock};

/// How the pages below an API's folder differ from those of an [`Import`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The pages that differ, in the order of their paths.
    pub pages: Vec<Change>,
    /// How many pages are there already as they should be.
    pub unchanged: usize,
    /// Whether the file of keys is new or has other text. It holds nothing of the user's.
    pub keys_differ: bool,
}

/// One page that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path below the API's folder.
    pub path: String,
    /// How it differs.
    pub kind: ChangeKind,
}

/// How a page differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// The specs do not have it.
    Added,
    /// It has other text.
    Changed {
        /// How many lines the SDK's page has that the one of the specs has not.
        added: usize,
        /// How many lines the page of the specs has that the SDK's has not.
        removed: usize,
    },
    /// The SDK does not have it, or no longer.
    Gone,
}

impl Changes {
    /// Whether text that is in the specs now would be lost.
    #[must_use]
    pub fn lose_text(&self) -> bool {
        let mut pages = self.pages.iter();
        pages.any(|page| page.kind != ChangeKind::Added)
    }

    /// Leaves the pages that the SDK does not have where they are; returns how many.
    pub fn keep_gone(&mut self) -> usize {
        let before = self.pages.len();
        self.pages.retain(|page| page.kind != ChangeKind::Gone);
        before - self.pages.len()
    }

    /// How many pages are added, changed and gone.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |is: fn(ChangeKind) -> bool| {
            let pages = self.pages.iter();
            pages.filter(|page| is(page.kind)).count()
        };
        (
            count(|kind| kind == ChangeKind::Added),
            count(|kind| matches!(kind, ChangeKind::Changed { .. })),
            count(|kind| kind == ChangeKind::Gone),
        )
    }
}

/// Compares an import with what is there, below the folder of an API. Writes nothing.
///
/// Pages are looked for in the folder of that SDK's pages only, and no link is followed.
///
/// # Errors
///
/// When a page could not be written, all paths named: a symbolic link, a folder or a file is in the
/// way, or its name leads out of the folder. Else what cannot be read.
pub fn compare(import: &Import, api: &Path) -> io::Result<Changes> {
    let paths = import.pages.keys().chain([&import.keys_path]);
    let mut problems: Vec<String> = paths.filter_map(|path| obstacle(api, path)).collect();
    problems.dedup();
    if !problems.is_empty() {
        return Err(io::Error::other(problems.join("\n")));
    }
    let mut changes = Changes::default();
    for (path, text) in &import.pages {
        let kind = match read(&api.join(path))? {
            Some(known) if known == text.as_bytes() => {
                changes.unchanged += 1;
                continue;
            }
            Some(known) => lines(&String::from_utf8_lossy(&known), text),
            None => ChangeKind::Added,
        };
        let path = path.clone();
        changes.pages.push(Change { path, kind });
    }
    changes.pages.extend(gone(import, api)?);
    if let Some(text) = &import.keys.text {
        let known = read(&api.join(&import.keys_path))?;
        changes.keys_differ = known.as_deref() != Some(text.as_bytes());
    }
    changes.pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

/// The pages in the folder of the import that it does not bring.
fn gone(import: &Import, api: &Path) -> io::Result<Vec<Change>> {
    let folder = api.join(&import.folder);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let files = input::list(&folder)?.files.into_iter();
    let pages = files
        .filter(|path| input::is_page(path))
        .map(|path| format!("{}/{path}", import.folder))
        .filter(|path| !import.pages.contains_key(path));
    let gone = pages.map(|path| Change {
        path,
        kind: ChangeKind::Gone,
    });
    Ok(gone.collect())
}

fn lines(old: &str, new: &str) -> ChangeKind {
    let (mut added, mut removed) = (0, 0);
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        match change.tag() {
            ChangeTag::Insert => added += 1,
            ChangeTag::Delete => removed += 1,
            ChangeTag::Equal => {}
        }
    }
    ChangeKind::Changed { added, removed }
}

/// Makes the pages below the folder of an API those of the import, all that `changes` names, and
/// writes the file of keys: all, or, when something fails, nothing. A file of keys of an earlier
/// import stays if no key was found.
///
/// # Errors
///
/// What cannot be removed or written, with its path.
pub fn write(
    import: &Import,
    api: &Path,
    changes: &Changes,
    notice: &mut dyn FnMut(Notice),
) -> io::Result<()> {
    make_folders(api, &Real)?;
    let _lock = lock(api, Access::Write, notice)?;
    let keys = import
        .keys
        .text
        .iter()
        .map(|text| (&import.keys_path, text));
    let texts = import.pages.iter().chain(keys);
    let files = texts
        .map(|(path, text)| Ok((path, read(&api.join(path))?, text)))
        .collect::<io::Result<Vec<_>>>()?;
    let written = files.iter().map(|(path, old, text)| FileChange {
        path,
        old: old.as_deref(),
        new: Some(text.as_bytes()),
    });
    let pages = changes.pages.iter();
    let gone = pages.filter(|page| page.kind == ChangeKind::Gone);
    let gone = gone.map(|page| FileChange {
        path: &page.path,
        old: None,
        new: None,
    });
    let all: Vec<_> = written
        .filter(|file| file.old != file.new)
        .chain(gone)
        .collect();
    if all.is_empty() {
        return Ok(());
    }
    change(api, &all, &Real)
}
