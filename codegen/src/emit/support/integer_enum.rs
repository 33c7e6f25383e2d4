//! Enums whose values are whole numbers on the wire.

use super::decode::Integer;
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
        parse::<T>(number).map_or_else(|error| error.to_string(), |_| String::new())
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

        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                $crate::support::integer_enum::integer_enum!(@blank [$($variant)*] $($unknown)?)
            }

            #[inline]
            fn slot(&mut self) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::Integer(self)
            }
        }

        impl $crate::support::encode::Encode for $name {
            #[inline]
            fn piece(&self) -> $crate::support::encode::Piece<'_> {
                $crate::support::encode::Piece::Int64(self.as_i64())
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
                $crate::support::reader::deserialize(deserializer)
            }
        }
    };
    (@blank [$first:ident $($variant:ident)*] $($unknown:ident)?) => { Self::$first };
    (@blank [] $unknown:ident) => { Self::$unknown(0) };
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
