//! Numbers that are written back as they were read.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::support::read::{error_path, slot};

/// A number of which the docs do not say whether it is an integer: `3` stays `3`, `0.5` stays
/// `0.5`, and 64-bit integers keep all digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(serde_json::Number);

impl Number {
    /// A number from a float; `None` if it is infinite or NaN, which JSON cannot express.
    pub fn from_f64(value: f64) -> Option<Self> {
        serde_json::Number::from_f64(value).map(Self)
    }

    /// The integer, if it is one and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The integer, if it is one and fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    /// The nearest float.
    pub fn as_f64(&self) -> f64 {
        self.0.as_f64().unwrap_or(f64::NAN)
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::from(0_u8)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut number = Self::default();
        deserializer.deserialize_any(PutNumber(&mut number))?;
        Ok(number)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {
        $(impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                Self(value.into())
            }
        })*
    };
}

from_integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

/// The error for a float that JSON cannot express: infinite or NaN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFinite;

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON number is finite")
    }
}

impl std::error::Error for NotFinite {}

impl TryFrom<f64> for Number {
    type Error = NotFinite;

    fn try_from(value: f64) -> Result<Self, NotFinite> {
        Self::from_f64(value).ok_or(NotFinite)
    }
}

impl TryFrom<f32> for Number {
    type Error = NotFinite;

    fn try_from(value: f32) -> Result<Self, NotFinite> {
        Self::try_from(f64::from(value))
    }
}

impl From<serde_json::Number> for Number {
    fn from(value: serde_json::Number) -> Self {
        Self(value)
    }
}

impl From<Number> for serde_json::Number {
    fn from(value: Number) -> Self {
        value.0
    }
}

/// Stores a number with all its digits.
pub struct PutNumber<'a>(pub &'a mut Number);

macro_rules! put_number {
    ($($visit:ident($ty:ty) $number:ident => $taken:expr;)*) => {
        $(
            #[inline]
            fn $visit<E: Error>(self, $number: $ty) -> Result<(), E> {
                match $taken {
                    Some(number) => {
                        slot::put(self.0, Number::from(number));
                        Ok(())
                    }
                    None => Err(error_path::invalid("JSON number out of range")),
                }
            }
        )*
    };
}

impl<'de> Visitor<'de> for PutNumber<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON number")
    }

    put_number! {
        visit_i64(i64) number => Some(number);
        visit_u64(u64) number => Some(number);
        visit_i128(i128) number => serde_json::Number::from_i128(number);
        visit_u128(u128) number => serde_json::Number::from_u128(number);
        visit_f64(f64) number => serde_json::Number::from_f64(number);
    }

    /// The map that serde_json, with its feature `arbitrary_precision`, gives for a number.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match serde_json::Number::deserialize(MapAccessDeserializer::new(map)) {
            Ok(number) => {
                slot::put(self.0, Number::from(number));
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
