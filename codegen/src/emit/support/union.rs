//! Values of one of several types. The variant is decided from what can be seen of the value, not
//! found by trying one after the other.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::decode::{Error, Tracked};
use super::shape::{Shape, choose};

/// The table of a union.
pub trait Union: Sized {
    /// The union's name.
    const NAME: &'static str;
    /// The key whose value names the variant.
    const TAG: Option<&'static str>;
    /// The variants and how each is known.
    const VARIANTS: &'static [(&'static str, Shape)];

    /// The value as the variant of that index; past the last it is kept undecoded.
    fn decode(variant: usize, value: Value) -> Result<Self, Error>;
}

/// Reads a union.
///
/// # Errors
///
/// When the value does not decode as the variant that was chosen; names both.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Union,
    D: Deserializer<'de>,
{
    let value = Value::deserialize(deserializer)?;
    let chosen = choose(T::TAG, T::VARIANTS, &value).unwrap_or(T::VARIANTS.len());
    T::decode(chosen, value).map_err(|error| {
        let variant = T::VARIANTS.get(chosen).map_or("", |(name, _)| name);
        D::Error::custom(format_args!("{} read as {variant}: {error}", T::NAME))
    })
}

/// Reads the payload of a variant.
///
/// # Errors
///
/// When the value is no `T`; says where inside it.
pub fn payload<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    T::deserialize(Tracked(value))
}
