//! How values are read: a value shows where its parts go, and a reader puts them there.
//!
//! No model is generic over formats. A model hands out [`Slot`]s, and only `reader.rs`, the same
//! for all models, is compiled once a format. Values are filled in place: reading starts from a
//! blank one, which nobody sees if it fails.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use super::outside;
use super::record::Record;
use super::union::Variants;
use crate::{Maybe, Number, Value};

/// A value that can be read.
pub trait Decode: Sized {
    /// What is there before it is read.
    fn blank() -> Self;

    /// Where the value goes.
    fn slot(&mut self) -> Slot<'_>;

    /// Where the value goes, or null.
    #[inline]
    fn slot_or_null(place: &mut Option<Self>) -> Slot<'_> {
        Slot::Nullable(place)
    }

    /// Where a list of such values goes.
    #[inline]
    fn slot_of_list(list: &mut Vec<Self>) -> Slot<'_> {
        Slot::List(list)
    }
}

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
    /// A number that keeps its digits.
    Number(&'a mut Number),
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
    /// One of several types.
    Union(&'a mut dyn Variants),
    /// What only serde can read.
    Outside(outside::Slot<'a>),
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

/// A list that takes items made from text.
pub trait Texts: List {
    /// Says what is expected of an item.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Takes the text of the next item; `false` if nothing can be made from it.
    fn push(&mut self, text: &str) -> bool;

    /// What is wrong with a text that was not taken.
    fn problem(&self, text: &str) -> String;
}

/// A map that takes values.
pub trait Map {
    /// Where the value of a key goes.
    fn next(&mut self, key: String) -> Slot<'_>;
}

macro_rules! scalars {
    ($($ty:ty = $blank:expr, $slot:ident $(or $optional:ident)?;)*) => {
        $(impl Decode for $ty {
            #[inline]
            fn blank() -> Self {
                $blank
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
    #[inline]
    fn blank() -> Self {
        None
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot_or_null(self)
    }
}

impl<T: Decode> Nullable for Option<T> {
    fn null(&mut self) {
        *self = None;
    }

    fn some(&mut self) -> Slot<'_> {
        self.insert(T::blank()).slot()
    }
}

impl<T: Decode> Decode for Maybe<T> {
    #[inline]
    fn blank() -> Self {
        Self::Absent
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }
}

impl<T: Decode> Nullable for Maybe<T> {
    fn null(&mut self) {
        *self = Self::Null;
    }

    fn some(&mut self) -> Slot<'_> {
        *self = Self::Value(T::blank());
        match self {
            Self::Value(value) => value.slot(),
            _ => Slot::Nowhere,
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot_of_list(self)
    }
}

impl<T: Decode> List for Vec<T> {
    fn reserve(&mut self, count: usize) {
        // A count is only announced: it may not take more than a mebibyte.
        Self::reserve(self, count.min((1 << 20) / size_of::<T>().max(1)));
    }

    fn next(&mut self) -> Slot<'_> {
        push(self, T::blank());
        self.last_mut().map_or(Slot::Nowhere, T::slot)
    }
}

/// Adds an item. Small ones get room for eight at first, so that a short list is allocated once.
#[inline]
pub fn push<T>(list: &mut Vec<T>, item: T) {
    if list.capacity() == 0 && size_of::<T>() <= 32 {
        *list = Vec::with_capacity(8);
    }
    list.push(item);
}

/// Where the value of a key of a map goes.
macro_rules! next {
    ($self:ident, $key:ident) => {{
        let value = match $self.entry($key) {
            Entry::Vacant(entry) => entry.insert(T::blank()),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = T::blank();
                value
            }
        };
        value.slot()
    }};
}

#[allow(unused_imports, reason = "not every crate has maps of another type")]
pub(super) use next;

impl<T: Decode> Decode for BTreeMap<String, T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Map for BTreeMap<String, T> {
    fn next(&mut self, key: String) -> Slot<'_> {
        next!(self, key)
    }
}
