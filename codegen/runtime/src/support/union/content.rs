//! A value that is held until it is known what to read it as.

use std::borrow::Cow;
use std::fmt;

use serde::de::DeserializeSeed;

use super::choose::Scalar;
use crate::support::read::slot::{self, Slot};

/// A value of a self-describing format, its keys in the order in which they came.
#[derive(Debug)]
pub enum Content<'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number below zero, or any that came as signed.
    Signed(i64),
    /// A whole number.
    Unsigned(u64),
    /// A number.
    Float(f64),
    /// Text.
    Text(Cow<'de, str>),
    /// Bytes, which JSON does not have.
    Bytes(Cow<'de, [u8]>),
    /// A list.
    Array(Vec<Content<'de>>),
    /// An object.
    Object(Vec<Entry<'de>>),
}

/// A key of an object, and its value.
pub type Entry<'de> = (Cow<'de, str>, Content<'de>);

/// The only key of what serde_json, with its feature `arbitrary_precision`, makes of a number.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Content<'de> {
    /// An object, or the number that it stands for.
    pub fn object(entries: Vec<Entry<'de>>) -> Self {
        if let [(key, Self::Text(digits))] = &entries[..]
            && key == NUMBER
            && let Some(number) = Self::number(digits)
        {
            return number;
        }
        Self::Object(entries)
    }

    /// A number that fits; of any other, the digits are kept as they came.
    fn number(digits: &str) -> Option<Self> {
        let whole = digits.parse().map(Self::Unsigned);
        let whole = whole.or_else(|_| digits.parse().map(Self::Signed));
        whole.ok().or_else(|| {
            let float = digits.parse().ok().filter(|float: &f64| float.is_finite());
            float.map(Self::Float)
        })
    }
}

impl Content<'_> {
    /// The value, with null left in its place.
    pub const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Null)
    }

    /// The kind of scalar, if it is one.
    pub const fn scalar(&self) -> Option<Scalar> {
        match self {
            Self::Null => Some(Scalar::Null),
            Self::Boolean(_) => Some(Scalar::Boolean),
            Self::Signed(_) | Self::Unsigned(_) => Some(Scalar::Integer),
            Self::Float(_) => Some(Scalar::Float),
            Self::Text(_) => Some(Scalar::Text),
            Self::Bytes(_) | Self::Array(_) | Self::Object(_) => None,
        }
    }

    /// Puts the value into a slot.
    ///
    /// # Errors
    ///
    /// When it does not go there.
    #[inline]
    pub fn fill(self, slot: Slot<'_>) -> Result<(), Error> {
        match (slot, self) {
            (Slot::String(place), Self::Text(text)) => {
                slot::put(place, text.into_owned());
                Ok(())
            }
            (slot, value) => slot.deserialize(value),
        }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// What is wrong with a held value.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
