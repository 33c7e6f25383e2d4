//! Types that only serde can read and write: this crate has none.

use std::convert::Infallible;
use std::marker::PhantomData;

use serde::{Deserializer, Serialize, Serializer};

/// Where such a value goes.
pub struct Slot<'a>(Infallible, PhantomData<&'a ()>);

/// Such a value, to be written.
#[derive(Clone, Copy)]
pub struct Piece<'a>(Infallible, PhantomData<&'a ()>);

impl Slot<'_> {
    /// Fills it.
    ///
    /// # Errors
    ///
    /// None: there is no such value.
    pub fn deserialize<'de, D: Deserializer<'de>>(self, _: D) -> Result<(), D::Error> {
        match self.0 {}
    }
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match self.0 {}
    }
}
