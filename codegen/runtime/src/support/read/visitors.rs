//! Visitors that store a value in place, as returning it would cost a copy.

use std::fmt;

use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::error_path;
use super::slot::{self, Nullable, Text};

/// Stores text.
pub struct PutString<'a>(pub &'a mut String);

impl Visitor<'_> for PutString<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        slot::put(self.0, text.to_owned());
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        slot::put(self.0, text);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.visit_str(text),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
        }
    }
}

/// Stores a float of 32 bits. Serde's own reader makes infinity of a number out of range, which JSON
/// cannot express.
pub struct PutFloat32<'a>(pub &'a mut f32);

impl Visitor<'_> for PutFloat32<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("f32")
    }

    #[inline]
    fn visit_f32<E: Error>(self, value: f32) -> Result<(), E> {
        *self.0 = value;
        Ok(())
    }

    #[inline]
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        #[allow(clippy::cast_possible_truncation, reason = "it is looked for")]
        let nearest = value as f32;
        if nearest.is_infinite() && value.is_finite() {
            return Err(E::invalid_value(Unexpected::Float(value), &self));
        }
        self.visit_f32(nearest)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        #[allow(clippy::cast_precision_loss, reason = "as serde does")]
        self.visit_f32(value as f32)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        #[allow(clippy::cast_precision_loss, reason = "as serde does")]
        self.visit_f32(value as f32)
    }
}

/// Stores a value made from text.
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
            Err(error_path::invalid(self.0.problem(text)))
        }
    }
}

/// The slot of a value that may be null. A blank value is null already, except where null differs
/// from absent.
pub trait Place<'de>: Sized {
    /// Stores null.
    fn null(self) {}

    /// Stores a value that is not null.
    ///
    /// # Errors
    ///
    /// If the slot does not accept it.
    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error>;
}

/// Reads a value or null in place.
pub struct OrNull<P>(pub P);

impl<'de, P: Place<'de>> Visitor<'de> for OrNull<P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.null();
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.0.some(value)
    }
}

impl<'de> Place<'de> for &mut dyn Nullable {
    fn null(self) {
        Nullable::null(self);
    }

    #[inline]
    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        Nullable::some(self).deserialize(value)
    }
}

impl<'de> Place<'de> for &mut dyn Text {
    #[inline]
    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_str(PutText(self))
    }
}

impl<'de> Place<'de> for &mut Option<String> {
    #[inline]
    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_string(PutString(self.insert(String::new())))
    }
}

/// Stores a number, or `true` or `false`.
pub struct Scalar<'a, T>(pub &'a mut Option<T>);

impl<'de, T: Deserialize<'de>> Place<'de> for Scalar<'_, T> {
    #[inline]
    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        match T::deserialize(value) {
            Ok(value) => {
                slot::put(self.0, Some(value));
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
