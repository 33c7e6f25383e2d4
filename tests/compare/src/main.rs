//! Builds the same models three ways and prints what each costs, as ratios.
//!
//! ```text
//! cargo run --release --manifest-path tests/compare/Cargo.toml [API/LANGUAGE … | micro]
//! ```
//!
//! The three: our shared impls, our structs with serde's derives, and typify from our schema.
//! Without arguments the corpus folders are measured that are there, else the shipped specs. Before
//! them, always, unions and enums against serde's derives; `micro` alone measures nothing else.

mod cost;
mod crates;
mod micro;
mod program;
mod typified;

use std::path::{Path, PathBuf};

use cost::Cost;
use crates::Variant;

/// What is measured where nothing is named.
const FOLDERS: &[&str] = &[
    "hathora/typescript",
    "dub/typescript",
    "openrouter/typescript",
];

fn main() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named: Vec<String> = std::env::args().skip(1).collect();
    let mut folders: Vec<PathBuf> = if named.is_empty() {
        FOLDERS.iter().map(|&folder| folder.into()).collect()
    } else {
        named
            .iter()
            .filter(|name| *name != "micro")
            .map(PathBuf::from)
            .collect()
    };
    let mut root = repository.join("../shared/corpus");
    if !root.is_dir() {
        println!("no corpus beside the repository: measuring the shipped specs");
        root = repository.join("specs");
        folders = vec!["hathora/typescript".into()];
    }
    let work = repository.join("target/compare");
    micro::compare(&work);
    for folder in folders {
        compare(&root, &folder, &work);
    }
}

fn compare(root: &Path, folder: &Path, work: &Path) {
    println!("\n== {}", folder.display());
    let Some(api) = crates::describe(root, folder) else {
        println!("skipped: there are no pages");
        return;
    };
    let work = work.join(folder);
    let variants = crates::write(&api, &work);
    let costs: Vec<Cost> = variants.iter().map(Cost::measure).collect();
    let row = |what: &str, unit: &str, of: fn(&Cost) -> f64| {
        let ours = of(&costs[0]);
        let cells: Vec<_> = variants
            .iter()
            .zip(&costs)
            .map(|(Variant { name, .. }, cost)| {
                let value = of(cost);
                format!("{name} {value:.2} {unit} (ours/it {:.2})", ours / value)
            })
            .collect();
        println!("{what:<28} {}", cells.join(" | "));
    };
    row("cargo check, CPU", "s", |cost| cost.check);
    row("debug build, CPU", "s", |cost| cost.debug);
    row("release build, CPU", "s", |cost| cost.release);
    row("stripped release binary", "MB", |cost| cost.megabytes);
    program::throughput(&variants);
}
