//! What takes long: pages damaged at every byte, and every character that acts. Not part of `cargo test`;
//! `.ci/run` runs it, and so does
//!
//! ```text
//! cargo test --package fieldtable --test long
//! ```

mod clean_text;
mod damaged_pages;
