//! Ids that are text of digits.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::support::read::slot::Slot;
use crate::support::wire::scalars::{Scalars, scalars};
use crate::support::wire::{Kind, Wire};
use crate::support::write::piece::Piece;

/// An id that is a text of digits in JSON: `"80351110224678912"`. It is also read from an integer,
/// as which older data has it, and always written as text.
///
/// Ids are ordered by their numbers. A text that is no number of 64 bits is kept as it is, behind
/// all numbers.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Snowflake(Repr);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    /// The number that is written with the same digits.
    Number(u64),
    /// Any other text.
    Text(Box<str>),
}

impl Snowflake {
    /// The id with this number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(Repr::Number(number))
    }

    /// The number, if it is one of 64 bits.
    #[must_use]
    pub const fn as_u64(&self) -> Option<u64> {
        match self.0 {
            Repr::Number(number) => Some(number),
            Repr::Text(_) => None,
        }
    }

    fn of_text(text: &str) -> Self {
        // `007` and `+7` would be written otherwise.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = is_plain && (text == "0" || !text.starts_with('0'));
        let number = if is_plain { text.parse().ok() } else { None };
        Self(number.map_or_else(|| Repr::Text(text.into()), Repr::Number))
    }
}

impl Default for Snowflake {
    fn default() -> Self {
        Self::new(0)
    }
}

impl PartialOrd for Snowflake {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Snowflake {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl fmt::Debug for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => write!(f, "Snowflake({number})"),
            Repr::Text(text) => write!(f, "Snowflake({text:?})"),
        }
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => number.fmt(f),
            Repr::Text(text) => text.fmt(f),
        }
    }
}

impl From<u64> for Snowflake {
    fn from(number: u64) -> Self {
        Self::new(number)
    }
}

impl From<&str> for Snowflake {
    fn from(text: &str) -> Self {
        Self::of_text(text)
    }
}

impl From<String> for Snowflake {
    fn from(text: String) -> Self {
        Self::of_text(&text)
    }
}

impl From<Snowflake> for String {
    fn from(id: Snowflake) -> Self {
        id.to_string()
    }
}

impl FromStr for Snowflake {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::of_text(text))
    }
}

impl Serialize for Snowflake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Snowflake {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrNumber)
    }
}

scalars!(
    Snowflake = Self::new(0), Snowflake, value => match &value.0 {
        Repr::Number(_) => Piece::Shown(value),
        Repr::Text(text) => Piece::Text(text),
    };
);

/// What an id is read from.
struct TextOrNumber;

impl<'de> Visitor<'de> for TextOrNumber {
    type Value = Snowflake;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: a text of digits, or an integer")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Snowflake, E> {
        Ok(Snowflake::of_text(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Snowflake, E> {
        Ok(Snowflake::new(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Snowflake, E> {
        Ok(Snowflake::of_text(&number.to_string()))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Snowflake, E> {
        Ok(Snowflake::of_text(&number.to_string()))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Snowflake, E> {
        Ok(Snowflake::of_text(&number.to_string()))
    }

    /// A number of serde_json with its feature `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Snowflake, A::Error> {
        if map.next_key::<String>()?.as_deref() == Some("$serde_json::private::Number") {
            let digits: String = map.next_value()?;
            let whole = digits.strip_prefix('-').unwrap_or(&digits);
            if whole.bytes().all(|byte| byte.is_ascii_digit()) {
                return Ok(Snowflake::of_text(&digits));
            }
        }
        Err(A::Error::custom(
            "expected an id: a text of digits, or an integer",
        ))
    }
}
