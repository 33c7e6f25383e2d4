//! Tests of the whole pipeline in memory.

mod atlas;
pub(crate) mod growth;
mod memory;
