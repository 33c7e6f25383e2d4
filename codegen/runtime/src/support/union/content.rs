//! A value that is buffered until its type is known.

use std::borrow::Cow;
use std::fmt;

use super::choose::Scalar;
use super::content_parts::Parts;
use crate::support::values::digits::{self, Digits};

/// A value of a self-describing format; keys keep their order.
#[derive(Debug)]
pub enum Content<'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A negative integer, or any integer that the format gives as signed.
    Signed(i64),
    /// An integer.
    Unsigned(u64),
    /// A number.
    Float(f64),
    /// A number with other digits than those that 64 bits are written with.
    Digits(Cow<'de, str>),
    /// Text.
    Text(Cow<'de, str>),
    /// Bytes, which JSON does not have.
    Bytes(Cow<'de, [u8]>),
    /// A list.
    Array(Parts<'de, Content<'de>>),
    /// An object.
    Object(Parts<'de, Entry<'de>>),
}

/// A key of an object, and its value.
pub type Entry<'de> = (Cow<'de, str>, Content<'de>);

impl<'de> Content<'de> {
    /// The object, or the number that serde_json gives as an object.
    pub fn object(mut entries: Vec<Entry<'de>>) -> Self {
        if let [(key, Self::Text(text))] = &entries[..]
            && key == digits::NUMBER
            && digits::is_number(text)
            && let Some((_, Self::Text(digits))) = entries.pop()
        {
            return Self::number(digits);
        }
        Self::Object(Parts::Own(entries))
    }

    /// The number with these digits.
    pub fn number(digits: Cow<'de, str>) -> Self {
        match Digits::of(&digits) {
            Digits::Unsigned(number) => Self::Unsigned(number),
            Digits::Signed(number) => Self::Signed(number),
            Digits::Float(float) => Self::Float(float),
            Digits::Others => Self::Digits(digits),
        }
    }
}

impl Content<'_> {
    /// Takes the value and leaves null.
    pub const fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Null)
    }

    /// The same value, which borrows all that it holds: it costs the same, whatever that is.
    pub fn again(&self) -> Content<'_> {
        match self {
            Self::Null => Content::Null,
            Self::Boolean(value) => Content::Boolean(*value),
            Self::Signed(value) => Content::Signed(*value),
            Self::Unsigned(value) => Content::Unsigned(*value),
            Self::Float(value) => Content::Float(*value),
            Self::Digits(digits) => Content::Digits(Cow::Borrowed(digits)),
            Self::Text(text) => Content::Text(Cow::Borrowed(text)),
            Self::Bytes(bytes) => Content::Bytes(Cow::Borrowed(bytes)),
            Self::Array(items) => Content::Array(Parts::Lent(items)),
            Self::Object(entries) => Content::Object(Parts::Lent(entries)),
        }
    }

    /// The kind of scalar; `None` for null, lists and objects.
    pub const fn scalar(&self) -> Option<Scalar> {
        match self {
            Self::Null => Some(Scalar::Null),
            Self::Boolean(_) => Some(Scalar::Boolean),
            Self::Signed(_) | Self::Unsigned(_) => Some(Scalar::Integer),
            Self::Float(_) | Self::Digits(_) => Some(Scalar::Float),
            Self::Text(_) => Some(Scalar::Text),
            Self::Bytes(_) | Self::Array(_) | Self::Object(_) => None,
        }
    }

    /// Whether an object in it, or itself, has one key twice.
    #[cold]
    #[inline(never)]
    pub fn repeats_a_key(&self) -> bool {
        match self {
            Self::Array(items) => items.iter().any(Self::repeats_a_key),
            Self::Object(entries) => {
                let mut keys: Vec<&str> = entries.iter().map(|(key, _)| &**key).collect();
                keys.sort_unstable();
                keys.windows(2).any(|two| two[0] == two[1])
                    || entries.iter().any(|(_, value)| value.repeats_a_key())
            }
            _ => false,
        }
    }

    /// The same value with texts of its own.
    pub fn into_owned(self) -> Content<'static> {
        let text = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Null => Content::Null,
            Self::Boolean(value) => Content::Boolean(value),
            Self::Signed(value) => Content::Signed(value),
            Self::Unsigned(value) => Content::Unsigned(value),
            Self::Float(value) => Content::Float(value),
            Self::Digits(digits) => Content::Digits(text(digits)),
            Self::Text(value) => Content::Text(text(value)),
            Self::Bytes(bytes) => Content::Bytes(Cow::Owned(bytes.into_owned())),
            Self::Array(items) => {
                let items = items.into_iter().map(Content::into_owned);
                Content::Array(Parts::Own(items.collect()))
            }
            Self::Object(entries) => {
                let entries = entries.into_iter();
                let owned = entries.map(|(key, value)| (text(key), value.into_owned()));
                Content::Object(Parts::Own(owned.collect()))
            }
        }
    }
}

/// The error for a buffered value of the wrong type.
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
