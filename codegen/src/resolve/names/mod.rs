//! Spellings: of models and fields in Rust, and of keys on the wire.

pub(crate) mod assign;
pub(crate) mod case_votes;
pub(crate) mod files;
pub(crate) mod rust;
pub(crate) mod variants;
pub(crate) mod wire_case;
pub(crate) mod words;
