//! From a page and the vocabulary of its language to claims.

pub(crate) mod fields;
pub(crate) mod members;
pub(crate) mod model;
pub(crate) mod model_name;
pub(crate) mod nullability;
pub(crate) mod tags;
pub(crate) mod type_cell;
pub(crate) mod type_meaning;
pub(crate) mod usage;
pub(crate) mod values;
