//! Flags: bits of one integer, each with a name.
//!
//! The macro `flags!` lists the names. Bits without a name are kept.

use std::fmt;

use super::read::slot::Slot;
use super::wire::Kind;
use super::write::piece::Piece;

/// Bits of an integer, of which some have names.
pub trait Flags: Copy + 'static {
    /// The names, each with its bits.
    const NAMES: &'static [(&'static str, Self)];

    /// The bits.
    fn bits(self) -> u64;

    /// The place of the bits.
    fn place(&mut self) -> &mut u64;
}

/// Sets of flags.
pub struct Bits;

impl<T: Flags> Kind<T> for Bits {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Unsigned(value.place())
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        Piece::Unsigned(value.bits())
    }
}

/// The names whose bits are all set, each with its bits; what is no bit has no name here.
pub fn names<T: Flags>(of: T) -> impl Iterator<Item = (&'static str, T)> {
    let named = T::NAMES.iter().copied();
    named.filter(move |(_, flag)| flag.bits() != 0 && of.bits() & flag.bits() == flag.bits())
}

/// All bits that have a name.
pub const fn all(named: &[u64]) -> u64 {
    let (mut all, mut at) = (0, 0);
    while at < named.len() {
        all |= named[at];
        at += 1;
    }
    all
}

/// Writes the names of the bits that are set, and the rest as a number: `Access(READ | 0x80)`.
///
/// # Errors
///
/// Errors of the formatter.
pub fn debug<T: Flags>(name: &str, of: T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{name}(")?;
    let mut rest = of.bits();
    let mut gap = "";
    for (name, flag) in names(of) {
        // A name for several bits is of no use where each has its own.
        if rest & flag.bits() == 0 {
            continue;
        }
        rest &= !flag.bits();
        write!(f, "{gap}{name}")?;
        gap = " | ";
    }
    if rest != 0 || gap.is_empty() {
        write!(f, "{gap}{rest:#x}")?;
    }
    f.write_str(")")
}

/// Implements the constants, methods and traits of flags, from their names and bits.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! flags {
    ($name:ident { $($flag:ident = $bits:literal,)* }) => {
        impl $name {
            /// No bit.
            #[must_use]
            pub const fn empty() -> Self {
                Self(0)
            }

            /// All bits that have a name.
            #[must_use]
            pub const fn all() -> Self {
                Self($crate::support::flags::all(&[$($bits),*]))
            }

            /// From the integer in JSON. Bits without a name are kept.
            #[must_use]
            pub const fn from_bits(bits: u64) -> Self {
                Self(bits)
            }

            /// The integer in JSON.
            #[must_use]
            pub const fn bits(self) -> u64 {
                self.0
            }

            /// Whether no bit is set.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether all bits of the other are set.
            #[must_use]
            pub const fn contains(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether a bit of the other is set.
            #[must_use]
            pub const fn intersects(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The bits of both.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// The bits without a name.
            #[must_use]
            pub const fn unknown(self) -> Self {
                Self(self.0 & !Self::all().0)
            }

            /// Sets the bits of the other.
            pub const fn insert(&mut self, other: Self) {
                self.0 |= other.0;
            }

            /// Clears the bits of the other.
            pub const fn remove(&mut self, other: Self) {
                self.0 &= !other.0;
            }

            /// Sets or clears the bits of the other.
            pub const fn set(&mut self, other: Self, on: bool) {
                if on {
                    self.insert(other);
                } else {
                    self.remove(other);
                }
            }

            /// The names of what is set, each with its bits.
            pub fn iter_names(
                self,
            ) -> impl ::std::iter::Iterator<Item = (&'static str, Self)> {
                $crate::support::flags::names(self)
            }
        }

        impl $crate::support::flags::Flags for $name {
            const NAMES: &'static [(&'static str, Self)] =
                &[$((::std::stringify!($flag), Self::$flag)),*];

            #[inline]
            fn bits(self) -> u64 {
                self.0
            }

            #[inline]
            fn place(&mut self) -> &mut u64 {
                &mut self.0
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::support::flags::debug(::std::stringify!($name), *self, f)
            }
        }

        impl ::std::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }

        impl ::std::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }

        impl ::std::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }
        }

        impl ::std::ops::BitAndAssign for $name {
            fn bitand_assign(&mut self, other: Self) {
                self.0 &= other.0;
            }
        }

        impl ::std::ops::BitXor for $name {
            type Output = Self;

            fn bitxor(self, other: Self) -> Self {
                Self(self.0 ^ other.0)
            }
        }

        impl ::std::ops::BitXorAssign for $name {
            fn bitxor_assign(&mut self, other: Self) {
                self.0 ^= other.0;
            }
        }

        /// The bits of the left that the right has not.
        impl ::std::ops::Sub for $name {
            type Output = Self;

            fn sub(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }
        }

        impl ::std::ops::SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 &= !other.0;
            }
        }

        /// The bits that have a name and are not set.
        impl ::std::ops::Not for $name {
            type Output = Self;

            fn not(self) -> Self {
                Self(!self.0 & Self::all().0)
            }
        }

        impl ::std::iter::FromIterator<$name> for $name {
            fn from_iter<I: ::std::iter::IntoIterator<Item = Self>>(all: I) -> Self {
                all.into_iter().fold(Self(0), Self::union)
            }
        }

        impl ::std::iter::Extend<$name> for $name {
            fn extend<I: ::std::iter::IntoIterator<Item = Self>>(&mut self, more: I) {
                for other in more {
                    self.insert(other);
                }
            }
        }

        impl ::std::convert::From<u64> for $name {
            fn from(bits: u64) -> Self {
                Self(bits)
            }
        }

        impl ::std::convert::From<$name> for u64 {
            fn from(flags: $name) -> Self {
                flags.0
            }
        }

        impl $crate::support::wire::Wire for $name {
            type Kind = $crate::support::flags::Bits;

            fn blank() -> Self {
                Self(0)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                serializer.serialize_u64(self.0)
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
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use flags;
