//! `cargo xtask`: the command line of fieldtable, with the folders of this workspace.

use std::path::Path;
use std::process::ExitCode;

use fieldtable::cli::{self, Program};

fn main() -> ExitCode {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = package.parent().unwrap_or(package);
    cli::main(Program::called("cargo xtask").at(workspace))
}
