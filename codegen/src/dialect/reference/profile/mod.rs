//! The words, marks and patterns by which a reference is read: `[reference]`, and its default.

pub(crate) use crate::config::reference::*;
