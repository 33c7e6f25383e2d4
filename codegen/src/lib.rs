//! Fieldtable reads the markdown field tables in which vendors document their
//! APIs, on pages of SDKs and in references that people write, and writes a crate
//! of serde models with the round-trip tests that prove them.
//!
//! The pipeline, each arrow one function from one type to the next:
//!
//! ```text
//! files ─ read ─▶ pages ─ dialect ─▶ claims ─ resolve ─▶ model ─ emit ─▶ crate files ─ write | check
//! ```
//!
//! Four calls are all of it: [`read()`], [`describe()`], [`emit()`], and [`write()`] or [`check()`].
//! `docs/library.md` has recipes for a build script and for an xtask of one's own.

// The ground: files and places, findings, values. Nothing here knows of docs.
pub mod clean;
pub mod diagnostic;
pub(crate) mod fold;
pub mod language;
pub mod literal;
pub mod map;
pub(crate) mod parallel;
pub mod source;
pub mod suggest;
pub mod timings;
pub(crate) mod work;

// 1. Read.
pub mod config;
pub mod input;
pub mod page;

// 2. What sources say.
pub mod claim;
pub mod dialect;
pub mod keys;
pub mod sample;
pub mod sdk_source;

// 3. Decide.
mod merged;
pub mod model;
pub mod resolve;

// 4. Products of the model.
pub mod atlas;
pub mod changes;
pub mod emit;
pub mod explain;
pub mod schema;
pub mod summary;

// 1 to 3, one after the other.
mod description;

// 5. Disk.
pub mod import;
pub mod output;

// All of it, by words.
#[cfg(feature = "cli")]
pub mod cli;

#[cfg(test)]
mod tests;

// Four calls.
pub use description::{Description, describe, describe_timed, emit};
pub use input::read;
pub use output::{check, write};
