//! What a crate costs to build.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::crates::Variant;

/// CPU seconds, and the size of the program.
pub struct Cost {
    pub check: f64,
    pub debug: f64,
    pub release: f64,
    pub megabytes: f64,
}

impl Cost {
    /// Builds the dependencies first, then measures the models and the program alone: the least of
    /// several runs, as what else the machine does only adds.
    pub fn measure(variant: &Variant) -> Self {
        let own = ["src/lib.rs", "user.rs"].map(|path| variant.folder.join(path));
        let build = |runs: u32, arguments: &[&str]| {
            let mut least = f64::MAX;
            for _ in 0..runs {
                let texts = own
                    .each_ref()
                    .map(|path| fs::read(path).expect("it was written"));
                for path in &own {
                    fs::write(path, "fn main() {}").expect("it can be written");
                }
                cargo(&variant.folder, arguments);
                for (path, text) in own.iter().zip(texts) {
                    fs::write(path, text).expect("it can be written");
                }
                let before = children();
                cargo(&variant.folder, arguments);
                least = least.min(children() - before);
            }
            least
        };
        let check = build(3, &["check", "--lib"]);
        let debug = build(2, &["build", "--bin", "user"]);
        let release = build(1, &["build", "--release", "--bin", "user"]);
        let program = fs::metadata(variant.program()).expect("the program was built");
        Self {
            check,
            debug,
            release,
            megabytes: program.len() as f64 / 1e6,
        }
    }
}

/// Runs cargo on a crate that was written here.
pub fn cargo(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--quiet")
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-Awarnings")
        .status()
        .expect("cargo runs");
    assert!(
        status.success(),
        "cargo {arguments:?} in {}",
        folder.display()
    );
}

/// CPU seconds of all children that have ended, as Linux counts them: in hundredths.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("measuring needs Linux");
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = fields
        .split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    ticks as f64 / 100.0
}
