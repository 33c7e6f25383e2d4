//! Corrections that need all pages of an SDK.

pub(crate) mod globals;
pub(crate) mod page_names;
pub(crate) mod sdk_models;
pub(crate) mod source_keys;
pub(crate) mod union_members;
pub(crate) mod uploads;
pub(crate) mod wrapped_examples;
pub(crate) mod wrapped_results;
