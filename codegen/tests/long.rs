//! What takes long: pages damaged at every byte, and every character that acts. Not part of `cargo test`;
//! `.ci/run` runs it, and so does
//!
//! ```text
//! cargo test --package fieldtable --test long
//! ```

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

mod clean_text;
mod damaged_pages;
