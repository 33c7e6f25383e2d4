//! What takes long: crates that are written and built, and pages damaged at every byte. Not part of
//! `cargo test`; `.ci/run` runs it, and so does
//!
//! ```text
//! cargo test --package tests --test long
//! ```

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

mod broken_model;
mod cut;
mod evolution;
mod installed;
mod library;
mod names;
mod newcomer;
mod robustness;
mod two_crates;
mod unions;

/// Where cargo builds the crates: one folder, for what they depend on is the same.
const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/emitted");
