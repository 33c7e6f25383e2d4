//! Types that only serde can read and write: types of the user, and structs with derives.

use serde::de::{self, DeserializeOwned};
use serde::{Deserializer, Serialize, Serializer, ser};

use super::stack::{EXCEEDED, Within};
use crate::support::read::{error_path, slot};
#[cfg(feature = "json")]
use crate::support::values::behind::Format;
use crate::support::write::piece;

/// The slot of such a value.
pub struct Slot<'a>(Box<dyn Read + 'a>);

/// Such a value when it is written.
#[derive(Clone, Copy)]
pub struct Piece<'a>(&'a dyn erased_serde::Serialize);

impl Slot<'_> {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// If the type does not accept the value.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        mut self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let _within = Within::enter().ok_or_else(|| de::Error::custom(EXCEEDED))?;
        #[cfg(feature = "json")]
        let _format = Format::read::<D>();
        let mut deserializer = <dyn erased_serde::Deserializer>::erase(deserializer);
        self.0
            .read(&mut deserializer)
            .map_err(error_path::of_foreign)
    }
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _within = Within::enter().ok_or_else(|| ser::Error::custom(EXCEEDED))?;
        #[cfg(feature = "json")]
        let _format = Format::written::<S>();
        erased_serde::serialize(self.0, serializer)
    }
}

trait Read {
    fn read(&mut self, from: &mut dyn erased_serde::Deserializer<'_>) -> erased_serde::Result<()>;
}

/// A place, and the function that stores a value in it.
struct Put<'a, T, V>(&'a mut T, fn(V) -> T);

impl<T, V: DeserializeOwned> Read for Put<'_, T, V> {
    fn read(&mut self, from: &mut dyn erased_serde::Deserializer<'_>) -> erased_serde::Result<()> {
        *self.0 = self.1(erased_serde::deserialize(from)?);
        Ok(())
    }
}

/// The slot of the value.
pub fn slot<T: DeserializeOwned>(place: &mut T) -> slot::Slot<'_> {
    variant(place, |value| value)
}

/// The slot of the value of a variant.
pub fn variant<'a, T, V: DeserializeOwned + 'a>(
    place: &'a mut T,
    of: fn(V) -> T,
) -> slot::Slot<'a> {
    slot::Slot::Foreign(Slot(Box::new(Put(place, of))))
}

/// A value to be written.
pub fn piece<T: Serialize>(value: &T) -> piece::Piece<'_> {
    piece::Piece::Foreign(Piece(value))
}
