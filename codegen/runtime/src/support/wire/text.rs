//! Values that are made from text, and where they go: a field, one that may be null, a list.

use std::fmt;

use super::containers;
use super::{Kind, Wire};
use crate::support::read::slot::{self, Slot, Text};
use crate::support::write::piece::Piece;

/// A value that is made from text.
pub trait FromText: Sized {
    /// Says what is expected.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn expects(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The value, if it is a usual one.
    fn known(text: &str) -> Option<Self>;

    /// The value that keeps any other text, if there is one.
    fn unknown(_: &str) -> Option<Self> {
        None
    }

    /// What is wrong with a text that nothing is made from.
    fn problem(text: &str) -> String;

    /// The text.
    fn piece(&self) -> Piece<'_>;
}

/// What is made from text.
pub struct Made;

impl<T: FromText> Kind<T> for Made {
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
    type Value: FromText;

    /// Takes one.
    fn take(&mut self, value: Self::Value);
}

impl<T: FromText> Place for T {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        slot::put(self, value);
    }
}

impl<T: FromText> Place for Option<T> {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        slot::put(self, Some(value));
    }
}

impl<T: FromText> Place for Vec<T> {
    type Value = T;

    #[inline]
    fn take(&mut self, value: T) {
        containers::push(self, value);
    }
}

impl<P: Place> Text for P {
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        <P::Value as FromText>::expects(f)
    }

    #[inline]
    fn put(&mut self, text: &str) -> bool {
        match P::Value::known(text) {
            Some(known) => {
                self.take(known);
                true
            }
            None => put_unknown(self, text),
        }
    }

    fn problem(&self, text: &str) -> String {
        <P::Value as FromText>::problem(text)
    }
}

/// Apart, so that a known value needs no room for an unknown one.
#[cold]
#[inline(never)]
fn put_unknown<P: Place>(place: &mut P, text: &str) -> bool {
    match P::Value::unknown(text) {
        Some(unknown) => {
            place.take(unknown);
            true
        }
        None => false,
    }
}

impl<T: FromText + Wire> slot::Texts for Vec<T> {}
