//! The words of the command line, and what `--help` says about them.

mod help;

use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use fieldtable::diagnostic::Format;

use crate::terminal::Form;
use help::{ABOUT, AFTER, CHANGES, CODEGEN, EXPLAIN, IMPORT, MODEL, SCHEMA};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", about = ABOUT, after_help = AFTER)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// How messages are printed to stderr: for a person, as one JSON object a line, or as GitHub's
    /// annotations.
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text")]
    format: MessageFormat,
    /// Print only errors and warnings to stderr.
    #[arg(long, short, global = true)]
    quiet: bool,
}

/// The forms of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum MessageFormat {
    Text,
    Json,
    Github,
}

impl Args {
    /// In which form messages are printed.
    pub fn form(&self) -> Form {
        Form {
            format: match self.format {
                MessageFormat::Text => Format::Text,
                MessageFormat::Json => Format::Json,
                MessageFormat::Github => Format::Github,
            },
            is_quiet: self.quiet,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes the crate, or checks that it is up to date.
    #[command(after_help = CODEGEN)]
    Codegen(Codegen),
    /// Prints the models as JSON, each fact with its evidence.
    #[command(after_help = MODEL)]
    Model(Query),
    /// Explains how a model or field was decided.
    #[command(after_help = EXPLAIN)]
    Explain(Explain),
    /// Copies the model pages of an SDK into the specs, and the keys that its source uses.
    #[command(after_help = IMPORT)]
    Import(Import),
    /// Prints what an update of the docs does to the crate, the worst first.
    #[command(after_help = CHANGES)]
    Changes(Changes),
    /// Prints the JSON Schema (2020-12) of an API's models.
    #[command(after_help = SCHEMA)]
    Schema(Query),
}

/// Arguments of `codegen`.
#[derive(Debug, ClapArgs)]
pub struct Codegen {
    /// Write nothing; print a diff and fail if the crate is out of date.
    #[arg(long)]
    pub check: bool,
    /// Print to stderr how long each stage takes, in wall and CPU time, and the peak memory.
    #[arg(long)]
    pub timings: bool,
    #[command(flatten)]
    pub specs: Specs,
    /// The folder of the generated crate [default: generated/ of this workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// The model, or a field of it; `*` is any part of a name. Without it, the API.
    #[arg(value_name = "MODEL[.FIELD]")]
    pub name: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub query: Query,
}

/// Arguments of `import`.
#[derive(Debug, ClapArgs)]
pub struct Import {
    /// A checkout of an SDK.
    #[arg(value_name = "PATH")]
    pub sdk: PathBuf,
    /// The API's folder in the specs; created if missing.
    #[arg(long, value_name = "NAME")]
    pub api: String,
    /// Replace pages that differ, and remove those that the SDK no longer has.
    #[arg(long)]
    pub force: bool,
    /// Keep pages that the SDK no longer has.
    #[arg(long)]
    pub keep: bool,
    /// List every page that is changed or left out, and every warning about source files; by
    /// default, all pages that are gone, the first 20 of the other changes and of the warnings, and
    /// the rest is counted.
    #[arg(long)]
    pub all_warnings: bool,
    #[command(flatten)]
    pub specs: Folder,
}

/// Arguments of `changes`.
#[derive(Debug, ClapArgs)]
pub struct Changes {
    /// The specs before: a folder, or a git revision.
    pub old: String,
    /// The specs after: a folder, or a git revision [default: the folder of the specs]
    pub new: Option<String>,
    /// Exit with status 1 if there is a change that matters as much, or more.
    #[arg(long, value_name = "SEVERITY")]
    pub deny: Option<Deny>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// Compare only this API, a folder of the specs.
    #[arg(long, value_name = "NAME")]
    pub api: Option<String>,
    #[command(flatten)]
    pub specs: Folder,
}

/// How much a change matters, the worst first.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Deny {
    Reading,
    Building,
    Adds,
    Docs,
}

/// Arguments of the commands that print.
#[derive(Debug, ClapArgs)]
pub struct Query {
    #[command(flatten)]
    pub specs: Specs,
    /// Read only this API, a folder of the specs.
    #[arg(long, value_name = "NAME")]
    pub api: Option<String>,
}

/// Where the specs are, and what is said about them.
#[derive(Debug, ClapArgs)]
pub struct Specs {
    #[command(flatten)]
    folder: Folder,
    /// Treat warnings as errors: exit status 1 if sources disagree or cannot be read.
    #[arg(long)]
    pub strict: bool,
    /// Print all warnings, and the pages without a model; by default the first 50 warnings are
    /// printed and the rest is counted.
    #[arg(long)]
    pub all_warnings: bool,
}

/// Where the specs are.
#[derive(Debug, ClapArgs)]
pub struct Folder {
    /// The folder of the specs [default: specs/ of this workspace]
    #[arg(long = "specs", value_name = "DIR")]
    path: Option<PathBuf>,
}

impl Codegen {
    /// The folder of the generated crate.
    pub fn out(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| workspace("generated"))
    }

    /// The command that writes what this one checks.
    pub fn writing(&self) -> String {
        let specs = option("specs", self.specs.folder.path.as_ref());
        let out = option("out", self.out.as_ref());
        format!("cargo xtask codegen{specs}{out}")
    }
}

impl Import {
    /// The same command with `--force`.
    pub fn forcing(&self) -> String {
        let sdk = word(&self.sdk);
        let specs = option("specs", self.specs.path.as_ref());
        let keep = if self.keep { " --keep" } else { "" };
        let api = &self.api;
        format!("cargo xtask import {sdk} --api {api}{specs}{keep} --force")
    }
}

/// An option of a command, with a space before it; empty if it is not given.
fn option(name: &str, value: Option<&PathBuf>) -> String {
    value.map_or_else(String::new, |value| format!(" --{name} {}", word(value)))
}

/// A path as a word of a shell.
fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\:._-+~".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        return path;
    }
    format!("'{}'", path.replace('\'', r"'\''"))
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
}

impl Folder {
    /// The folder.
    pub fn path(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(|| workspace("specs"))
    }
}

/// A folder of this workspace, in as few words as the current folder allows.
fn workspace(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.parent().unwrap_or(here).join(name);
    let current = std::env::current_dir().ok();
    let short = current.and_then(|current| folder.strip_prefix(current).ok().map(Path::to_owned));
    short.unwrap_or(folder)
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Args, Command};

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_check_names_the_command_that_repairs() {
        let writing = |line: &str| match Args::parse_from(line.split(' ')).command {
            Command::Codegen(args) => args.writing(),
            other => panic!("{other:?}"),
        };
        assert_eq!(writing("x codegen --check"), "cargo xtask codegen");
        assert_eq!(
            writing("x codegen --check --out b --specs a"),
            "cargo xtask codegen --specs a --out b"
        );
    }

    #[test]
    fn a_refused_import_names_the_command_that_goes_on() {
        let line = ["x", "import", "the sdk's", "--api", "shop", "--keep"];
        let Command::Import(args) = Args::parse_from(line).command else {
            panic!("another command");
        };
        assert_eq!(
            args.forcing(),
            r"cargo xtask import 'the sdk'\''s' --api shop --keep --force"
        );
    }
}
