//! Numbers that are written back as they were read.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::digits::{self, AsText, Digits};
use crate::support::read::{error_path, slot};

/// A number of which the docs do not say whether it is an integer. It is written with the digits
/// with which it was read from JSON: `3` stays `3`, `0.10` stays `0.10`, whatever their number.
///
/// Numbers are equal if they are written with the same digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// An integer of 64 bits, or a float of few digits: see [`Digits`].
    Plain(serde_json::Number),
    /// The digits of any other number.
    Digits(Box<str>),
}

impl Number {
    /// A number from a float; `None` if it is infinite or NaN, which JSON cannot express.
    pub fn from_f64(value: f64) -> Option<Self> {
        serde_json::Number::from_f64(value).map(Self::from)
    }

    fn plain(number: serde_json::Number) -> Self {
        Self(Repr::Plain(number))
    }

    /// The number with the digits of a number in JSON.
    fn of_digits(digits: &str) -> Self {
        let plain = match Digits::of(digits) {
            Digits::Unsigned(number) => Some(number.into()),
            Digits::Signed(number) => Some(number.into()),
            Digits::Float(float) => serde_json::Number::from_f64(float),
            Digits::Others => None,
        };
        plain.map_or_else(|| Self(Repr::Digits(digits.into())), Self::plain)
    }

    /// The integer, if it is one and fits.
    pub fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Plain(number) => number.as_i64(),
            Repr::Digits(_) => None,
        }
    }

    /// The integer, if it is one and fits.
    pub fn as_u64(&self) -> Option<u64> {
        match &self.0 {
            Repr::Plain(number) => number.as_u64(),
            Repr::Digits(_) => None,
        }
    }

    /// The nearest float; infinite for a number that is too large.
    pub fn as_f64(&self) -> f64 {
        match &self.0 {
            Repr::Plain(number) => number.as_f64().unwrap_or(f64::NAN),
            Repr::Digits(digits) => digits.parse().unwrap_or(f64::NAN),
        }
    }
}

impl Default for Number {
    fn default() -> Self {
        Self::from(0_u8)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Plain(number) => number.fmt(f),
            Repr::Digits(digits) => f.write_str(digits),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Plain(number) => number.serialize(serializer),
            Repr::Digits(digits) => digits::write(digits, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut number = Self::default();
        read(deserializer, &mut number)?;
        Ok(number)
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {
        $(impl From<$integer> for Number {
            fn from(value: $integer) -> Self {
                Self::plain(value.into())
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

/// The error for a text that is no number in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number in JSON")
    }
}

impl std::error::Error for NotANumber {}

impl FromStr for Number {
    type Err = NotANumber;

    /// The number with these digits, which it keeps: `"0.10".parse()`.
    fn from_str(digits: &str) -> Result<Self, NotANumber> {
        let number = digits::is_number(digits).then(|| Self::of_digits(digits));
        number.ok_or(NotANumber)
    }
}

impl From<serde_json::Number> for Number {
    fn from(value: serde_json::Number) -> Self {
        Self::of_digits(&value.to_string())
    }
}

/// The nearest number that `serde_json` can hold, which has all digits with its feature
/// `arbitrary_precision`.
impl From<Number> for serde_json::Number {
    fn from(value: Number) -> Self {
        match value.0 {
            Repr::Plain(number) => number,
            Repr::Digits(digits) => digits.parse().unwrap_or_else(|_| {
                let largest = if digits.starts_with('-') {
                    f64::MIN
                } else {
                    f64::MAX
                };
                Self::from_f64(largest).unwrap_or_else(|| 0.into())
            }),
        }
    }
}

/// Reads a number; with all its digits, if the format has them.
///
/// # Errors
///
/// If it is no number.
pub fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    place: &mut Number,
) -> Result<(), D::Error> {
    if digits::are_given::<D>() {
        deserializer.deserialize_newtype_struct(digits::TEXT, PutNumber(place))
    } else {
        deserializer.deserialize_any(PutNumber(place))
    }
}

/// Stores a number with all its digits.
struct PutNumber<'a>(&'a mut Number);

impl PutNumber<'_> {
    fn put<E>(self, number: Number) -> Result<(), E> {
        slot::put(self.0, number);
        Ok(())
    }
}

macro_rules! put_number {
    ($($visit:ident($ty:ty) $number:ident => $taken:expr;)*) => {
        $(
            #[inline]
            fn $visit<E: Error>(self, $number: $ty) -> Result<(), E> {
                match $taken {
                    Some(number) => self.put(Number::from(number)),
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
        visit_f64(f64) number => serde_json::Number::from_f64(number);
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.put(Number::of_digits(&number.to_string()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.put(Number::of_digits(&number.to_string()))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, number: D) -> Result<(), D::Error> {
        number.deserialize_any(self)
    }

    /// The map with the digits.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let key = map.next_key_seed(AsText)?;
        if !matches!(key.as_deref(), Some(digits::TEXT | digits::NUMBER)) {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        }
        let text = map.next_value_seed(AsText)?;
        if text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            self.put(Number::of_digits(&text))
        } else {
            Err(A::Error::invalid_type(digits::unexpected(&text), &self))
        }
    }
}
