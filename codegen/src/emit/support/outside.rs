//! Types that only serde can read and write: those that `replace` names, and derived ones.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserializer, Serialize, Serializer};

use super::decode::{self, Failed, Source};
use super::encode;

/// Where such a value goes.
pub struct Slot<'a>(&'a mut dyn Read);

/// Such a value, to be written.
#[derive(Clone, Copy)]
pub struct Piece<'a>(&'a dyn erased_serde::Serialize);

impl Slot<'_> {
    /// Fills it.
    ///
    /// # Errors
    ///
    /// When the type does not take the value.
    pub fn deserialize<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut deserializer = <dyn erased_serde::Deserializer>::erase(deserializer);
        self.0.read(&mut deserializer).map_err(D::Error::custom)
    }
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(self.0, serializer)
    }
}

trait Read {
    fn read(&mut self, from: &mut dyn erased_serde::Deserializer<'_>) -> erased_serde::Result<()>;
}

impl<T: DeserializeOwned> Read for T {
    fn read(&mut self, from: &mut dyn erased_serde::Deserializer<'_>) -> erased_serde::Result<()> {
        *self = erased_serde::deserialize(from)?;
        Ok(())
    }
}

struct New<T>(Option<T>);

impl<T: DeserializeOwned> Read for New<T> {
    fn read(&mut self, from: &mut dyn erased_serde::Deserializer<'_>) -> erased_serde::Result<()> {
        self.0 = Some(erased_serde::deserialize(from)?);
        Ok(())
    }
}

/// Where a value goes.
pub fn slot<T: DeserializeOwned>(place: &mut T) -> decode::Slot<'_> {
    decode::Slot::Outside(Slot(place))
}

/// Reads a value.
///
/// # Errors
///
/// When it is no `T`.
pub fn read<T: DeserializeOwned>(source: &mut dyn Source) -> Result<T, Failed> {
    let mut new = New(None);
    source.fill(decode::Slot::Outside(Slot(&mut new)))?;
    new.0.ok_or(Failed)
}

/// A value to be written.
pub fn piece<T: Serialize>(value: &T) -> encode::Piece<'_> {
    encode::Piece::Outside(Piece(value))
}
