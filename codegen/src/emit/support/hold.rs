//! How values are held.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::buffered::{Buffered, Entry};

macro_rules! hold {
    ($($visit:ident($($value:ident: $ty:ty)?) = $held:expr;)*) => {
        $(
            #[inline]
            fn $visit<E: serde::de::Error>(self $(, $value: $ty)?) -> Result<(), E> {
                *self.0 = $held;
                Ok(())
            }
        )*
    };
}

/// A key, borrowed if it can be.
pub struct Key<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(key.to_owned())))
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, key: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(key)))
    }
}

impl<'de> Deserialize<'de> for Buffered<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = Self::Null;
        Hold(&mut value).deserialize(deserializer)?;
        Ok(value)
    }
}

/// Holds a value where it is to be: to return it first would cost a copy.
pub struct Hold<'a, 'de>(pub &'a mut Buffered<'de>);

impl<'de> DeserializeSeed<'de> for Hold<'_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Hold<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    hold! {
        visit_unit() = Buffered::Null;
        visit_bool(value: bool) = Buffered::Boolean(value);
        visit_i64(value: i64) = Buffered::Signed(value);
        visit_u64(value: u64) = Buffered::Unsigned(value);
        visit_f64(value: f64) = Buffered::Float(value);
        visit_str(text: &str) = Buffered::Text(Cow::Owned(text.to_owned()));
        visit_borrowed_str(text: &'de str) = Buffered::Text(Cow::Borrowed(text));
        visit_string(text: String) = Buffered::Text(Cow::Owned(text));
        visit_bytes(bytes: &[u8]) = Buffered::Bytes(Cow::Owned(bytes.to_vec()));
        visit_borrowed_bytes(bytes: &'de [u8]) = Buffered::Bytes(Cow::Borrowed(bytes));
        visit_byte_buf(bytes: Vec<u8>) = Buffered::Bytes(Cow::Owned(bytes));
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        *self.0 = Buffered::Array(items);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        *self.0 = object(map)?;
        Ok(())
    }
}

/// An object.
///
/// # Errors
///
/// Those of the format.
pub fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Buffered<'de>, A::Error> {
    let mut entries = Vec::new();
    while let Some(Key(key)) = map.next_key()? {
        hold(&mut entries, key, &mut map)?;
    }
    Ok(Buffered::Object(entries))
}

/// Holds the value of a key.
///
/// # Errors
///
/// Those of the format.
#[inline]
pub fn hold<'de, A: MapAccess<'de>>(
    entries: &mut Vec<Entry<'de>>,
    key: Cow<'de, str>,
    map: &mut A,
) -> Result<(), A::Error> {
    if entries.is_empty() {
        entries.reserve(8);
    }
    entries.push((key, Buffered::Null));
    match entries.last_mut() {
        Some((_, value)) => map.next_value_seed(Hold(value)),
        None => Ok(()),
    }
}
