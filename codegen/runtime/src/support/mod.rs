//! What the models share.

#[cfg(feature = "arbitrary")]
pub mod arbitrary;
pub mod integer_enum;
#[cfg(feature = "schemars")]
pub mod json_schema;
pub mod read;
pub mod record;
pub mod text_enum;
pub mod union;
pub mod values;
pub mod wire;
pub mod write;
