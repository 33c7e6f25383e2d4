//! The program `fieldtable`.

use std::process::ExitCode;

use fieldtable::cli::{self, Program};

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main(Program::called("fieldtable"))
}
