//! Enums whose values are text on the wire.

use std::fmt;

use super::values::unknown_value::{UnknownValue, name};
use super::wire::text::FromText;
use super::write::piece::Piece;

/// The table of an enum whose values are text.
pub trait TextEnum: AsRef<str> + Sized {
    /// The variant of a known value.
    fn known(value: &str) -> Option<Self>;

    /// The variant that keeps an unknown value.
    ///
    /// # Errors
    ///
    /// When the enum is closed: it has none.
    fn unknown(value: String) -> Result<Self, UnknownValue>;
}

/// The variant of a value of an open enum.
pub fn open<T: TextEnum>(value: &str, unknown: fn(String) -> T) -> T {
    T::known(value).unwrap_or_else(|| unknown(value.to_owned()))
}

/// The same of a value that it may keep.
pub fn open_owned<T: TextEnum>(value: String, unknown: fn(String) -> T) -> T {
    T::known(&value).unwrap_or_else(|| unknown(value))
}

/// The variant of a value of a closed enum.
///
/// # Errors
///
/// When the value is not one of its own.
pub fn closed<T: TextEnum>(value: &str) -> Result<T, UnknownValue> {
    T::known(value).map_or_else(|| T::unknown(value.to_owned()), Ok)
}

/// What is wrong with an unknown value of a closed enum.
#[cold]
pub fn not_known<T>(value: &str, known: &[&str]) -> UnknownValue {
    UnknownValue {
        name: name::<T>(),
        value: format!("{value:?}"),
        known: known.iter().map(|known| format!("{known:?}")).collect(),
    }
}

impl<T: TextEnum> FromText for T {
    fn expects(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string for {}", name::<T>())
    }

    #[inline]
    fn known(text: &str) -> Option<Self> {
        <T as TextEnum>::known(text)
    }

    fn unknown(text: &str) -> Option<Self> {
        <T as TextEnum>::unknown(text.to_owned()).ok()
    }

    fn problem(text: &str) -> String {
        match closed::<T>(text) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Text(self.as_ref())
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
            #[inline]
            fn known(value: &str) -> ::std::option::Option<Self> {
                match value {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn unknown(
                value: ::std::string::String,
            ) -> ::std::result::Result<Self, $crate::UnknownValue> {
                $crate::support::text_enum::text_enum!(@unknown value [$($text),*] $($unknown)?)
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

        impl $crate::support::wire::Wire for $name {
            type Kind = $crate::support::wire::text::Made;

            fn blank() -> Self {
                $crate::support::text_enum::text_enum!(@blank [$($variant)*] $($unknown)?)
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
                $crate::support::read::deserialize(deserializer)
            }
        }
    };
    (@blank [$first:ident $($variant:ident)*] $($unknown:ident)?) => { Self::$first };
    (@blank [] $unknown:ident) => { Self::$unknown(::std::string::String::new()) };
    (@unknown $value:ident [$($text:literal),*] $unknown:ident) => { Ok(Self::$unknown($value)) };
    (@unknown $value:ident [$($text:literal),*]) => {
        Err($crate::support::text_enum::not_known::<Self>(&$value, &[$($text),*]))
    };
    (@from $name:ident $unknown:ident) => {
        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                $crate::support::text_enum::open(value, Self::$unknown)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                $crate::support::text_enum::open_owned(value, Self::$unknown)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok($crate::support::text_enum::open(value, Self::$unknown))
            }
        }
    };
    (@from $name:ident) => {
        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
                $crate::support::text_enum::closed(value)
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::UnknownValue;

            fn try_from(value: ::std::string::String) -> ::std::result::Result<Self, Self::Error> {
                $crate::support::text_enum::closed(&value)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::support::text_enum::closed(value)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use text_enum;
