//! How values are written: a value shows its parts as [`Piece`]s, and a sink writes them.
//!
//! No model is generic over formats: only `writer.rs`, the same for all models, is compiled once a
//! format.

use std::collections::BTreeMap;
use std::fmt;

use super::outside;
use super::record::Table;
use crate::{Maybe, Number, Value};

/// A value that can be written.
pub trait Encode {
    /// The value as a sink takes it.
    fn piece(&self) -> Piece<'_>;

    /// Writes a value of several pieces.
    fn write(&self, sink: &mut dyn Sink) {
        sink.piece(self.piece());
    }
}

/// A value to be written. What is met most has a piece of its own, which is written without a call
/// through `dyn`. `Some…` is what an `Option` holds: formats that do not describe themselves write
/// that there is something.
#[derive(Clone, Copy)]
pub enum Piece<'a> {
    /// A field that is left out.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// The same, in an `Option`.
    SomeBoolean(bool),
    /// A whole number of 32 bits.
    Int32(i32),
    /// The same, in an `Option`.
    SomeInt32(i32),
    /// A whole number of 64 bits.
    Int64(i64),
    /// The same, in an `Option`.
    SomeInt64(i64),
    /// A number of 32 bits.
    Float32(f32),
    /// A number of 64 bits.
    Float64(f64),
    /// The same, in an `Option`.
    SomeFloat64(f64),
    /// Text.
    Text(&'a str),
    /// The same, in an `Option`.
    SomeText(&'a str),
    /// What is written as text: a date.
    Shown(&'a dyn fmt::Display),
    /// A number that keeps its digits.
    Number(&'a Number),
    /// Any value.
    Any(&'a Value),
    /// What writes itself.
    Value(&'a dyn Encode),
    /// The same, in an `Option`.
    Some(&'a dyn Encode),
    /// What only serde can write.
    Outside(outside::Piece<'a>),
}

/// Pieces with their keys.
pub type Entries<'a> = &'a mut dyn Iterator<Item = (&'a str, Piece<'a>)>;

/// Where a value is written. One of these is called, once.
pub trait Sink {
    /// Writes a value of one piece.
    fn piece(&mut self, piece: Piece<'_>);

    /// Writes a struct of which so many fields are absent.
    fn record(&mut self, table: &'static Table, pieces: &[Piece<'_>], absent: usize);

    /// Writes a struct that keeps other keys: all in all, so many.
    fn open_record(
        &mut self,
        table: &'static Table,
        pieces: &[Piece<'_>],
        count: usize,
        extra: Entries<'_>,
    );

    /// Writes a list.
    fn list(&mut self, count: usize, items: &mut dyn Iterator<Item = Piece<'_>>);

    /// Writes a map.
    fn map(&mut self, count: usize, entries: Entries<'_>);
}

macro_rules! scalars {
    ($($ty:ty: $value:ident => $piece:expr;)*) => {
        $(impl Encode for $ty {
            #[inline]
            fn piece(&self) -> Piece<'_> {
                let $value = self;
                $piece
            }
        })*
    };
}

scalars!(
    bool: value => Piece::Boolean(*value);
    i32: value => Piece::Int32(*value);
    i64: value => Piece::Int64(*value);
    f32: value => Piece::Float32(*value);
    f64: value => Piece::Float64(*value);
    String: value => Piece::Text(value);
    Value: value => Piece::Any(value);
    Number: value => Piece::Number(value);
);

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        match self {
            None => Piece::Null,
            Some(value) => some(value),
        }
    }
}

impl<T: Encode> Encode for Maybe<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        match self {
            Self::Absent => Piece::Absent,
            Self::Null => Piece::Null,
            Self::Value(value) => some(value),
        }
    }
}

#[inline]
fn some<T: Encode>(value: &T) -> Piece<'_> {
    match value.piece() {
        Piece::Boolean(value) => Piece::SomeBoolean(value),
        Piece::Int32(value) => Piece::SomeInt32(value),
        Piece::Int64(value) => Piece::SomeInt64(value),
        Piece::Float64(value) => Piece::SomeFloat64(value),
        Piece::Text(text) => Piece::SomeText(text),
        Piece::Value(value) => Piece::Some(value),
        _ => Piece::Some(value),
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        T::piece(self)
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Value(self)
    }

    fn write(&self, sink: &mut dyn Sink) {
        sink.list(self.len(), &mut self.iter().map(T::piece));
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Value(self)
    }

    fn write(&self, sink: &mut dyn Sink) {
        let mut entries = self
            .iter()
            .map(|(key, value)| (key.as_str(), value.piece()));
        sink.map(self.len(), &mut entries);
    }
}
