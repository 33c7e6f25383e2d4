//! Visitors that write a value where it goes: to return it first would cost a copy.

use std::fmt;

use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::error_path;
use super::slot::{self, Nullable, Text};

/// Takes text as it is.
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
            Err(error_path::invalid(self.0.problem(text)))
        }
    }
}

/// A visitor of what an `Option` holds. Where it goes, there is a blank one: null is there already,
/// but for what tells null from absent.
macro_rules! or_null {
    (
        $(#[$docs:meta])*
        $name:ident $(<$ty:ident>)? ($place:ty),
        $self:ident, null $null:block, $value:ident $some:expr
    ) => {
        $(#[$docs])*
        pub struct $name<'a $(, $ty)?>(pub &'a mut $place);

        impl<'de $(, $ty: Deserialize<'de>)?> Visitor<'de> for $name<'_ $(, $ty)?> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("option")
            }

            fn visit_unit<E: Error>(self) -> Result<(), E> {
                self.visit_none()
            }

            #[inline]
            fn visit_none<E: Error>($self) -> Result<(), E> {
                $null
                Ok(())
            }

            #[inline]
            fn visit_some<D: Deserializer<'de>>($self, $value: D) -> Result<(), D::Error> {
                $some
            }
        }
    };
}

or_null!(
    /// Any value.
    ValueOrNull(dyn Nullable),
    self,
    null { self.0.null(); },
    value self.0.some().deserialize(value)
);
or_null!(
    /// What is made from text.
    TextOrNull(dyn Text),
    self,
    null {},
    value PutText(self.0).deserialize(value)
);
or_null!(
    /// Text.
    StringOrNull(Option<String>),
    self,
    null {},
    value {
        slot::put(self.0, Some(String::new()));
        match self.0 {
            Some(place) => value.deserialize_string(PutString(place)),
            None => Ok(()),
        }
    }
);
or_null!(
    /// A number, or `true` or `false`.
    ScalarOrNull<T>(Option<T>),
    self,
    null {},
    value match T::deserialize(value) {
        Ok(value) => {
            slot::put(self.0, Some(value));
            Ok(())
        }
        Err(error) => Err(error),
    }
);
