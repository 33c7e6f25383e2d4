//! What the crates of whole pages are.

mod deep;
mod growth;
