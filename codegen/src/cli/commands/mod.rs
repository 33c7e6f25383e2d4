//! The commands, one a file.

mod atlas;
mod changes;
mod codegen;
mod completions;
mod explain;
mod import;
mod init;
mod list;
mod model;
mod schema;

use crate::cli::args::Command;
use crate::cli::stop::Stop;

/// Runs a command.
pub fn run(command: &Command) -> Result<(), Stop> {
    match command {
        Command::Atlas(args) => atlas::run(args),
        Command::Changes(args) => changes::run(args),
        Command::Codegen(args) => codegen::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Import(args) => import::run(args),
        Command::Init(args) => init::run(args),
        Command::List(args) => list::run(args),
        Command::Model(args) => model::run(args),
        Command::Schema(args) => schema::run(args),
    }
}
