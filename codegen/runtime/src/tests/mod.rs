//! Tests of the runtime, on models written by hand as the generator writes them.

#[allow(unsafe_code, reason = "an allocator cannot do without")]
#[path = "../../../tests/emitted_crate/counting.rs"]
mod counting;
#[cfg(feature = "json")]
mod deep;
mod models;

mod enums;
mod error_paths;
#[cfg(feature = "examples")]
mod examples;
#[cfg(feature = "flags")]
mod flags;
#[cfg(feature = "foreign")]
mod foreign;
mod formats;
mod keys;
mod memory;
mod setters;
mod structs;
#[cfg(any(feature = "beside", feature = "json"))]
mod unions;
mod values;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value that a text is read as.
fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// What is wrong with a text.
fn error<T: DeserializeOwned + Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).unwrap_err().to_string()
}

fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// What is read is written as it was.
#[track_caller]
fn goes_back<T: DeserializeOwned + Serialize>(json: &str) {
    assert_eq!(write(&read::<T>(json)), json);
}
