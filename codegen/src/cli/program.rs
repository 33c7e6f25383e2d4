//! Which program this is: how it is called, and where its folders are.

use std::iter;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A program with this command line.
#[derive(Debug, Clone)]
pub struct Program {
    called: String,
    root: Option<PathBuf>,
}

/// The program says it once, before anything else.
static PROGRAM: OnceLock<Program> = OnceLock::new();

impl Program {
    /// A program that one calls so: `fieldtable`, or `cargo xtask`. Its folders are `specs/` and
    /// `generated/` of the working directory, or of the nearest folder above that has `specs/`.
    #[must_use]
    pub fn called(called: &str) -> Self {
        Self {
            called: called.to_owned(),
            root: None,
        }
    }

    /// The same program, whose folders are those of a workspace, wherever it is called.
    #[must_use]
    pub fn at(self, root: &Path) -> Self {
        let root = Some(root.to_owned());
        Self { root, ..self }
    }

    /// Makes it the program of this run.
    pub(crate) fn start(self) {
        let _ = PROGRAM.set(self);
    }
}

/// How this program is called.
pub fn called() -> &'static str {
    PROGRAM.get().map_or("fieldtable", |it| &it.called)
}

/// A text about this program: `{it}` stands for how it is called.
pub fn about(text: &str) -> String {
    text.replace("{it}", called())
}

/// The folder that holds `specs/`, in as few words as the current one allows; empty if that is it.
pub fn home() -> PathBuf {
    let Ok(current) = std::env::current_dir() else {
        return PathBuf::new();
    };
    match workspace() {
        Some(root) => from(&current, root),
        None => nearest(&current).map_or_else(PathBuf::new, |root| from(&current, root)),
    }
}

/// The folder whose folders this program uses wherever it is called.
pub fn workspace() -> Option<&'static Path> {
    PROGRAM.get().and_then(|it| it.root.as_deref())
}

/// The folder itself, or the nearest above it, that has `specs/`.
fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|it| it.join("specs").is_dir())
}

/// The way from one folder to another, if one of them is in the other.
fn from(current: &Path, root: &Path) -> PathBuf {
    match (root.strip_prefix(current), current.strip_prefix(root)) {
        (Ok(below), _) => below.to_owned(),
        (_, Ok(above)) => iter::repeat_n("..", above.components().count()).collect(),
        _ => root.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_short() {
        let way = |current: &str, root: &str| from(Path::new(current), Path::new(root));
        assert_eq!(way("/a", "/a"), Path::new(""));
        assert_eq!(way("/a/b/c", "/a"), Path::new("../.."));
        assert_eq!(way("/a", "/a/b"), Path::new("b"));
        assert_eq!(way("/a/c", "/a/b"), Path::new("/a/b"));
    }

    #[test]
    fn the_nearest_folder_with_specs_is_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        std::fs::create_dir_all(at("a/specs/shop")).unwrap();
        std::fs::create_dir_all(at("a/b/c/specs")).unwrap();
        let found = |path: &str| nearest(&at(path)).map(Path::to_owned);
        assert_eq!(found("a/b"), Some(at("a")));
        assert_eq!(found("a/specs/shop"), Some(at("a")));
        assert_eq!(found("a/b/c"), Some(at("a/b/c")));
    }
}
