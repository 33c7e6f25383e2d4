//! Enums whose values are whole numbers on the wire.

use super::read::slot::{Integer, Slot};
use super::values::unknown_value::{UnknownValue, name};
use super::wire::Kind;
use super::write::piece::Piece;

/// The table of an enum whose values are whole numbers.
pub trait IntegerEnum: Sized {
    /// The variant of a known value.
    fn known(value: i64) -> Option<Self>;

    /// The variant that keeps an unknown value.
    ///
    /// # Errors
    ///
    /// When the enum is closed: it has none.
    fn unknown(value: i64) -> Result<Self, UnknownValue>;

    /// The value as on the wire.
    fn value(&self) -> i64;
}

/// The variant of a value.
///
/// # Errors
///
/// When the enum is closed and the value is not one of its own.
pub fn parse<T: IntegerEnum>(value: i64) -> Result<T, UnknownValue> {
    T::known(value).map_or_else(|| T::unknown(value), Ok)
}

/// What is wrong with an unknown value of a closed enum.
#[cold]
pub fn not_known<T>(value: i64, known: &[i64]) -> UnknownValue {
    UnknownValue {
        name: name::<T>(),
        value: value.to_string(),
        known: known.iter().map(ToString::to_string).collect(),
    }
}

/// Enums with a table.
pub struct IntegerEnums;

impl<T: IntegerEnum> Kind<T> for IntegerEnums {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Integer(value)
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        Piece::Int64(value.value())
    }
}

impl<T: IntegerEnum> Integer for T {
    fn put(&mut self, number: i64) -> bool {
        match parse(number) {
            Ok(value) => {
                *self = value;
                true
            }
            Err(_) => false,
        }
    }

    fn problem(&self, number: i64) -> String {
        match parse::<T>(number) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }
}

/// Implements what an enum of whole numbers has: each variant and its number, and the variant for
/// the rest.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $number:literal,)* $(.. $unknown:ident)? }) => {
        impl $name {
            /// The value as on the wire.
            #[must_use]
            pub const fn as_i64(&self) -> i64 {
                match *self {
                    $(Self::$variant => $number,)*
                    $(Self::$unknown(value) => value,)?
                }
            }
        }

        impl $crate::support::integer_enum::IntegerEnum for $name {
            #[inline]
            fn known(value: i64) -> ::std::option::Option<Self> {
                match value {
                    $($number => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn unknown(value: i64) -> ::std::result::Result<Self, $crate::UnknownValue> {
                $crate::support::integer_enum::integer_enum!(
                    @unknown value [$($number),*] $($unknown)?
                )
            }

            #[inline]
            fn value(&self) -> i64 {
                self.as_i64()
            }
        }

        $crate::support::integer_enum::integer_enum!(@from $name $($unknown)?);

        impl ::std::convert::From<$name> for i64 {
            fn from(value: $name) -> Self {
                value.as_i64()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl $crate::support::wire::Wire for $name {
            type Kind = $crate::support::integer_enum::IntegerEnums;

            fn blank() -> Self {
                $crate::support::integer_enum::integer_enum!(@blank [$($variant)*] $($unknown)?)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                serializer.serialize_i64(self.as_i64())
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
    (@blank [] $unknown:ident) => { Self::$unknown(0) };
    (@unknown $value:ident [$($number:literal),*] $unknown:ident) => {
        Ok(Self::$unknown($value))
    };
    (@unknown $value:ident [$($number:literal),*]) => {
        Err($crate::support::integer_enum::not_known::<Self>($value, &[$($number),*]))
    };
    (@from $name:ident $unknown:ident) => {
        impl ::std::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                <Self as $crate::support::integer_enum::IntegerEnum>::known(value)
                    .unwrap_or(Self::$unknown(value))
            }
        }
    };
    (@from $name:ident) => {
        impl ::std::convert::TryFrom<i64> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: i64) -> ::std::result::Result<Self, Self::Error> {
                $crate::support::integer_enum::parse(value)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use integer_enum;
