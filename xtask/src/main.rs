//! The command line of fieldtable.

mod args;
mod commands;
mod notices;
mod revision;
mod specs;
mod stop;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    terminal::set_form(args.form());
    match commands::run(&args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.report(),
    }
}
