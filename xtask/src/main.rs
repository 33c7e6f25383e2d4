//! `cargo xtask`: the command line of fieldtable, with the folders of this workspace.

use std::path::Path;
use std::process::ExitCode;

use fieldtable::cli::{self, Program};

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = package.parent().unwrap_or(package);
    cli::main(Program::called("cargo xtask").at(workspace))
}
