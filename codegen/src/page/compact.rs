//! Texts and lists of the tree without room to grow: pages have very many of them.

use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::source;

/// A text of a run: most often it stands in the file as it is.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Part(source::Text),
    // Boxed twice to be no larger than the other.
    Own(Box<Box<str>>),
}

impl Text {
    /// A text that stands in a file.
    pub(super) fn part(part: source::Text) -> Self {
        Self(Kept::Part(part))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Part(part) => part.as_str(),
            Kept::Own(own) => own,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<T: Into<Box<str>>> From<T> for Text {
    fn from(text: T) -> Self {
        Self(Kept::Own(Box::new(text.into())))
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// Things in a row.
#[derive(Clone, PartialEq)]
pub struct Packed<T>(Box<[T]>);

impl<T> Packed<T> {
    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The same, to be changed in number.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.0.into_vec()
    }
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self(Box::default())
    }
}

impl<T> Deref for Packed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> DerefMut for Packed<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T> From<Vec<T>> for Packed<T> {
    fn from(things: Vec<T>) -> Self {
        Self(things.into())
    }
}

impl<'a, T> IntoIterator for &'a Packed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_size_of_a_slice_wherever_it_stands() {
        assert_eq!(size_of::<Text>(), size_of::<&str>());
        let (own, whole) = (Text::from("a"), source::Text::from("bab"));
        let part = Text::part(whole.slice(1..2).unwrap());
        assert_eq!((&own, part.as_str()), (&part, "a"));
    }
}
