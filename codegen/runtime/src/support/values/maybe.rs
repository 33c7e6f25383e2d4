//! Optional fields that may be null.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An optional field that may also be null. `Option` cannot distinguish these three cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Maybe<T> {
    /// The key is absent.
    #[default]
    Absent,
    /// The key is present, its value is null.
    Null,
    /// The key is present, with a value.
    Value(T),
}

impl<T> Maybe<T> {
    /// Whether the key is absent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the value is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether there is a value.
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The same three cases around a reference.
    pub const fn as_ref(&self) -> Maybe<&T> {
        match self {
            Self::Absent => Maybe::Absent,
            Self::Null => Maybe::Null,
            Self::Value(value) => Maybe::Value(value),
        }
    }

    /// The same three cases around a mutable reference.
    pub const fn as_mut(&mut self) -> Maybe<&mut T> {
        match self {
            Self::Absent => Maybe::Absent,
            Self::Null => Maybe::Null,
            Self::Value(value) => Maybe::Value(value),
        }
    }

    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one; absent and null become `None`.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Changes the value, if there is one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Maybe<U> {
        match self {
            Self::Absent => Maybe::Absent,
            Self::Null => Maybe::Null,
            Self::Value(value) => Maybe::Value(change(value)),
        }
    }

    /// The value, or `other` if it is absent or null.
    pub fn unwrap_or(self, other: T) -> T {
        self.into_option().unwrap_or(other)
    }

    /// The value, or the result of `other` if it is absent or null.
    pub fn unwrap_or_else(self, other: impl FnOnce() -> T) -> T {
        self.into_option().unwrap_or_else(other)
    }

    /// Whether there is a value and `holds` is true for it.
    pub fn is_value_and(self, holds: impl FnOnce(T) -> bool) -> bool {
        self.into_option().is_some_and(holds)
    }

    /// The same three cases around the dereferenced value: `Maybe<&str>` from `Maybe<String>`.
    pub fn as_deref(&self) -> Maybe<&T::Target>
    where
        T: Deref,
    {
        self.as_ref().map(Deref::deref)
    }

    /// The result of a function of the value, if there is one; absent and null stay the same.
    pub fn and_then<U>(self, change: impl FnOnce(T) -> Maybe<U>) -> Maybe<U> {
        match self {
            Self::Absent => Maybe::Absent,
            Self::Null => Maybe::Null,
            Self::Value(value) => change(value),
        }
    }

    /// The value, or an error if it is absent or null.
    ///
    /// # Errors
    ///
    /// If there is no value.
    pub fn ok_or<E>(self, error: E) -> Result<T, E> {
        self.into_option().ok_or(error)
    }

    /// A mutable reference to the value, which is inserted if it is absent or null.
    pub fn get_or_insert_with(&mut self, make: impl FnOnce() -> T) -> &mut T {
        if !self.is_value() {
            *self = Self::Value(make());
        }
        match self {
            Self::Value(value) => value,
            Self::Absent | Self::Null => unreachable!("it was put there"),
        }
    }

    /// Replaces the content with a value, and returns the old content.
    pub fn replace(&mut self, value: T) -> Self {
        std::mem::replace(self, Self::Value(value))
    }

    /// Replaces the content with a value, and returns a mutable reference to it.
    pub fn insert(&mut self, value: T) -> &mut T {
        *self = Self::Absent;
        self.get_or_insert_with(|| value)
    }

    /// The value, or its default if it is absent or null.
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        self.into_option().unwrap_or_default()
    }

    /// Takes the content and leaves the field absent.
    pub fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Absent)
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` becomes null, as an explicit `None` is not an absent key.
impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

/// For string literals.
impl From<&str> for Maybe<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Clone> Maybe<&T> {
    /// The same three cases around a copy of the value.
    pub fn cloned(self) -> Maybe<T> {
        self.map(T::clone)
    }
}

/// Absent and null become `None`.
impl<T> From<Maybe<T>> for Option<T> {
    fn from(value: Maybe<T>) -> Self {
        value.into_option()
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_some(value),
            Self::Absent | Self::Null => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

/// Reads a required field that may be null. By default, serde reads a missing `Option` as `None`.
///
/// # Errors
///
/// If the value is neither null nor a `T`.
#[doc(hidden)]
pub fn nullable<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}
