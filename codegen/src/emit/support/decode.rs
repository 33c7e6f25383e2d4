//! How values are read: a value shows where its parts go, and a source puts them there.
//!
//! No model is generic over formats. A model hands [`Slot`]s to a [`Source`], and only `reader.rs`,
//! the same for all models, is compiled once a format. Values are filled in place: reading starts
//! from a blank one, which nobody sees if it fails.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use super::outside;
use super::record::Record;
use super::union::Choice;
use crate::{Maybe, Number, Value};

/// A value that can be read.
pub trait Decode: Sized {
    /// What is there before it is read.
    fn blank() -> Self;

    /// Reads the value.
    ///
    /// # Errors
    ///
    /// When it is none of the type.
    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed>;

    /// Takes null, if the type knows null.
    fn null(&mut self) {}

    /// Reads a value that is not null.
    ///
    /// # Errors
    ///
    /// When it is none of the type.
    fn some(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        self.fill(source)
    }

    /// Where the value goes.
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Value(self)
    }

    /// Where the value goes, or null.
    #[inline]
    fn slot_or_null(place: &mut Option<Self>) -> Slot<'_> {
        Slot::Nullable(place)
    }
}

/// Where a value goes. What is met most has a slot of its own, which is filled without a call
/// through `dyn`.
pub enum Slot<'a> {
    /// Nowhere: it is there already.
    Full,
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
    /// A number that keeps its digits.
    Number(&'a mut Number),
    /// Any value.
    Any(&'a mut Value),
    /// What is made from text: an enum, a date.
    Text(&'a mut dyn Text),
    /// The same, or null.
    OptionalText(&'a mut dyn Text),
    /// What reads itself.
    Value(&'a mut dyn Place),
    /// The same, or null.
    Nullable(&'a mut dyn Place),
    /// The fields of a struct.
    Record(&'a mut Record<'a>),
    /// The items of a list.
    List(&'a mut dyn List),
    /// The entries of a map.
    Map(&'a mut dyn Map),
    /// One of several types.
    Union(&'a mut Choice<'a>),
    /// What only serde can read.
    Outside(outside::Slot<'a>),
}

/// Reading failed; the source knows why.
#[derive(Debug)]
pub struct Failed;

/// Where a value comes from.
pub trait Source {
    /// Puts the value into a slot. It can be done once.
    ///
    /// # Errors
    ///
    /// When the value does not go there.
    fn fill(&mut self, slot: Slot<'_>) -> Result<(), Failed>;

    /// Keeps what is wrong with the value.
    fn fail(&mut self, problem: &dyn fmt::Display) -> Failed;
}

/// A value that reads itself, behind `dyn`.
pub trait Place {
    /// Takes the value.
    ///
    /// # Errors
    ///
    /// When it is none of the type.
    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed>;

    /// Takes null.
    fn null(&mut self);

    /// Takes a value that is not null.
    ///
    /// # Errors
    ///
    /// When it is none of the type.
    fn some(&mut self, source: &mut dyn Source) -> Result<(), Failed>;
}

impl<T: Decode> Place for T {
    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        Decode::fill(self, source)
    }

    fn null(&mut self) {
        Decode::null(self);
    }

    fn some(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        Decode::some(self, source)
    }
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

/// A list that takes items.
pub trait List {
    /// Makes room for items to come.
    fn reserve(&mut self, count: usize);

    /// Where the next item goes.
    fn next(&mut self) -> Slot<'_>;
}

/// A map that takes values.
pub trait Map {
    /// Where the value of a key goes.
    fn next(&mut self, key: String) -> Slot<'_>;
}

/// Reads a value.
///
/// # Errors
///
/// When it is no `T`.
pub fn read<T: Decode>(source: &mut dyn Source) -> Result<T, Failed> {
    let mut value = T::blank();
    match value.fill(source) {
        Ok(()) => Ok(value),
        Err(failed) => Err(failed),
    }
}

macro_rules! scalars {
    ($($ty:ty = $blank:expr, $slot:ident $(or $optional:ident)?;)*) => {
        $(impl Decode for $ty {
            fn blank() -> Self {
                $blank
            }

            fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
                source.fill(Slot::$slot(self))
            }

            #[inline]
            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }

            $(
                #[inline]
                fn slot_or_null(place: &mut Option<Self>) -> Slot<'_> {
                    Slot::$optional(place)
                }
            )?
        })*
    };
}

scalars!(
    bool = false, Boolean or OptionalBoolean;
    i32 = 0, Int32 or OptionalInt32;
    i64 = 0, Int64 or OptionalInt64;
    f32 = 0.0, Float32;
    f64 = 0.0, Float64 or OptionalFloat64;
    String = String::new(), String or OptionalString;
    Value = Value::Null, Any;
    Number = Number::default(), Number;
);

impl<T: Decode> Decode for Option<T> {
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        source.fill(T::slot_or_null(self))
    }

    fn null(&mut self) {
        *self = None;
    }

    fn some(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        self.insert(T::blank()).fill(source)
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot_or_null(self)
    }
}

impl<T: Decode> Decode for Maybe<T> {
    fn blank() -> Self {
        Self::Absent
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        source.fill(Slot::Nullable(self))
    }

    fn null(&mut self) {
        *self = Self::Null;
    }

    fn some(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        *self = Self::Value(read(source)?);
        Ok(())
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        T::fill(self, source)
    }

    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        source.fill(Slot::List(self))
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: Decode> List for Vec<T> {
    fn reserve(&mut self, count: usize) {
        // A count is only announced: it may not take more than a mebibyte.
        Self::reserve(self, count.min((1 << 20) / size_of::<T>().max(1)));
    }

    fn next(&mut self) -> Slot<'_> {
        self.push(T::blank());
        self.last_mut().map_or(Slot::Full, T::slot)
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        source.fill(Slot::Map(self))
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Map for BTreeMap<String, T> {
    fn next(&mut self, key: String) -> Slot<'_> {
        let value = match self.entry(key) {
            Entry::Vacant(entry) => entry.insert(T::blank()),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = T::blank();
                value
            }
        };
        value.slot()
    }
}
