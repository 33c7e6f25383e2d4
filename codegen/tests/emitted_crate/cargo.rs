//! Cargo's commands on a crate that was written.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::turns::turn;

pub fn clippy(folder: &Path, arguments: &[&str]) {
    cargo(folder, &[&["clippy", "--offline"], arguments].concat());
}

/// The versions of this workspace, whatever else is in the registry. Whoever has built the
/// workspace alone lacks some of what the crate depends on.
pub fn lock(folder: &Path) {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    let fetch = |arguments: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["fetch", "--quiet"]).args(arguments);
        cargo.current_dir(folder).output().unwrap().status.success()
    };
    assert!(fetch(&["--offline"]) || fetch(&[]), "no dependencies");
}

pub fn cargo(folder: &Path, arguments: &[&str]) {
    let _turn = turn(folder);
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("emitted");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        // Built once: what only a debugger or a second build needs is left out.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo {}\n{}{}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
