//! The program `fieldtable`.

use std::process::ExitCode;

use fieldtable::cli::{self, Program};

fn main() -> ExitCode {
    cli::main(Program::called("fieldtable"))
}
