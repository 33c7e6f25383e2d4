//! The formats behind those that types which only serde can read and write are given.

use std::any::type_name;
use std::cell::Cell;

use serde::{Deserializer, Serializer};

use super::digits;

thread_local! {
    static HAS_DIGITS: Cell<bool> = const { Cell::new(false) };
}

/// Whether these are the errors of a format that stands for another one, which has the digits of
/// numbers.
#[inline]
pub fn is_erased<E>() -> bool {
    // One of the two types that `erased_serde` has for errors is private.
    type_name::<E>().starts_with("erased_serde::") && HAS_DIGITS.get()
}

/// Notes what the format behind has, until it is dropped.
pub struct Format(bool);

impl Format {
    /// A format that is read.
    pub fn read<'de, D: Deserializer<'de>>() -> Self {
        Self(HAS_DIGITS.replace(digits::are_given::<D>()))
    }

    /// A format that is written.
    pub fn written<S: Serializer>() -> Self {
        Self(HAS_DIGITS.replace(digits::are_taken::<S>()))
    }
}

impl Drop for Format {
    fn drop(&mut self) {
        HAS_DIGITS.set(self.0);
    }
}
