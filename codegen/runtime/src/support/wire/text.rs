//! Values that are made from text, and where they go: a field, one that may be null, a list.

use std::fmt;

use super::containers;
use super::{Kind, Wire};
use crate::support::read::slot::{self, Slot, Text};
use crate::support::values::unknown_value::name;
use crate::support::write::piece::Piece;

/// A value that is made from a scalar: text, or a whole number.
pub trait Made: Sized {
    /// What it is made from.
    type From: ?Sized;

    /// What is wrong with a scalar that nothing is made from.
    type Error: fmt::Display;

    /// The value, if it is a usual one.
    fn known(from: &Self::From) -> Option<Self>;

    /// The value that keeps any other scalar.
    ///
    /// # Errors
    ///
    /// When there is none.
    fn other(from: &Self::From) -> Result<Self, Self::Error>;

    /// The scalar.
    fn piece(&self) -> Piece<'_>;

    /// Says what is expected.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn expects(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", name::<Self>())
    }
}

/// What is made from text.
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

/// Where values go that are made from text.
trait Place {
    /// Their type.
    type Value: Made<From = str>;

    /// Takes one.
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

/// Apart, so that a known value needs no room for an unknown one.
#[cold]
#[inline(never)]
fn put_other<P: Place>(place: &mut P, text: &str) -> bool {
    P::Value::other(text).map(|other| place.take(other)).is_ok()
}

impl<T: Made<From = str> + Wire> slot::Texts for Vec<T> {}
