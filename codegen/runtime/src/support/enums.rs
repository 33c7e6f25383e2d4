//! Enums as tables: the values with their variants, and the variant for unknown values.
//!
//! The macro `enumeration!` lists the values. The code that all enums share is here and in
//! `wire/text.rs`.

use std::borrow::Borrow;
use std::fmt::Debug;

use super::read::slot::{Integer, Slot};
use super::values::unknown_value::{UnknownValue, name};
use super::wire::Kind;
use super::wire::text::Made;
use super::write::piece::Piece;

/// The variant for a value of an open enum; unknown values are kept.
pub fn open<T, V, O>(value: V, unknown: fn(O) -> T) -> T
where
    T: Made,
    V: Borrow<T::From> + Into<O>,
{
    T::known(value.borrow()).unwrap_or_else(|| unknown(value.into()))
}

/// The variant for a value of a closed enum.
///
/// # Errors
///
/// If the value is unknown.
pub fn closed<T: Made>(value: impl Borrow<T::From>) -> Result<T, T::Error> {
    T::known(value.borrow()).map_or_else(|| T::other(value.borrow()), Ok)
}

/// The error for an unknown value of a closed enum.
///
/// # Errors
///
/// Always.
#[cold]
pub fn not_known<T, V: Debug + ?Sized, K: Debug>(
    value: &V,
    known: &[K],
) -> Result<T, UnknownValue> {
    Err(UnknownValue {
        name: name::<T>(),
        value: format!("{value:?}"),
        known: known.iter().map(|known| format!("{known:?}")).collect(),
    })
}

/// Enums of integers.
pub struct Integers;

impl<T: Made<From = i64>> Kind<T> for Integers {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Integer(value)
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        value.piece()
    }
}

impl<T: Made<From = i64>> Integer for T {
    fn put(&mut self, number: i64) -> bool {
        closed(number).map(|value| *self = value).is_ok()
    }

    fn problem(&self, number: i64) -> String {
        let made = closed::<T>(number);
        made.err()
            .map(|error| error.to_string())
            .unwrap_or_default()
    }
}

/// Implements the methods and traits of an enum, from the type of its values, each variant with its
/// value, and the variant for unknown values.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! enumeration {
    (text $name:ident $table:tt) => {
        $crate::support::enums::enumeration!(
            @table $name $table
            str, as_str -> &str, value => value.as_str(),
            Text, $crate::support::wire::text::Texts, [&str, ::std::string::String]
        );
        $crate::support::enums::enumeration!(@text $name $table);
    };
    (integer $name:ident $table:tt) => {
        $crate::support::enums::enumeration!(
            @table $name $table
            i64, as_i64 -> i64, value => *value,
            Int64, $crate::support::enums::Integers, [i64]
        );

        impl ::std::convert::From<$name> for i64 {
            fn from(value: $name) -> Self {
                value.as_i64()
            }
        }
    };
    (
        @table $name:ident { $($variant:ident = $value:literal,)* $(.. $unknown:ident)? }
        $scalar:ty, $get:ident -> $got:ty, $held:ident => $kept:expr,
        $piece:ident, $kind:ty, $from:tt
    ) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub const fn $get(&self) -> $got {
                match self {
                    $(Self::$variant => $value,)*
                    $(Self::$unknown($held) => $kept,)?
                }
            }
        }

        impl $crate::support::wire::text::Made for $name {
            type From = $scalar;
            type Error = $crate::UnknownValue;

            #[inline]
            fn known(value: &$scalar) -> ::std::option::Option<Self> {
                match value {
                    $($value => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn other(value: &$scalar) -> ::std::result::Result<Self, $crate::UnknownValue> {
                $crate::support::enums::enumeration!(@other value [$($value),*] $($unknown)?)
            }

            #[inline]
            fn piece(&self) -> $crate::support::write::piece::Piece<'_> {
                $crate::support::write::piece::Piece::$piece(self.$get())
            }
        }

        $crate::support::enums::enumeration!(@from $name $from $($unknown)?);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.$get(), f)
            }
        }

        impl $crate::support::wire::Wire for $name {
            type Kind = $kind;

            fn blank() -> Self {
                $crate::support::enums::enumeration!(@blank [$($variant)*] $($unknown)?)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                ::serde::Serialize::serialize(&self.$get(), serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::read::deserialize(deserializer)
            }
        }
    };
    (@blank [$first:ident $($variant:ident)*] $($unknown:ident)?) => { Self::$first };
    (@blank [] $unknown:ident) => { Self::$unknown(::std::default::Default::default()) };
    (@other $value:ident $known:tt $unknown:ident) => {
        Ok(Self::$unknown(::std::borrow::ToOwned::to_owned($value)))
    };
    (@other $value:ident $known:tt) => {
        $crate::support::enums::not_known($value, &$known)
    };
    (@from $name:ident [$($from:ty),*] $unknown:ident) => {
        $(impl ::std::convert::From<$from> for $name {
            fn from(value: $from) -> Self {
                $crate::support::enums::open(value, Self::$unknown)
            }
        })*
    };
    (@from $name:ident [$($from:ty),*]) => {
        $(impl ::std::convert::TryFrom<$from> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: $from) -> ::std::result::Result<Self, $crate::UnknownValue> {
                $crate::support::enums::closed(value)
            }
        })*
    };
    (@text $name:ident { $($variant:ident = $value:literal,)* $(.. $unknown:ident)? }) => {
        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = <Self as ::std::convert::TryFrom<&'static str>>::Error;

            fn from_str(
                value: &str,
            ) -> ::std::result::Result<Self, <Self as ::std::str::FromStr>::Err> {
                value.try_into()
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use enumeration;
