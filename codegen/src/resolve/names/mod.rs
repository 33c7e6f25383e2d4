//! TODO

pub(crate) mod assign;
pub(crate) mod rust;
pub(crate) mod wire_case;
pub(crate) mod words;
