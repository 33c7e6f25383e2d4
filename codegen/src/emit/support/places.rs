//! Text, written where it goes: to return it first would cost a copy.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};

use super::decode::{self, Text};
use super::failure;

/// Takes text as it is.
pub struct PutString<'a>(pub &'a mut String);

impl Visitor<'_> for PutString<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        decode::put(self.0, text.to_owned());
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        decode::put(self.0, text);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.visit_str(text),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
        }
    }
}

/// Makes a value from text.
pub struct PutText<'a>(pub &'a mut dyn Text);

impl<'de> DeserializeSeed<'de> for PutText<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_str(self)
    }
}

impl Visitor<'_> for PutText<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expects(f)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if self.0.put(text) {
            Ok(())
        } else {
            Err(failure::invalid(self.0.problem(text)))
        }
    }
}
