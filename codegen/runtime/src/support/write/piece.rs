//! How values are written: a value gives its kind as a [`Piece`] and passes its parts to a sink.
//!
//! Models are not generic over formats: only `write/mod.rs` is, and it is compiled once for each
//! format.

use std::fmt;

use crate::support::record::Record;
#[cfg(feature = "json")]
use crate::support::values::json::{Number, Value};
#[cfg(feature = "foreign")]
use crate::support::wire::foreign;
use crate::support::wire::{self, Wire};

/// A value of any type that can be written.
pub trait Encode {
    /// The value as a piece.
    fn piece(&self) -> Piece<'_>;
}

impl<T: Wire> Encode for T {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        wire::piece(self)
    }
}

/// Passes a value to the sink, as the field with this index.
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

/// Passes a value inside an `Option` to the sink, as the field with this index.
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

/// A value to be written. `Some…` is a value inside an `Option`, which formats that are not
/// self-describing mark.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// An integer of 32 bits.
    Int32(i32),
    /// An integer of 64 bits.
    Int64(i64),
    #[cfg(feature = "flags")]
    /// Bits of an integer.
    Unsigned(u64),
    /// A float of 32 bits.
    Float32(f32),
    /// A float of 64 bits.
    Float64(f64),
    /// Text.
    Text(&'a str),
    /// The same, in an `Option`.
    SomeText(&'a str),
    /// A value that is written as text, such as a date.
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
    /// A list with this number of items.
    List(usize, &'a dyn List),
    /// A map.
    Map(&'a dyn Map),
    /// Any of these, in an `Option`.
    Some(&'a dyn Encode),
    #[cfg(feature = "foreign")]
    /// A value that only serde can write.
    Foreign(foreign::Piece<'a>),
}

/// Writes the fields of a struct, in their order, without absent ones. Frequent types have methods
/// of their own, so that the format need not match on the piece.
pub trait FieldSink {
    /// Writes `true` or `false`.
    fn boolean(&mut self, index: usize, value: bool);
    /// The same, in an `Option`.
    fn some_boolean(&mut self, index: usize, value: bool);
    /// Writes an integer of 64 bits.
    fn int64(&mut self, index: usize, value: i64);
    /// The same, in an `Option`.
    fn some_int64(&mut self, index: usize, value: i64);
    /// Writes a float of 64 bits.
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
    /// Writes a list with this number of items.
    fn list(&mut self, index: usize, count: usize, value: &dyn List);
    /// Writes a struct.
    fn record(&mut self, index: usize, value: &dyn Record);
    /// The same, in an `Option`.
    fn some_record(&mut self, index: usize, value: &dyn Record);
    /// Writes a value of any other type.
    fn piece(&mut self, index: usize, value: Piece<'_>);
    /// Writes an unknown key and its value.
    fn other(&mut self, key: &str, value: Piece<'_>);
}

/// The items of a list.
pub trait List {
    /// Passes each to the sink.
    fn show(&self, items: &mut dyn ItemSink);
}

/// Writes the items of a list.
pub trait ItemSink {
    /// Writes an item.
    fn item(&mut self, value: Piece<'_>);
}

/// The entries of a map.
pub trait Map {
    /// Their number.
    fn count(&self) -> usize;

    /// Passes each to the sink.
    fn show(&self, entries: &mut dyn EntrySink);
}

/// Writes the entries of a map.
pub trait EntrySink {
    /// Writes an entry.
    fn entry(&mut self, key: &str, value: Piece<'_>);
}
