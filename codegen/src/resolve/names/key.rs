//! Names without what their spellings differ in.

pub(crate) use crate::fold::fold_name;
