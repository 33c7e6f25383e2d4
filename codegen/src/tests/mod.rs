//! Tests of the whole pipeline in memory.

pub(crate) mod growth;
