//! The formats behind those that types which only serde can read and write are given.

use std::any::type_name;
use std::cell::Cell;

use serde::{Deserializer, Serializer};

use super::digits;

thread_local! {
    static HAS_DIGITS: Cell<bool> = const { Cell::new(false) };
    static IS_COMPACT: Cell<bool> = const { Cell::new(false) };
}

/// Notes whether the format of a value, which may be buffered, is made for people, until it is dropped:
/// a type may be read in another form else.
pub struct Readers(Option<bool>);

impl Readers {
    /// Those of a format.
    #[inline]
    pub fn of<'de, D: Deserializer<'de>>(format: &D) -> Self {
        let is_compact = !format.is_human_readable();
        Self((IS_COMPACT.get() != is_compact).then(|| IS_COMPACT.replace(is_compact)))
    }

    /// Whether they are people.
    pub fn are_people() -> bool {
        !IS_COMPACT.get()
    }
}

impl Drop for Readers {
    #[inline]
    fn drop(&mut self) {
        if let Some(before) = self.0 {
            IS_COMPACT.set(before);
        }
    }
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
