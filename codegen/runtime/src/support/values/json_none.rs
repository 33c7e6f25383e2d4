//! Where no model holds any value, or a number of unknown kind, nothing needs `serde_json`: these
//! types stand for its own and have no value.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::support::write::piece::{Encode, Piece};

/// Any value.
pub enum Value {}

/// A number with all its digits.
pub enum Number {}

/// Writes a number where it goes.
pub struct PutNumber<'a>(pub &'a mut Number);

macro_rules! none {
    ($($ty:ty),*) => {
        $(
            impl Serialize for $ty {
                fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                    match *self {}
                }
            }

            impl<'de> Deserialize<'de> for $ty {
                fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
                    Err(D::Error::custom("no model has such a value"))
                }
            }
        )*
    };
}

none!(Value, Number);

impl Encode for Number {
    fn piece(&self) -> Piece<'_> {
        match *self {}
    }
}

impl Visitor<'_> for PutNumber<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no value")
    }
}
