//! `fieldtable completions`.

use clap::CommandFactory;

use crate::cli::args::{Args, Completions};
use crate::cli::stop::Stop;
use crate::cli::terminal::print_data;

/// Prints the completions of a shell.
pub fn run(args: &Completions) -> Result<(), Stop> {
    let mut text = Vec::new();
    let mut command = Args::command();
    clap_complete::generate(args.shell, &mut command, "fieldtable", &mut text);
    let text = String::from_utf8_lossy(&text);
    Ok(print_data(text.trim_end())?)
}
