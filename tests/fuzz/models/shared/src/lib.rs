//! Written by `../emit.rs`.
#![recursion_limit = "512"]
#![allow(deprecated, missing_docs, clippy::all)]

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

/// The schemas of the models, by API.
pub const SCHEMAS: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

include!(concat!(env!("OUT_DIR"), "/models.rs"));
