//! Reading the items of a list and the entries of a map in place.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::depth::Level;
use super::error_path;
use super::slot::{self, List, Map};
use super::visitors::PutText;

/// Adds a blank item once there is an item to read.
struct Next<'a>(&'a mut dyn List);

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.0.next().deserialize(value)
    }
}

macro_rules! items {
    ($(#[$docs:meta])* $name:ident($list:ty) by $seed:ident) => {
        $(#[$docs])*
        pub struct $name<'a>(pub &'a mut $list);

        impl<'de> Visitor<'de> for $name<'_> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
                let _level = Level::enter()?;
                if let Some(count) = seq.size_hint() {
                    self.0.reserve(count);
                }
                let mut index = 0;
                loop {
                    match seq.next_element_seed($seed(&mut *self.0)) {
                        Ok(Some(())) => index += 1,
                        Ok(None) => return Ok(()),
                        Err(error) => return Err(error_path::in_item(index, error)),
                    }
                }
            }
        }
    };
}

items!(
    /// The items of a list.
    Items(dyn List) by Next
);
items!(
    /// The items of a list, each made from text.
    Texts(dyn slot::Texts) by PutText
);

/// Reads the key of an entry into the buffer of the previous key.
struct Key<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<(), D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        key.clone_into(self.0);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<(), E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(key), &self)),
        }
    }
}

/// The entries of a map.
pub struct Entries<'a>(pub &'a mut dyn Map);

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let mut key = String::new();
        while let Some(()) = map.next_key_seed(Key(&mut key))? {
            if let Err(error) = map.next_value_seed(self.0.next(&key)) {
                return Err(error_path::in_entry(&key, error));
            }
        }
        Ok(())
    }
}
