//! Dates and times in the format of RFC 3339.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::calendar::{self, Day, Instant, ParseError};
use crate::support::read;
use crate::support::wire::Wire;
use crate::support::wire::text::{Made, Texts};
use crate::support::write::piece::Piece;

/// A date and time with its offset: `2024-02-29T12:30:45.5+02:00`.
///
/// Two values are equal if they are the same instant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(pub(super) Instant);

/// A calendar date: `2024-02-29`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(super) Day);

impl FromStr for DateTime {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        calendar::parse_instant(text).map(Self)
    }
}

impl FromStr for Date {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        calendar::parse_day(text).map(Self)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        calendar::write_instant(&self.0, f)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        calendar::write_day(self.0, f)
    }
}

macro_rules! newtype {
    ($name:ident around $inner:ty, $blank:ident) => {
        impl Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }

        impl From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read::deserialize(deserializer)
            }
        }

        impl Wire for $name {
            type Kind = Texts;

            fn blank() -> Self {
                Self(calendar::$blank())
            }
        }

        impl Made for $name {
            type From = str;
            type Error = String;

            fn known(text: &str) -> Option<Self> {
                text.parse().ok()
            }

            fn other(text: &str) -> Result<Self, String> {
                text.parse()
                    .map_err(|error| format!("`{text}` is no date: {error}"))
            }

            #[inline]
            fn piece(&self) -> Piece<'_> {
                Piece::Shown(self)
            }

            fn expects(f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date as RFC 3339 writes it")
            }
        }
    };
}

newtype!(DateTime around Instant, blank_instant);
newtype!(Date around Day, blank_day);
