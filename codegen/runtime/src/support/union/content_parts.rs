//! The items or entries of content, its own or lent by other content: a value that is tried as several
//! variants is not copied for each.

use std::borrow::Cow;
use std::ops::Deref;
use std::{iter, slice, vec};

use super::content::{Content, Entry};

/// Items of a list or entries of an object.
#[derive(Debug)]
pub enum Parts<'de, T> {
    /// Its own.
    Own(Vec<T>),
    /// Those of another value.
    Lent(&'de [T]),
}

/// A part that can be lent.
pub trait Again<'de> {
    /// The same part, which borrows all that it holds.
    fn again(&'de self) -> Self;
}

impl<'de> Again<'de> for Content<'de> {
    fn again(&'de self) -> Self {
        Content::again(self)
    }
}

impl<'de> Again<'de> for Entry<'de> {
    fn again(&'de self) -> Self {
        (Cow::Borrowed(&*self.0), self.1.again())
    }
}

impl<T> Deref for Parts<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Own(parts) => parts,
            Self::Lent(parts) => parts,
        }
    }
}

impl<'de, T: Again<'de>> IntoIterator for Parts<'de, T> {
    type Item = T;
    type IntoIter = IntoIter<'de, T>;

    fn into_iter(self) -> IntoIter<'de, T> {
        match self {
            Self::Own(parts) => IntoIter::Own(parts.into_iter()),
            Self::Lent(parts) => IntoIter::Lent(parts.iter()),
        }
    }
}

/// The parts, one after the other.
pub enum IntoIter<'de, T> {
    /// Of a value of its own.
    Own(vec::IntoIter<T>),
    /// Of another value.
    Lent(slice::Iter<'de, T>),
}

impl<'de, T: Again<'de>> Iterator for IntoIter<'de, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        match self {
            Self::Own(parts) => parts.next(),
            Self::Lent(parts) => parts.next().map(T::again),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Own(parts) => parts.size_hint(),
            Self::Lent(parts) => parts.size_hint(),
        }
    }
}

impl<'de, T: Again<'de>> iter::ExactSizeIterator for IntoIter<'de, T> {}
