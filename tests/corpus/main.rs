//! Tests on real SDK docs, which are not part of the repository.
//!
//! All are ignored unless they are asked for. Asked for where the docs are absent, they fail.
//!
//! ```text
//! cargo test --package tests --test corpus -- --ignored                               all: minutes
//! cargo test --package tests --test corpus -- --ignored --skip builds_of_every_folder --skip openrouter::
//! ```
//!
//! The docs lie in the folders `corpus/`, `reference/` and `seeds/` of `../shared`, or of the folder
//! that the variable [`PLACE`] names.

mod changes;
mod folders;
mod languages;
mod openrouter;
mod reference_pages;
mod references;
mod robustness;
mod seeds;
mod versions;
mod witnesses;

use std::path::PathBuf;

/// The variable that names another place than `../shared`.
const PLACE: &str = "FIELDTABLE_SHARED";

/// A folder of the docs: `corpus/dub`.
fn shared(folder: &str) -> PathBuf {
    let root = match std::env::var_os(PLACE) {
        Some(root) => PathBuf::from(root),
        None => tests::repository().join("../shared"),
    };
    let path = root.join(folder);
    assert!(
        path.is_dir(),
        "this test needs the folder {}, which is not there; {PLACE} names another place than ../shared",
        path.display()
    );
    path
}
