//! The command line: arguments, one file a command, exit status. The program `fieldtable` is this,
//! and so is `cargo xtask` of a workspace.

mod args;
mod commands;
mod notices;
mod program;
mod progress;
mod revision;
mod specs;
mod stamp;
mod stop;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

pub use program::Program;

/// Runs the command that the arguments of this process ask for, as that program.
#[must_use]
pub fn main(program: Program) -> ExitCode {
    program.start();
    let args = args::Args::parse();
    terminal::set_form(args.form());
    match commands::run(&args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}
