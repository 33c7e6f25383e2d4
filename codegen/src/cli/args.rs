//! The words of the command line, and what `--help` says about them.

pub mod folders;
mod help;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::cli::program::{about, called};
use crate::cli::terminal::Form;
use crate::diagnostic::Format;
use folders::{Folder, Out, Specs, word};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "fieldtable",
    bin_name = called(),
    version,
    about = help::ABOUT,
    after_help = help::AFTER
)]
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
    #[command(after_help = about(help::CODEGEN))]
    Codegen(Codegen),
    /// Prints the models as JSON, each fact with its evidence.
    #[command(after_help = about(help::MODEL))]
    Model(Query),
    /// Explains how a model or field was decided.
    #[command(after_help = about(help::EXPLAIN))]
    Explain(Explain),
    /// Lists the APIs, or the models of one.
    #[command(after_help = about(help::LIST))]
    List(List),
    /// Copies the model pages of an SDK into the specs, and the keys that its source uses.
    #[command(after_help = about(help::IMPORT))]
    Import(Import),
    /// Prints what an update of the docs does to the crate, the worst first.
    #[command(after_help = about(help::CHANGES))]
    Changes(Changes),
    /// Prints the JSON Schema (2020-12) of an API's models.
    #[command(after_help = about(help::SCHEMA))]
    Schema(Query),
    /// Prints an API as one page of HTML, to look through in a browser.
    #[command(after_help = about(help::ATLAS))]
    Atlas(Query),
    /// Makes a specs folder with settings to fill in, and a step of CI; overwrites nothing.
    #[command(after_help = about(help::INIT))]
    Init(Init),
    /// Prints what makes a shell complete the words of `fieldtable`.
    #[command(after_help = help::COMPLETIONS)]
    Completions(Completions),
}

/// Arguments of `codegen`.
#[derive(Debug, ClapArgs)]
pub struct Codegen {
    /// Write nothing; print a diff and fail if the crate is out of date.
    #[arg(long)]
    pub check: bool,
    /// With --check, print all diffs, those of missing files too; by default 300 lines of them, and
    /// missing files by name.
    #[arg(long)]
    pub all_diffs: bool,
    /// Print to stderr how long each stage takes, in wall and CPU time, and the peak memory.
    #[arg(long)]
    pub timings: bool,
    #[command(flatten)]
    pub specs: Specs,
    #[command(flatten)]
    out: Out,
}

/// Arguments of `explain`.
#[derive(Debug, ClapArgs)]
pub struct Explain {
    /// The model, a field of it, or an API; `*` is any part of a name. Without it, the APIs in short.
    #[arg(value_name = "MODEL[.FIELD]")]
    pub name: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub query: Query,
}

/// Arguments of `list`.
#[derive(Debug, ClapArgs)]
pub struct List {
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

/// Arguments of `init`.
#[derive(Debug, ClapArgs)]
pub struct Init {
    /// The API's folder in the specs [default: api, if the specs have none]
    #[arg(long, value_name = "NAME")]
    pub api: Option<String>,
    /// Also make a package `xtask`, which is this program as `cargo xtask`.
    #[arg(long)]
    pub xtask: bool,
    /// Where CI and the package `xtask` get fieldtable from: a git URL or a folder.
    #[arg(long, value_name = "SOURCE")]
    pub from: Option<String>,
}

/// Arguments of `completions`.
#[derive(Debug, ClapArgs)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

impl Codegen {
    /// The folder of the generated crate.
    pub fn out(&self) -> PathBuf {
        self.out.path(&self.specs)
    }

    /// The command that writes what this one checks.
    pub fn writing(&self) -> String {
        let (specs, out) = (self.specs.option(), self.out.option());
        format!("{} codegen{specs}{out}", called())
    }
}

impl Import {
    /// The same command with `--force`.
    pub fn forcing(&self) -> String {
        let sdk = word(&self.sdk);
        let specs = self.specs.option();
        let keep = if self.keep { " --keep" } else { "" };
        let api = &self.api;
        format!("{} import {sdk} --api {api}{specs}{keep} --force", called())
    }
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
        assert_eq!(writing("x codegen --check"), "fieldtable codegen");
        assert_eq!(
            writing("x codegen --check --out b --specs a"),
            "fieldtable codegen --specs a --out b"
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
            r"fieldtable import 'the sdk'\''s' --api shop --keep --force"
        );
    }
}
