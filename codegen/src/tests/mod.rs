//! Tests of the whole pipeline in memory.

mod atlas;
pub(crate) mod growth;
mod largest_page;
mod memory;
