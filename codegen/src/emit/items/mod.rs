//! Rust items as text.

pub(crate) mod constants;
pub(crate) mod constructors;
pub(crate) mod docs;
pub(crate) mod enums;
pub(crate) mod flags;
pub(crate) mod lints;
pub(crate) mod scope;
mod setters;
pub(crate) mod structs;
pub(crate) mod unions;
pub(crate) mod user_types;
