//! Values made from text, and their slots: a field, a nullable field, a list.

use std::fmt;

use super::containers;
use super::{Kind, Wire};
use crate::support::read::slot::{self, Slot, Text};
use crate::support::values::unknown_value::name;
use crate::support::write::piece::Piece;

/// A value made from a scalar: text or an integer.
pub trait Made: Sized {
    /// The type of the scalar.
    type From: ?Sized;

    /// The error for a scalar without a value.
    type Error: fmt::Display;

    /// The value of a known scalar.
    fn known(from: &Self::From) -> Option<Self>;

    /// The value that keeps an unknown scalar.
    ///
    /// # Errors
    ///
    /// If the type keeps no unknown scalars.
    fn other(from: &Self::From) -> Result<Self, Self::Error>;

    /// The scalar.
    fn piece(&self) -> Piece<'_>;

    /// Writes what is expected.
    ///
    /// # Errors
    ///
    /// Errors of the formatter.
    fn expects(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", name::<Self>())
    }
}

/// Values made from text.
pub struct Texts;

impl<T: Made<From = str>> Kind<T> for Texts {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Text(value)
    }

    #[inline]
    fn slot_or_null(place: &mut Option<T>) -> Slot<'_> {
        Slot::OptionalText(place)
    }

    #[inline]
    fn slot_of_list(list: &mut Vec<T>) -> Slot<'_>
    where
        T: Wire,
    {
        Slot::Texts(list)
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        value.piece()
    }
}

/// The slots of values made from text.
trait Place {
    /// Their type.
    type Value: Made<From = str>;

    /// Stores a value.
    fn take(&mut self, value: Self::Value);
}

impl<T: Made<From = str>> Place for T {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        slot::put(self, value);
    }
}

impl<T: Made<From = str>> Place for Option<T> {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        slot::put(self, Some(value));
    }
}

impl<T: Made<From = str>> Place for Vec<T> {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        containers::push(self, value);
    }
}

impl<P: Place> Text for P {
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        <P::Value as Made>::expects(f)
    }

    #[inline]
    fn put(&mut self, text: &str) -> bool {
        match P::Value::known(text) {
            Some(known) => {
                self.take(known);
                true
            }
            None => put_other(self, text),
        }
    }

    fn problem(&self, text: &str) -> String {
        let made = P::Value::other(text);
        made.err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }
}

/// A separate function, so that the path of known values needs no stack for unknown ones.
#[cold]
#[inline(never)]
fn put_other<P: Place>(place: &mut P, text: &str) -> bool {
    P::Value::other(text).map(|other| place.take(other)).is_ok()
}

impl<T: Made<From = str> + Wire> slot::Texts for Vec<T> {}
