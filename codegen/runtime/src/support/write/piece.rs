//! How values are written: a value says what it is, and shows its parts to a sink.
//!
//! No model is generic over formats: only `write/mod.rs`, the same for all models, is compiled once a
//! format.

use std::fmt;

use crate::support::record::Record;
#[cfg(feature = "json")]
use crate::support::values::json::{Number, Value};
#[cfg(feature = "foreign")]
use crate::support::wire::foreign;
use crate::support::wire::{self, Wire};

/// A value that can be written, of whatever type.
pub trait Encode {
    /// The value as a sink takes it.
    fn piece(&self) -> Piece<'_>;
}

impl<T: Wire> Encode for T {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        wire::piece(self)
    }
}

/// Shows a value as the field of an index.
#[inline]
pub fn show<T: Wire>(value: &T, index: usize, fields: &mut dyn FieldSink) {
    match wire::piece(value) {
        Piece::Boolean(value) => fields.boolean(index, value),
        Piece::Int64(value) => fields.int64(index, value),
        Piece::Float64(value) => fields.float64(index, value),
        Piece::Text(value) => fields.text(index, value),
        Piece::SomeText(value) => fields.some_text(index, value),
        #[cfg(feature = "json")]
        Piece::Number(value) => fields.number(index, value),
        Piece::Record(value) => fields.record(index, value),
        Piece::SomeRecord(value) => fields.some_record(index, value),
        Piece::List(count, value) => fields.list(index, count, value),
        piece => fields.piece(index, piece),
    }
}

/// Shows a value of an `Option` as the field of an index.
#[inline]
pub fn show_some<T: Wire>(value: &T, index: usize, fields: &mut dyn FieldSink) {
    match wire::piece(value) {
        Piece::Boolean(value) => fields.some_boolean(index, value),
        Piece::Int64(value) => fields.some_int64(index, value),
        Piece::Float64(value) => fields.some_float64(index, value),
        Piece::Text(value) => fields.some_text(index, value),
        #[cfg(feature = "json")]
        Piece::Number(value) => fields.some_number(index, value),
        Piece::Record(value) => fields.some_record(index, value),
        _ => fields.piece(index, Piece::Some(value)),
    }
}

/// A value to be written. `Some…` is what an `Option` holds: formats that do not describe
/// themselves write that there is something.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number of 32 bits.
    Int32(i32),
    /// A whole number of 64 bits.
    Int64(i64),
    /// A number of 32 bits.
    Float32(f32),
    /// A number of 64 bits.
    Float64(f64),
    /// Text.
    Text(&'a str),
    /// The same, in an `Option`.
    SomeText(&'a str),
    /// What is written as text: a date.
    Shown(&'a dyn fmt::Display),
    #[cfg(feature = "json")]
    /// A number that keeps its digits.
    Number(&'a Number),
    #[cfg(feature = "json")]
    /// Any value.
    Any(&'a Value),
    /// A struct.
    Record(&'a dyn Record),
    /// The same, in an `Option`.
    SomeRecord(&'a dyn Record),
    /// A list of so many items.
    List(usize, &'a dyn List),
    /// A map.
    Map(&'a dyn Map),
    /// Any of these, in an `Option`.
    Some(&'a dyn Encode),
    #[cfg(feature = "foreign")]
    /// What only serde can write.
    Foreign(foreign::Piece<'a>),
}

/// Where the fields of a struct are written, in their order; those that are absent are left out.
/// What is met most has a method of its own, which formats take without a look at what it is.
pub trait FieldSink {
    /// Writes `true` or `false`.
    fn boolean(&mut self, index: usize, value: bool);
    /// The same, in an `Option`.
    fn some_boolean(&mut self, index: usize, value: bool);
    /// Writes a whole number of 64 bits.
    fn int64(&mut self, index: usize, value: i64);
    /// The same, in an `Option`.
    fn some_int64(&mut self, index: usize, value: i64);
    /// Writes a number of 64 bits.
    fn float64(&mut self, index: usize, value: f64);
    /// The same, in an `Option`.
    fn some_float64(&mut self, index: usize, value: f64);
    /// Writes text.
    fn text(&mut self, index: usize, value: &str);
    /// The same, in an `Option`.
    fn some_text(&mut self, index: usize, value: &str);
    #[cfg(feature = "json")]
    /// Writes a number that keeps its digits.
    fn number(&mut self, index: usize, value: &Number);
    #[cfg(feature = "json")]
    /// The same, in an `Option`.
    fn some_number(&mut self, index: usize, value: &Number);
    /// Writes a list of so many items.
    fn list(&mut self, index: usize, count: usize, value: &dyn List);
    /// Writes a struct.
    fn record(&mut self, index: usize, value: &dyn Record);
    /// The same, in an `Option`.
    fn some_record(&mut self, index: usize, value: &dyn Record);
    /// Writes a value of any other type.
    fn piece(&mut self, index: usize, value: Piece<'_>);
    /// Writes what stands under a key that is none of the struct's.
    fn other(&mut self, key: &str, value: Piece<'_>);
}

/// The items of a list.
pub trait List {
    /// Shows each.
    fn show(&self, items: &mut dyn ItemSink);
}

/// Where the items of a list are written.
pub trait ItemSink {
    /// Writes an item.
    fn item(&mut self, value: Piece<'_>);
}

/// The entries of a map.
pub trait Map {
    /// How many there are.
    fn count(&self) -> usize;

    /// Shows each.
    fn show(&self, entries: &mut dyn EntrySink);
}

/// Where the entries of a map are written.
pub trait EntrySink {
    /// Writes an entry.
    fn entry(&mut self, key: &str, value: Piece<'_>);
}
