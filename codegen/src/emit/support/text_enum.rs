//! Enums whose values are text on the wire.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::unknown_value::UnknownValue;

/// The table of an enum whose values are text.
pub trait TextEnum: Sized {
    /// The enum's name.
    const NAME: &'static str;
    /// The known values as on the wire.
    const VALUES: &'static [&'static str];

    /// The variant of a known value.
    fn known(value: &str) -> Option<Self>;

    /// The variant that keeps an unknown value; a closed enum has none.
    fn unknown(value: String) -> Result<Self, String>;
}

/// The variant of a value.
///
/// # Errors
///
/// When the enum is closed and the value is not one of its own.
pub fn parse<T: TextEnum>(value: String) -> Result<T, UnknownValue> {
    match T::known(&value) {
        Some(known) => Ok(known),
        None => T::unknown(value).map_err(|value| UnknownValue {
            name: T::NAME,
            value: format!("{value:?}"),
            known: T::VALUES.iter().map(|known| format!("{known:?}")).collect(),
        }),
    }
}

/// Reads an enum.
///
/// # Errors
///
/// When the value is no text, or unknown to a closed enum.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TextEnum,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(Text(PhantomData))
}

struct Text<T>(PhantomData<T>);

impl<T: TextEnum> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", T::NAME)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        match T::known(value) {
            Some(known) => Ok(known),
            None => self.visit_string(value.to_owned()),
        }
    }

    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        parse(value).map_err(E::custom)
    }
}
