//! Where others get fieldtable from.

use std::path::Path;

use crate::cli::args::folders::word;

/// A git URL, a folder, or nothing that we know.
pub enum Source<'a> {
    Git(&'a str),
    Folder(&'a str),
    Unknown,
}

impl<'a> Source<'a> {
    /// What the command line says, else where the package says that it comes from.
    pub fn of(said: Option<&'a str>) -> Self {
        match said {
            Some(path) if Path::new(path).is_dir() => Self::Folder(path),
            Some(url) => Self::Git(url),
            None => match env!("CARGO_PKG_REPOSITORY") {
                "" => Self::Unknown,
                url => Self::Git(url),
            },
        }
    }

    /// The command that installs the program.
    pub fn install(&self) -> String {
        match self {
            Self::Git(url) => format!(
                "cargo install --locked --git {} fieldtable",
                word(Path::new(url))
            ),
            Self::Folder(path) => {
                format!("cargo install --locked --path {}", word(Path::new(path)))
            }
            Self::Unknown => "cargo install --locked --git URL fieldtable".to_owned(),
        }
    }

    /// The dependency of a package in the folder `xtask`.
    pub fn dependency(&self) -> String {
        let table = |key: &str, value: &str| format!("{{ {key} = {} }}", toml::Value::from(value));
        match self {
            Self::Git(url) => table("git", url),
            Self::Folder(path) if Path::new(path).is_absolute() => table("path", path),
            Self::Folder(path) => table("path", &format!("../{path}")),
            Self::Unknown => table("git", "URL"),
        }
    }
}
