//! Enums whose values are whole numbers on the wire.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use super::unknown_value::UnknownValue;

/// The table of an enum whose values are whole numbers.
pub trait IntegerEnum: Sized {
    /// The enum's name.
    const NAME: &'static str;
    /// The known values as on the wire.
    const VALUES: &'static [i64];

    /// The variant of a known value.
    fn known(value: i64) -> Option<Self>;

    /// The variant that keeps an unknown value; a closed enum has none.
    fn unknown(value: i64) -> Result<Self, i64>;
}

/// The variant of a value.
///
/// # Errors
///
/// When the enum is closed and the value is not one of its own.
pub fn parse<T: IntegerEnum>(value: i64) -> Result<T, UnknownValue> {
    match T::known(value) {
        Some(known) => Ok(known),
        None => T::unknown(value).map_err(|value| UnknownValue {
            name: T::NAME,
            value: value.to_string(),
            known: T::VALUES.iter().map(ToString::to_string).collect(),
        }),
    }
}

/// Reads an enum.
///
/// # Errors
///
/// When the value is no whole number of 64 bits, or unknown to a closed enum.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: IntegerEnum,
    D: Deserializer<'de>,
{
    deserializer.deserialize_i64(Integer(PhantomData))
}

struct Integer<T>(PhantomData<T>);

impl<T: IntegerEnum> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number for {}", T::NAME)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        parse(value).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        let signed = i64::try_from(value)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?;
        self.visit_i64(signed)
    }
}
