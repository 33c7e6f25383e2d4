//! Text and numbers, written where they go: to return them first would cost a copy.

use std::fmt;

use serde::Deserializer;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Error, MapAccess, Unexpected, Visitor};

use super::decode::{self, Text};
use super::failure;
use crate::Number;

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

/// Takes a number with all its digits.
pub struct PutNumber<'a>(pub &'a mut Number);

macro_rules! put_number {
    ($($visit:ident($ty:ty) $number:ident => $taken:expr;)*) => {
        $(
            #[inline]
            fn $visit<E: Error>(self, $number: $ty) -> Result<(), E> {
                match $taken {
                    Some(number) => {
                        decode::put(self.0, Number::from(number));
                        Ok(())
                    }
                    None => Err(E::custom("JSON number out of range")),
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

    /// What serde_json, with its feature `arbitrary_precision`, makes of a number.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match serde_json::Number::deserialize(MapAccessDeserializer::new(map)) {
            Ok(number) => {
                decode::put(self.0, Number::from(number));
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
