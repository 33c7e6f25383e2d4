//! Enums whose values are text on the wire.

use std::fmt;

use super::containers;
use super::decode::{Decode, Text, Texts};
use super::unknown_value::UnknownValue;

/// The table of an enum whose values are text.
pub trait TextEnum: Sized {
    /// The enum's name.
    const NAME: &'static str;
    /// The known values as on the wire.
    const VALUES: &'static [&'static str];

    /// The variant of a known value.
    fn known(value: &str) -> Option<Self>;

    /// The variant that keeps an unknown value; a closed enum has none.
    fn unknown(value: String) -> Result<Self, String>;
}

/// The variant of a value.
///
/// # Errors
///
/// When the enum is closed and the value is not one of its own.
pub fn parse<T: TextEnum>(value: String) -> Result<T, UnknownValue> {
    match T::known(&value) {
        Some(known) => Ok(known),
        None => T::unknown(value).map_err(|value| unknown_value(T::NAME, T::VALUES, &value)),
    }
}

/// What is wrong with an unknown value of a closed enum.
#[cold]
#[inline(never)]
fn problem(name: &'static str, values: &[&str], value: &str) -> String {
    unknown_value(name, values, value).to_string()
}

fn unknown_value(name: &'static str, values: &[&str], value: &str) -> UnknownValue {
    UnknownValue {
        name,
        value: format!("{value:?}"),
        known: values.iter().map(|known| format!("{known:?}")).collect(),
    }
}

impl<T: TextEnum> Text for T {
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", T::NAME)
    }

    #[inline]
    fn put(&mut self, text: &str) -> bool {
        match T::known(text) {
            Some(known) => {
                *self = known;
                true
            }
            None => put_unknown(self, text),
        }
    }

    fn problem(&self, text: &str) -> String {
        problem(T::NAME, T::VALUES, text)
    }
}

/// Apart, so that a known value needs no room for an unknown one.
#[cold]
#[inline(never)]
fn put_unknown<T: TextEnum>(place: &mut T, text: &str) -> bool {
    match T::unknown(text.to_owned()) {
        Ok(unknown) => {
            *place = unknown;
            true
        }
        Err(_) => false,
    }
}

#[cold]
#[inline(never)]
fn push_unknown<T: TextEnum>(list: &mut Vec<T>, text: &str) -> bool {
    match T::unknown(text.to_owned()) {
        Ok(unknown) => {
            containers::push(list, unknown);
            true
        }
        Err(_) => false,
    }
}

impl<T: TextEnum> Text for Option<T> {
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", T::NAME)
    }

    fn put(&mut self, text: &str) -> bool {
        *self = T::known(text).or_else(|| T::unknown(text.to_owned()).ok());
        self.is_some()
    }

    fn problem(&self, text: &str) -> String {
        problem(T::NAME, T::VALUES, text)
    }
}

impl<T: TextEnum + Decode> Texts for Vec<T> {}

impl<T: TextEnum> Text for Vec<T> {
    fn expects(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", T::NAME)
    }

    fn put(&mut self, text: &str) -> bool {
        match T::known(text) {
            Some(known) => {
                containers::push(self, known);
                true
            }
            None => push_unknown(self, text),
        }
    }

    fn problem(&self, text: &str) -> String {
        problem(T::NAME, T::VALUES, text)
    }
}

/// Implements what an enum of texts has: each variant and its text, and the variant for the rest.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! text_enum {
    ($name:ident { $($variant:ident = $text:literal,)* $(.. $unknown:ident)? }) => {
        impl $name {
            /// The value as on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match *self {
                    $(Self::$variant => $text,)*
                    $(Self::$unknown(ref value) => value,)?
                }
            }
        }

        impl $crate::support::text_enum::TextEnum for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const VALUES: &'static [&'static str] = &[$($text),*];

            #[allow(clippy::match_single_binding, reason = "the docs may name no value")]
            #[inline]
            fn known(value: &str) -> ::std::option::Option<Self> {
                match value {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn unknown(
                value: ::std::string::String,
            ) -> ::std::result::Result<Self, ::std::string::String> {
                $crate::support::text_enum::text_enum!(@unknown value $($unknown)?)
            }
        }

        $crate::support::text_enum::text_enum!(@from $name $($unknown)?);

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                $crate::support::text_enum::text_enum!(@blank [$($variant)*] $($unknown)?)
            }

            #[inline]
            fn slot(&mut self) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::Text(self)
            }

            #[inline]
            fn slot_or_null(
                place: &mut ::std::option::Option<Self>,
            ) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::OptionalText(place)
            }

            #[inline]
            fn slot_of_list(
                list: &mut ::std::vec::Vec<Self>,
            ) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::Texts(list)
            }
        }

        impl $crate::support::encode::Encode for $name {
            #[inline]
            fn piece(&self) -> $crate::support::encode::Piece<'_> {
                $crate::support::encode::Piece::Text(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                serializer.serialize_str(self.as_str())
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
    (@blank [] $unknown:ident) => { Self::$unknown(::std::string::String::new()) };
    (@unknown $value:ident $unknown:ident) => { Ok(Self::$unknown($value)) };
    (@unknown $value:ident) => { Err($value) };
    (@from $name:ident $unknown:ident) => {
        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match $crate::support::text_enum::TextEnum::known(value) {
                    Some(known) => known,
                    None => Self::$unknown(value.to_owned()),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                match $crate::support::text_enum::TextEnum::known(&value) {
                    Some(known) => known,
                    None => Self::$unknown(value),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }
    };
    (@from $name:ident) => {
        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
                $crate::support::text_enum::parse(value.to_owned())
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, Self::Error> {
                $crate::support::text_enum::parse(value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::try_from(value)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use text_enum;
