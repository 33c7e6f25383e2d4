//! The commands, one a file.

mod changes;
mod codegen;
mod explain;
mod import;
mod model;
mod schema;

use crate::args::Command;
use crate::stop::Stop;

/// Runs a command.
pub fn run(command: &Command) -> Result<(), Stop> {
    match command {
        Command::Changes(args) => changes::run(args),
        Command::Codegen(args) => codegen::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Import(args) => import::run(args),
        Command::Model(args) => model::run(args),
        Command::Schema(args) => schema::run(args),
    }
}
