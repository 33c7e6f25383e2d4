//! What is read and written: each type names its kind, and the kind says where a value goes and
//! what it is. So a model states its kind in a line, and its functions are those of the kind.

pub mod containers;
#[cfg(feature = "foreign")]
pub mod foreign;
#[cfg(feature = "index-map")]
pub mod index_map;
pub mod scalars;
pub mod text;

use crate::Maybe;
use crate::support::read::slot::Slot;
use crate::support::write::piece::{self, FieldSink, Piece};

/// A type of values that are read and written.
pub trait Wire: Sized {
    /// What kind of type it is.
    type Kind: Kind<Self>;

    /// What is there before a value is read.
    fn blank() -> Self;

    /// Where the value goes.
    #[inline]
    fn wire_slot(&mut self) -> Slot<'_> {
        Self::Kind::slot(self)
    }

    /// Shows the value as the field of an index.
    #[inline]
    fn wire_show(&self, index: usize, fields: &mut dyn FieldSink) {
        piece::show(self, index, fields);
    }
}

/// The field of a struct that may be absent.
pub trait Optional {
    /// What it holds.
    type Value;

    /// Whether it is there.
    fn is_there(&self) -> bool;

    /// Shows it as the field of an index, if it is there.
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
    /// Where the value goes.
    fn slot(value: &mut T) -> Slot<'_>;

    /// Where the value goes, or null.
    #[inline]
    fn slot_or_null(place: &mut Option<T>) -> Slot<'_>
    where
        T: Wire,
    {
        Slot::Nullable(place)
    }

    /// Where a list of such values goes.
    #[inline]
    fn slot_of_list(list: &mut Vec<T>) -> Slot<'_>
    where
        T: Wire,
    {
        Slot::List(list)
    }

    /// The value as a sink takes it.
    fn piece(value: &T) -> Piece<'_>;
}

/// A value as a sink takes it.
#[inline]
pub fn piece<T: Wire>(value: &T) -> Piece<'_> {
    T::Kind::piece(value)
}
