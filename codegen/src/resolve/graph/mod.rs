//! Passes over all models, in the order in which `resolve` runs them.

pub(crate) mod alias_cycles;
pub(crate) mod boxing;
pub(crate) mod copies;
pub(crate) mod guessed_keys;
pub(crate) mod missing_pages;
pub(crate) mod numbered;
pub(crate) mod one_of_required;
pub(crate) mod purpose;
pub(crate) mod replacement;
pub(crate) mod select;
pub(crate) mod similarity;
pub(crate) mod traits;
pub(crate) mod unions;
