//! Buffered content as a serde format.

use std::borrow::Cow;
use std::iter::once;

use serde::de::value::{
    BorrowedStrDeserializer, MapAccessDeserializer, MapDeserializer, SeqDeserializer,
};
use serde::de::{DeserializeSeed, MapAccess, Visitor};
use serde::de::{Error as _, IntoDeserializer, Unexpected};
use serde::{Deserializer, forward_to_deserialize_any};

use super::content::{Content, Entry, Error};
use super::content_parts::{IntoIter, Parts};
use crate::support::read::error_path;
#[cfg(feature = "foreign")]
use crate::support::values::behind::Readers;
use crate::support::values::digits;

/// Who asks for a number gets the nearest one of 64 bits.
macro_rules! numbers {
    ($($deserialize:ident)*) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self {
                Self::Digits(digits) => nearest(&digits, visitor),
                value => value.deserialize_any(visitor),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Content<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Boolean(value) => visitor.visit_bool(value),
            Self::Signed(value) => visitor.visit_i64(value),
            Self::Unsigned(value) => visitor.visit_u64(value),
            Self::Float(value) => visitor.visit_f64(value),
            Self::Digits(digits) if digits::are_kept_by_values() => {
                visitor.visit_map(MapDeserializer::new(once((digits::NUMBER, digits))))
            }
            Self::Digits(digits) => nearest(&digits, visitor),
            Self::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::Bytes(Cow::Borrowed(bytes)) => visitor.visit_borrowed_bytes(bytes),
            Self::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            Self::Array(items) => {
                let mut items = SeqDeserializer::new(items.into_iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }
            Self::Object(entries) => visitor.visit_map(Entries::new(entries)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Digits(digits) if name == digits::TEXT => {
                visitor.visit_map(MapDeserializer::new(once((name, digits))))
            }
            value => visitor.visit_newtype_struct(value),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_enum(text.into_deserializer()),
            // Serde's format of enums: the only key is the variant.
            Self::Object(entries) if entries.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(Entries::new(entries)))
            }
            _ => Err(Error::invalid_type(Unexpected::Other("value"), &"an enum")),
        }
    }

    #[cfg(feature = "foreign")]
    fn is_human_readable(&self) -> bool {
        Readers::are_people()
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Gives the float that is nearest to digits.
fn nearest<'de, V: Visitor<'de>>(digits: &str, visitor: V) -> Result<V::Value, Error> {
    match digits.parse() {
        Ok(float) if f64::is_finite(float) => visitor.visit_f64(float),
        _ => Err(error_path::invalid("number out of range")),
    }
}

impl<'de> IntoDeserializer<'de, Error> for Content<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct Entries<'de> {
    entries: IntoIter<'de, Entry<'de>>,
    /// The value of the key that was read last.
    value: Option<Content<'de>>,
}

impl<'de> Entries<'de> {
    fn new(entries: Parts<'de, Entry<'de>>) -> Self {
        let entries = entries.into_iter();
        Self {
            entries,
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        self::key(&key, seed).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => Err(Error::custom("a value without a key")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// Passes a key to a seed.
///
/// # Errors
///
/// Errors of the seed.
#[inline]
fn key<'de, K, E>(key: &Cow<'de, str>, seed: K) -> Result<K::Value, E>
where
    K: DeserializeSeed<'de>,
    E: serde::de::Error,
{
    match key {
        Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
        Cow::Owned(key) => seed.deserialize(key.as_str().into_deserializer()),
    }
}
