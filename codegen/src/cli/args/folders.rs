//! Where the specs and the crate are, and how a command says it again.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::program;
use crate::cli::stop::Stop;
use crate::fold::same_name;

/// Where the specs are, and what is said about them.
#[derive(Debug, Args)]
pub struct Specs {
    #[command(flatten)]
    folder: Folder,
    /// Treat warnings as errors: exit status 1 if sources disagree or cannot be read.
    #[arg(long)]
    pub strict: bool,
    /// List all warnings, and the pages without a model; by default six warnings of a cause, of 50
    /// causes, and the rest is counted.
    #[arg(long)]
    pub all_warnings: bool,
}

/// Where the specs are.
#[derive(Debug, Args)]
pub struct Folder {
    /// The folder of the specs [default: specs/ here, or in the nearest folder above that has it]
    #[arg(long = "specs", value_name = "DIR")]
    path: Option<PathBuf>,
}

/// Where the crate is.
#[derive(Debug, Args)]
pub struct Out {
    /// The folder of the generated crate [default: generated/ beside specs/; here, if --specs is given]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Specs {
    /// Those of a folder.
    pub fn at(folder: &Path) -> Self {
        let path = Some(folder.to_owned());
        Self {
            folder: Folder { path },
            strict: false,
            all_warnings: false,
        }
    }

    /// The folder of the specs.
    pub fn folder(&self) -> PathBuf {
        self.folder.path()
    }

    /// Whether the command line names the folder.
    pub fn is_named(&self) -> bool {
        self.folder.path.is_some()
    }

    /// The option that names the folder, with a space before it; empty if none is given.
    pub fn option(&self) -> String {
        self.folder.option()
    }
}

impl Folder {
    /// The folder.
    pub fn path(&self) -> PathBuf {
        let named = self.path.clone();
        named.unwrap_or_else(|| program::home().join("specs"))
    }

    /// The option that names it, with a space before it; empty if none is given.
    pub fn option(&self) -> String {
        option("specs", self.path.as_ref())
    }
}

impl Out {
    /// The folder of the crate that is made of these specs.
    pub fn path(&self, specs: &Specs) -> PathBuf {
        // Specs of elsewhere say nothing of the folder that is nearest.
        let is_here = specs.is_named() && program::workspace().is_none();
        match &self.out {
            Some(path) => path.clone(),
            None if is_here => PathBuf::from("generated"),
            None => program::home().join("generated"),
        }
    }

    /// The option that names it, with a space before it; empty if none is given.
    pub fn option(&self) -> String {
        option("out", self.out.as_ref())
    }
}

fn option(name: &str, value: Option<&PathBuf>) -> String {
    value.map_or_else(String::new, |value| format!(" --{name} {}", word(value)))
}

/// A path as a word of a shell.
pub fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\:._-+~".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        return path;
    }
    format!("'{}'", path.replace('\'', r"'\''"))
}

/// A name that is one folder of the specs, and no other place; nor is it another spelling of one that
/// is there, for the two would be one module.
pub fn check_name(name: &str, specs: &Path) -> Result<(), Stop> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        let message =
            format!("--api: `{name}` is not a valid folder name; use letters, digits, `-` and `_`");
        return Err(Stop::Usage(message));
    }
    let entries = fs::read_dir(specs).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names: Vec<String> = folders
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|known| same_name(known, name))
        .collect();
    match names.first() {
        Some(known) if !names.iter().any(|known| known == name) => {
            let specs = specs.display();
            let message =
                format!("--api: {specs} has `{known}`, and `{name}` would be the same API");
            Err(Stop::Usage(message))
        }
        _ => Ok(()),
    }
}
