//! A package `xtask`, by which this program is `cargo xtask` of a workspace.

use std::fs;
use std::path::Path;

use super::make as make_file;
use super::source::Source;
use crate::cli::stop::Stop;
use crate::cli::terminal::say;

/// What a package `xtask` needs in the file that is at the workspace's root.
struct Needed {
    path: &'static str,
    lines: &'static str,
    /// What a new file says above them.
    about: &'static str,
    is_in: fn(&toml::Table) -> bool,
}

const NEEDED: [Needed; 2] = [
    Needed {
        path: ".cargo/config.toml",
        lines: "[alias]\nxtask = \"run --package xtask --\"\n",
        about: "",
        is_in: |config| {
            let alias = config.get("alias").and_then(|it| it.get("xtask"));
            alias.is_some()
        },
    },
    Needed {
        path: "Cargo.toml",
        lines: "[workspace]\nmembers = [\"xtask\"]\n",
        about: "# Add `generated`, once it is there, and your packages.\n",
        is_in: |manifest| {
            let workspace = manifest.get("workspace");
            let members = workspace.and_then(|it| it.get("members"));
            let mut members = members.and_then(|it| it.as_array()).into_iter().flatten();
            members.any(|it| it.as_str().is_some_and(|it| matches!(it, "xtask" | "*")))
        },
    },
];

const PROGRAM: &str = r#"//! `cargo xtask`: fieldtable, with the folders of this workspace.

use std::path::Path;
use std::process::ExitCode;

use fieldtable::cli::{self, Program};

fn main() -> ExitCode {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = package.parent().unwrap_or(package);
    cli::main(Program::called("cargo xtask").at(workspace))
}
"#;

/// Makes its files. To a file that is there, it says which lines are to be added.
pub fn make(root: &Path, source: &Source<'_>) -> Result<(), Stop> {
    let dependency = source.dependency();
    let manifest = format!(
        "[package]
name = \"xtask\"
version = \"0.1.0\"
edition = \"2024\"
publish = false

[dependencies]
fieldtable = {dependency}
"
    );
    make_file(&root.join("xtask/Cargo.toml"), &manifest)?;
    make_file(&root.join("xtask/src/main.rs"), PROGRAM)?;
    for needed in &NEEDED {
        let path = root.join(needed.path);
        let is_new = make_file(&path, &format!("{}{}", needed.about, needed.lines))?;
        if is_new || has(&path, needed) {
            continue;
        }
        let path = path.display();
        say(&format!("  for `cargo xtask`, add to {path}:"));
        for line in needed.lines.lines() {
            say(&format!("    {line}"));
        }
    }
    Ok(())
}

/// Whether a file has what is needed. Of one that cannot be read, it is not known.
fn has(path: &Path, needed: &Needed) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    let table = text.parse::<toml::Table>();
    table.is_ok_and(|table| (needed.is_in)(&table))
}
