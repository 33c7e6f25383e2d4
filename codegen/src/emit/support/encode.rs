//! How values are written: a value says what it is, and shows its parts to a sink.
//!
//! No model is generic over formats: only `writer.rs`, the same for all models, is compiled once a
//! format.

use std::collections::BTreeMap;
use std::fmt;

use super::outside;
use super::record::Record;
use crate::{Maybe, Number, Value};

/// A value that can be written.
pub trait Encode {
    /// The value as a sink takes it.
    fn piece(&self) -> Piece<'_>;

    /// Shows it as the field of an index.
    #[inline]
    fn show(&self, index: usize, fields: &mut dyn FieldSink) {
        fields.piece(index, self.piece());
    }

    /// Shows it as the field of an index that may be absent or null, and is not.
    #[inline]
    fn show_some(&self, index: usize, fields: &mut dyn FieldSink)
    where
        Self: Sized,
    {
        fields.piece(index, some(self));
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
    /// A number that keeps its digits.
    Number(&'a Number),
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
    /// What only serde can write.
    Outside(outside::Piece<'a>),
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
    /// Writes a number that keeps its digits.
    fn number(&mut self, index: usize, value: &Number);
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

macro_rules! scalars {
    ($($ty:ty: $value:ident => $piece:expr $(, $show:ident or $show_some:ident)?;)*) => {
        $(impl Encode for $ty {
            #[inline]
            fn piece(&self) -> Piece<'_> {
                let $value = self;
                $piece
            }

            $(
                #[inline]
                fn show(&self, index: usize, fields: &mut dyn FieldSink) {
                    let $value = self;
                    fields.$show(index, scalars!(@$show $value));
                }

                #[inline]
                fn show_some(&self, index: usize, fields: &mut dyn FieldSink) {
                    let $value = self;
                    fields.$show_some(index, scalars!(@$show $value));
                }
            )?
        })*
    };
    (@text $value:ident) => { $value };
    (@number $value:ident) => { $value };
    (@$show:ident $value:ident) => { *$value };
}

scalars!(
    bool: value => Piece::Boolean(*value), boolean or some_boolean;
    i32: value => Piece::Int32(*value);
    i64: value => Piece::Int64(*value), int64 or some_int64;
    f32: value => Piece::Float32(*value);
    f64: value => Piece::Float64(*value), float64 or some_float64;
    String: value => Piece::Text(value), text or some_text;
    Value: value => Piece::Any(value);
    Number: value => Piece::Number(value), number or some_number;
);

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        self.as_ref().map_or(Piece::Null, some)
    }

    #[inline]
    fn show(&self, index: usize, fields: &mut dyn FieldSink) {
        match self {
            None => fields.piece(index, Piece::Null),
            Some(value) => value.show_some(index, fields),
        }
    }
}

impl<T: Encode> Encode for Maybe<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        match self {
            Self::Absent | Self::Null => Piece::Null,
            Self::Value(value) => some(value),
        }
    }

    #[inline]
    fn show(&self, index: usize, fields: &mut dyn FieldSink) {
        match self {
            Self::Absent | Self::Null => fields.piece(index, Piece::Null),
            Self::Value(value) => value.show_some(index, fields),
        }
    }
}

#[inline]
fn some<T: Encode>(value: &T) -> Piece<'_> {
    match value.piece() {
        Piece::Text(text) => Piece::SomeText(text),
        Piece::Record(value) => Piece::SomeRecord(value),
        _ => Piece::Some(value),
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        T::piece(self)
    }

    #[inline]
    fn show(&self, index: usize, fields: &mut dyn FieldSink) {
        T::show(self, index, fields);
    }

    #[inline]
    fn show_some(&self, index: usize, fields: &mut dyn FieldSink) {
        T::show_some(self, index, fields);
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::List(self.len(), self)
    }

    #[inline]
    fn show(&self, index: usize, fields: &mut dyn FieldSink) {
        fields.list(index, self.len(), self);
    }
}

impl<T: Encode> List for Vec<T> {
    fn show(&self, items: &mut dyn ItemSink) {
        for item in self {
            items.item(item.piece());
        }
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Map(self)
    }
}

impl<T: Encode> Map for BTreeMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn show(&self, entries: &mut dyn EntrySink) {
        for (key, value) in self {
            entries.entry(key, value.piece());
        }
    }
}
