//! Enums whose values are whole numbers on the wire.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use super::failure;
use super::unknown_value::UnknownValue;

/// The table of an enum whose values are whole numbers.
pub trait IntegerEnum: Sized {
    /// The enum's name.
    const NAME: &'static str;
    /// The known values as on the wire.
    const VALUES: &'static [i64];

    /// The variant of a known value.
    fn known(value: i64) -> Option<Self>;

    /// The variant that keeps an unknown value; a closed enum has none.
    fn unknown(value: i64) -> Result<Self, i64>;
}

/// The variant of a value.
///
/// # Errors
///
/// When the enum is closed and the value is not one of its own.
pub fn parse<T: IntegerEnum>(value: i64) -> Result<T, UnknownValue> {
    match T::known(value) {
        Some(known) => Ok(known),
        None => T::unknown(value).map_err(|value| UnknownValue {
            name: T::NAME,
            value: value.to_string(),
            known: T::VALUES.iter().map(ToString::to_string).collect(),
        }),
    }
}

/// Reads an enum.
///
/// # Errors
///
/// When the value is no whole number of 64 bits, or unknown to a closed enum.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: IntegerEnum,
    D: Deserializer<'de>,
{
    deserializer.deserialize_i64(Integer(PhantomData))
}

struct Integer<T>(PhantomData<T>);

impl<T: IntegerEnum> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number for {}", T::NAME)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        parse(value).map_err(failure::invalid)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        let signed = i64::try_from(value)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))?;
        self.visit_i64(signed)
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
            const NAME: &'static str = ::std::stringify!($name);
            const VALUES: &'static [i64] = &[$($number),*];

            #[allow(clippy::match_single_binding, reason = "the docs may name no value")]
            #[inline]
            fn known(value: i64) -> ::std::option::Option<Self> {
                match value {
                    $($number => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn unknown(value: i64) -> ::std::result::Result<Self, i64> {
                $crate::support::integer_enum::integer_enum!(@unknown value $($unknown)?)
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
                $crate::support::integer_enum::deserialize(deserializer)
            }
        }
    };
    (@unknown $value:ident $unknown:ident) => { Ok(Self::$unknown($value)) };
    (@unknown $value:ident) => { Err($value) };
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
