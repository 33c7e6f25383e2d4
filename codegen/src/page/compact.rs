//! Text and runs of the tree without room to grow: pages have very many of them.

use std::fmt;
use std::ops::{Deref, DerefMut};

use super::tree::Inline;

/// A text of a run.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text(Box<str>);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T: Into<Box<str>>> From<T> for Text {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The runs of a heading, cell, item or paragraph, or inside of another run.
#[derive(Clone, PartialEq, Default)]
pub struct Inlines(Box<[Inline]>);

impl Inlines {
    /// The runs.
    #[must_use]
    pub fn as_slice(&self) -> &[Inline] {
        &self.0
    }

    /// The runs, to be changed in number.
    #[must_use]
    pub fn into_vec(self) -> Vec<Inline> {
        self.0.into_vec()
    }
}

impl Deref for Inlines {
    type Target = [Inline];

    fn deref(&self) -> &[Inline] {
        &self.0
    }
}

impl DerefMut for Inlines {
    fn deref_mut(&mut self) -> &mut [Inline] {
        &mut self.0
    }
}

impl From<Vec<Inline>> for Inlines {
    fn from(runs: Vec<Inline>) -> Self {
        Self(runs.into())
    }
}

impl<'a> IntoIterator for &'a Inlines {
    type Item = &'a Inline;
    type IntoIter = std::slice::Iter<'a, Inline>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Debug for Inlines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
