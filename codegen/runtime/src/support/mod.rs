//! The code that all models share.

#[cfg(feature = "arbitrary")]
pub mod arbitrary;
pub mod enums;
#[cfg(feature = "examples")]
pub mod examples;
#[cfg(feature = "flags")]
pub mod flags;
#[cfg(feature = "schemars")]
pub mod json_schema;
pub mod read;
pub mod record;
pub mod setters;
#[cfg(feature = "json")]
pub mod union;
pub mod values;
pub mod wire;
pub mod write;
