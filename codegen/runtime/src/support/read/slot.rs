//! How values are read: a value shows where its parts go, and a reader puts them there.
//!
//! No model is generic over formats. A model hands out [`Slot`]s, and only `read/mod.rs`, the same
//! for all models, is compiled once a format. Values are filled in place: reading starts from a
//! blank one, which nobody sees if it fails.

use std::{fmt, mem};

use crate::support::record::Record;
#[cfg(feature = "json")]
use crate::support::union::Variants;
#[cfg(feature = "json")]
use crate::support::values::json::{Number, Value};
#[cfg(feature = "foreign")]
use crate::support::wire::foreign;

/// Where a value goes. What is met most has a slot of its own, which is filled without a call
/// through `dyn`.
pub enum Slot<'a> {
    /// Nowhere: any value is passed over.
    Nowhere,
    /// `true` or `false`.
    Boolean(&'a mut bool),
    /// The same, or null.
    OptionalBoolean(&'a mut Option<bool>),
    /// A whole number of 32 bits.
    Int32(&'a mut i32),
    /// The same, or null.
    OptionalInt32(&'a mut Option<i32>),
    /// A whole number of 64 bits.
    Int64(&'a mut i64),
    /// The same, or null.
    OptionalInt64(&'a mut Option<i64>),
    /// A number of 32 bits.
    Float32(&'a mut f32),
    /// A number of 64 bits.
    Float64(&'a mut f64),
    /// The same, or null.
    OptionalFloat64(&'a mut Option<f64>),
    /// Text.
    String(&'a mut String),
    /// The same, or null.
    OptionalString(&'a mut Option<String>),
    #[cfg(feature = "json")]
    /// A number that keeps its digits.
    Number(&'a mut Number),
    #[cfg(feature = "json")]
    /// Any value.
    Any(&'a mut Value),
    /// What is made from text: an enum, a date.
    Text(&'a mut dyn Text),
    /// The same, or null.
    OptionalText(&'a mut dyn Text),
    /// What is made from a whole number.
    Integer(&'a mut dyn Integer),
    /// A value or null.
    Nullable(&'a mut dyn Nullable),
    /// The fields of a struct.
    Record(&'a mut dyn Record),
    /// The items of a list.
    List(&'a mut dyn List),
    /// The items of a list that are made from text.
    Texts(&'a mut dyn Texts),
    /// The entries of a map.
    Map(&'a mut dyn Map),
    #[cfg(feature = "json")]
    /// One of several types.
    Union(&'a mut dyn Variants),
    #[cfg(feature = "foreign")]
    /// What only serde can read.
    Foreign(foreign::Slot<'a>),
}

/// Puts a value where a blank one is, which owns nothing: to drop it would be to look at it.
#[inline]
pub fn put<T>(blank: &mut T, value: T) {
    mem::forget(mem::replace(blank, value));
}

/// A value that is made from text.
pub trait Text {
    /// Says what is expected.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Takes the text; `false` if nothing can be made from it.
    fn put(&mut self, text: &str) -> bool;

    /// What is wrong with a text that was not taken.
    fn problem(&self, text: &str) -> String;
}

/// A value that is made from a whole number.
pub trait Integer {
    /// Takes the number; `false` if nothing can be made from it.
    fn put(&mut self, number: i64) -> bool;

    /// What is wrong with a number that was not taken.
    fn problem(&self, number: i64) -> String;
}

/// A value or null.
pub trait Nullable {
    /// Takes null.
    fn null(&mut self);

    /// Where a value goes that is not null.
    fn some(&mut self) -> Slot<'_>;
}

/// A list that takes items.
pub trait List {
    /// Makes room for items to come.
    fn reserve(&mut self, count: usize);

    /// Where the next item goes.
    fn next(&mut self) -> Slot<'_>;
}

/// A list whose items are made from text: each text that it takes is an item more.
pub trait Texts: List + Text {}

/// A map that takes values.
pub trait Map {
    /// Where the value of a key goes.
    fn next(&mut self, key: &str) -> Slot<'_>;
}
