//! Reading and writing by kind: each type names its kind, and the kind gives the slot and the piece
//! of a value. A model needs one line, and the functions of a kind are shared.

pub mod containers;
#[cfg(feature = "foreign")]
pub mod foreign;
#[cfg(feature = "index-map")]
pub mod index_map;
pub mod scalars;
#[cfg(feature = "foreign")]
pub mod stack;
pub mod text;

use crate::Maybe;
use crate::support::read::slot::Slot;
use crate::support::write::piece::{self, FieldSink, Piece};

/// A type that can be read and written.
pub trait Wire: Sized {
    /// The kind of the type.
    type Kind: Kind<Self>;

    /// The value before reading, which owns nothing.
    fn blank() -> Self;

    /// The slot of the value.
    #[inline]
    fn wire_slot(&mut self) -> Slot<'_> {
        Self::Kind::slot(self)
    }

    /// Passes the value to the sink, as the field with this index.
    #[inline]
    fn wire_show(&self, index: usize, fields: &mut dyn FieldSink) {
        piece::show(self, index, fields);
    }
}

/// A field that may be absent.
pub trait Optional {
    /// The type of its value.
    type Value;

    /// Whether it is present.
    fn is_there(&self) -> bool;

    /// If it is present, passes it to the sink, as the field with this index.
    fn wire_show_if_there(&self, index: usize, fields: &mut dyn FieldSink)
    where
        Self::Value: Wire;
}

impl<T> Optional for Option<T> {
    type Value = T;

    #[inline]
    fn is_there(&self) -> bool {
        self.is_some()
    }

    #[inline]
    fn wire_show_if_there(&self, index: usize, fields: &mut dyn FieldSink)
    where
        T: Wire,
    {
        if let Some(value) = self {
            piece::show_some(value, index, fields);
        }
    }
}

impl<T> Optional for Maybe<T> {
    type Value = T;

    #[inline]
    fn is_there(&self) -> bool {
        !self.is_absent()
    }

    #[inline]
    fn wire_show_if_there(&self, index: usize, fields: &mut dyn FieldSink)
    where
        T: Wire,
    {
        if self.is_there() {
            self.wire_show(index, fields);
        }
    }
}

/// How the types of a kind are read and written.
pub trait Kind<T> {
    /// The slot of the value.
    fn slot(value: &mut T) -> Slot<'_>;

    /// The slot of the value or null.
    #[inline]
    fn slot_or_null(place: &mut Option<T>) -> Slot<'_>
    where
        T: Wire,
    {
        Slot::Nullable(place)
    }

    /// The slot of a list of such values.
    #[inline]
    fn slot_of_list(list: &mut Vec<T>) -> Slot<'_>
    where
        T: Wire,
    {
        Slot::List(list)
    }

    /// The value as a piece.
    fn piece(value: &T) -> Piece<'_>;
}

/// A value as a piece.
#[inline]
pub fn piece<T: Wire>(value: &T) -> Piece<'_> {
    T::Kind::piece(value)
}
