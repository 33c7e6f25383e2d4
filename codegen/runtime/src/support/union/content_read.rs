//! Buffering values as content.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::content::{Content, Entry};
use super::content_text;
use crate::support::read::depth::Level;
use crate::support::read::keys::same;
use crate::support::read::slot;
use crate::support::values::digits::{self, AsText};

/// Implements visitor methods that store each value as content.
macro_rules! contents {
    ($put:ident: $($visit:ident($($value:ident: $ty:ty)?) = $content:expr;)*) => {
        $(
            #[inline]
            fn $visit<E: serde::de::Error>(self $(, $value: $ty)?) -> Result<(), E> {
                self.$put($content)
            }
        )*

        fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
            self.visit_unit()
        }

        fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
            value.deserialize_any(self)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
            value.deserialize_any(self)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
            let _level = $crate::support::read::depth::Level::enter()?;
            let mut items = Vec::new();
            while let Some(item) = seq.next_element()? {
                items.push(item);
            }
            self.$put(Content::Array($crate::support::union::content_parts::Parts::Own(items)))
        }
    };
}

pub(super) use contents;

/// Reads a key, borrowed if possible; `None` for the key of the tag.
pub struct KeyOrTag<'t>(pub Option<&'t str>);

impl KeyOrTag<'_> {
    #[inline]
    fn is_tag(&self, key: &str) -> bool {
        self.0.is_some_and(|tag| same(tag, key))
    }
}

impl<'de> DeserializeSeed<'de> for KeyOrTag<'_> {
    type Value = Option<Cow<'de, str>>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeyOrTag<'_> {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok((!self.is_tag(key)).then(|| Cow::Owned(key.to_owned())))
    }

    #[inline]
    fn visit_borrowed_str<E: serde::de::Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok((!self.is_tag(key)).then_some(Cow::Borrowed(key)))
    }
}

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = Self::Null;
        Buffer(&mut value, ()).deserialize(deserializer)?;
        Ok(value)
    }
}

/// Buffers a value in place, with all digits of its numbers if the format has them.
pub struct Exact<'a, 'de>(pub &'a mut Content<'de>);

impl<'de> DeserializeSeed<'de> for Exact<'_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let buffer = Buffer(self.0, ());
        if digits::are_given::<D>() {
            deserializer.deserialize_newtype_struct(digits::TEXT, buffer)
        } else {
            buffer.deserialize(deserializer)
        }
    }
}

/// Buffers a value in place, as returning it would cost a copy. Text may be consumed instead.
pub struct Buffer<'a, 'de, T>(pub &'a mut Content<'de>, pub T);

/// May consume text, so that it is not buffered.
pub trait TextConsumer {
    /// Returns whether it consumed the text.
    fn take(self, text: &str) -> bool;
}

impl TextConsumer for () {
    fn take(self, _: &str) -> bool {
        false
    }
}

impl<'de, T> Buffer<'_, 'de, T> {
    #[inline]
    fn put<E>(self, content: Content<'de>) -> Result<(), E> {
        slot::put(self.0, content);
        Ok(())
    }
}

impl<'de, T: TextConsumer> DeserializeSeed<'de> for Buffer<'_, 'de, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if digits::are_buffered::<D>() {
            deserializer.deserialize_newtype_struct(digits::TEXT, self)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de, T: TextConsumer> Visitor<'de> for Buffer<'_, 'de, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    contents! {
        put:
        visit_unit() = Content::Null;
        visit_bool(value: bool) = Content::Boolean(value);
        visit_i64(value: i64) = Content::Signed(value);
        visit_u64(value: u64) = Content::Unsigned(value);
        visit_f64(value: f64) = Content::Float(value);
        visit_bytes(bytes: &[u8]) = Content::Bytes(Cow::Owned(bytes.to_vec()));
        visit_borrowed_bytes(bytes: &'de [u8]) = Content::Bytes(Cow::Borrowed(bytes));
        visit_byte_buf(bytes: Vec<u8>) = Content::Bytes(Cow::Owned(bytes));
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        if self.1.take(text) {
            return Ok(());
        }
        slot::put(self.0, Content::Text(Cow::Owned(text.to_owned())));
        Ok(())
    }

    #[inline]
    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        if self.1.take(text) {
            return Ok(());
        }
        slot::put(self.0, Content::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let mut entries = Vec::new();
        if let Some(Some(key)) = map.next_key_seed(KeyOrTag(None))? {
            if key == digits::TEXT {
                return self.put(text(&mut map)?);
            }
            buffer(&mut entries, key, &mut map, false)?;
            buffer_rest(&mut entries, &mut map, |_| false)?;
        }
        self.put(Content::object(entries))
    }
}

/// Buffers a value that is given as its text.
///
/// # Errors
///
/// Errors of the format, and if the text is no JSON.
pub fn text<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Content<'de>, A::Error> {
    let content = match map.next_value_seed(AsText)? {
        Cow::Borrowed(text) => content_text::parse(text),
        Cow::Owned(text) => content_text::parse(&text).map(Content::into_owned),
    };
    content.map_err(A::Error::custom)
}

/// Buffers the remaining entries of an object, with all digits of the numbers under `exact` keys.
///
/// # Errors
///
/// Errors of the format.
pub fn buffer_rest<'de, A: MapAccess<'de>>(
    entries: &mut Vec<Entry<'de>>,
    map: &mut A,
    mut exact: impl FnMut(&str) -> bool,
) -> Result<(), A::Error> {
    while let Some(Some(key)) = map.next_key_seed(KeyOrTag(None))? {
        let exact = exact(&key);
        buffer(entries, key, map, exact)?;
    }
    Ok(())
}

/// Buffers the value of a key, with all digits of its numbers if `exact`.
///
/// # Errors
///
/// Errors of the format.
#[inline]
pub fn buffer<'de, A: MapAccess<'de>>(
    entries: &mut Vec<Entry<'de>>,
    key: Cow<'de, str>,
    map: &mut A,
    exact: bool,
) -> Result<(), A::Error> {
    if entries.is_empty() {
        *entries = Vec::with_capacity(8);
    }
    entries.push((key, Content::Null));
    match entries.last_mut() {
        Some((_, value)) if exact => map.next_value_seed(Exact(value)),
        Some((_, value)) => map.next_value_seed(Buffer(value, ())),
        None => Ok(()),
    }
}
