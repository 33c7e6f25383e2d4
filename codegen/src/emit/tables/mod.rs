//! TODO

pub(crate) mod key_set;
pub(crate) mod union;
