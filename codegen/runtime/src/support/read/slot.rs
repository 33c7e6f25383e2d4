//! How values are read: a value gives a [`Slot`] for each of its parts, and a reader fills them.
//!
//! Models are not generic over formats: only `read/mod.rs` is, and it is compiled once for each
//! format. Values are filled in place: reading starts with a blank value, which is discarded if
//! reading fails.

use std::{fmt, mem};

use crate::support::record::Record;
#[cfg(feature = "json")]
use crate::support::union::Variants;
#[cfg(feature = "json")]
use crate::support::values::json::{Number, Value};
#[cfg(feature = "snowflakes")]
use crate::support::values::snowflake::Snowflake;
#[cfg(feature = "foreign")]
use crate::support::wire::foreign;

/// The place where a value is stored. Frequent types have slots of their own, which are filled
/// without a call through `dyn`.
pub enum Slot<'a> {
    /// Nowhere: the value is skipped.
    Nowhere,
    /// `true` or `false`.
    Boolean(&'a mut bool),
    /// The same, or null.
    OptionalBoolean(&'a mut Option<bool>),
    /// An integer of 32 bits.
    Int32(&'a mut i32),
    /// The same, or null.
    OptionalInt32(&'a mut Option<i32>),
    /// An integer of 64 bits.
    Int64(&'a mut i64),
    /// The same, or null.
    OptionalInt64(&'a mut Option<i64>),
    /// A float of 32 bits.
    Float32(&'a mut f32),
    /// A float of 64 bits.
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
    #[cfg(feature = "snowflakes")]
    /// A text of digits, or an integer.
    Snowflake(&'a mut Snowflake),
    /// A value made from text, such as an enum or a date.
    Text(&'a mut dyn Text),
    /// The same, or null.
    OptionalText(&'a mut dyn Text),
    /// A value made from an integer.
    Integer(&'a mut dyn Integer),
    #[cfg(feature = "flags")]
    /// Bits of an integer.
    Unsigned(&'a mut u64),
    /// A value or null.
    Nullable(&'a mut dyn Nullable),
    /// The fields of a struct.
    Record(&'a mut dyn Record),
    /// The items of a list.
    List(&'a mut dyn List),
    /// The items of a list, each made from text.
    Texts(&'a mut dyn Texts),
    /// The entries of a map.
    Map(&'a mut dyn Map),
    #[cfg(feature = "json")]
    /// One of several types.
    Union(&'a mut dyn Variants),
    #[cfg(feature = "foreign")]
    /// A value that only serde can read.
    Foreign(foreign::Slot<'a>),
}

/// Overwrites a blank value without dropping it: it owns nothing, and a drop would have to check
/// that.
#[inline]
pub fn put<T>(blank: &mut T, value: T) {
    mem::forget(mem::replace(blank, value));
}

/// A value made from text.
pub trait Text {
    /// Writes what is expected.
    ///
    /// # Errors
    ///
    /// Errors of the formatter.
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Stores the value of the text; `false` if it has none.
    fn put(&mut self, text: &str) -> bool;

    /// The error for a text without a value.
    fn problem(&self, text: &str) -> String;
}

/// A value made from an integer.
pub trait Integer {
    /// Stores the value of the number; `false` if it has none.
    fn put(&mut self, number: i64) -> bool;

    /// The error for a number without a value.
    fn problem(&self, number: i64) -> String;
}

/// A value or null.
pub trait Nullable {
    /// Stores null.
    fn null(&mut self);

    /// The slot of a value that is not null.
    fn some(&mut self) -> Slot<'_>;
}

/// A list that is being read.
pub trait List {
    /// Reserves capacity.
    fn reserve(&mut self, count: usize);

    /// The slot of the next item.
    fn next(&mut self) -> Slot<'_>;
}

/// A list whose items are made from text: each accepted text adds an item.
pub trait Texts: List + Text {}

/// A map that is being read.
pub trait Map {
    /// The slot of the value of a key.
    fn next(&mut self, key: &str) -> Slot<'_>;
}
