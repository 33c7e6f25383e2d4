//! Values or null, read where they are to be.

use std::fmt;

use serde::de::{DeserializeSeed, Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::decode::{self, Nullable, Text};
use super::places::{PutString, PutText};

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
        decode::put(self.0, Some(String::new()));
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
            decode::put(self.0, Some(value));
            Ok(())
        }
        Err(error) => Err(error),
    }
);
