//! Unions as tables: the variants and their JSON shapes.
//!
//! The macro `union!` lists the variants of a union and implements [`Variants`]. The reader is in
//! `union/read.rs` and is compiled once for each format, not for each union.

pub mod choose;
pub mod content;
pub mod content_read;
pub mod content_replay;
pub mod read;

use crate::support::read::keys::Keys;
use crate::support::read::slot::Slot;
use crate::support::wire::Kind;
use crate::support::write::piece::Piece;
use choose::{ScalarVariants, Shape};

/// The table of a union.
#[derive(Debug)]
pub struct Table {
    /// The union's name.
    pub name: &'static str,
    /// The tag, if there is one.
    pub tag: Option<Tag>,
    /// The keys of all variants.
    pub keys: Keys,
    /// The variants and their shapes.
    pub variants: &'static [(&'static str, Shape)],
    /// The variants that accept any scalar of a kind.
    pub scalar_variants: ScalarVariants,
}

/// A key whose value names the variant.
#[derive(Debug)]
pub struct Tag {
    /// The key.
    pub key: &'static str,
    /// The values that name exactly one variant, and the indices of these variants.
    pub values: &'static [(&'static str, usize)],
    /// The index of a text among these values; their number if it is none of them.
    pub find: fn(&str) -> usize,
}

impl Tag {
    /// The variant that a text names.
    #[inline]
    pub fn named(&self, text: &str) -> Option<usize> {
        let (_, variant) = self.values.get((self.find)(text))?;
        Some(*variant)
    }
}

/// A union with a table.
pub trait Variants {
    /// The table.
    fn table(&self) -> &'static Table;

    /// The slot of the variant with this index; past the last, the slot of an unknown value.
    fn choose(&mut self, index: usize) -> Slot<'_>;

    /// The value in the current variant.
    fn chosen(&self) -> Piece<'_>;
}

/// Unions with a table.
pub struct Unions;

impl<T: Variants> Kind<T> for Unions {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Union(value)
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        value.chosen()
    }
}

/// Implements reading and writing for a union, from its tag with the values that name a variant,
/// and each variant with its shape. Variants that only serde can read and write are marked
/// `foreign`.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    (
        $name:ident
        $(by $tag:literal { $($at:literal $text:literal = $named:literal,)* },)?
        $(of { $($key:literal,)* },)?
        $(scalars $scalar_variants:expr,)?
        else $unknown:ident {
            $($index:literal $(@$foreign:ident)? $variant:ident = $shape:expr,)*
        }
    ) => {
        impl $crate::support::union::Variants for $name {
            #[inline(never)]
            fn table(&self) -> &'static $crate::support::union::Table {
                &$crate::support::union::Table {
                    name: ::std::stringify!($name),
                    tag: $crate::support::union::union!(@tag $($tag { $($at $text = $named,)* })?),
                    keys: $crate::support::read::keys::Keys(&[$($($key),*)?]),
                    variants: &[$((::std::stringify!($variant), $shape)),*],
                    scalar_variants: $crate::support::union::union!(@scalar_variants $($scalar_variants)?),
                }
            }

            #[inline(never)]
            fn choose(&mut self, index: usize) -> $crate::support::read::slot::Slot<'_> {
                match index {
                    $($index => $crate::support::union::union!(
                        @choose self $variant $($foreign)?
                    ),)*
                    _ => $crate::support::union::union!(@choose self $unknown),
                }
            }

            fn chosen(&self) -> $crate::support::write::piece::Piece<'_> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::support::union::union!(@piece value $($foreign)?)
                    })*
                    Self::$unknown(value) => $crate::support::write::piece::Piece::Any(value),
                }
            }
        }

        impl $crate::support::wire::Wire for $name {
            type Kind = $crate::support::union::Unions;

            fn blank() -> Self {
                Self::$unknown($crate::Value::Null)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::read::deserialize(deserializer)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                ::serde::Serialize::serialize(&$crate::support::wire::piece(self), serializer)
            }
        }
    };
    (@scalar_variants) => { [None, None, None, None, None] };
    (@scalar_variants $scalar_variants:expr) => { $scalar_variants };
    (@tag) => { None };
    (@tag $tag:literal { $($at:literal $text:literal = $named:literal,)* }) => {
        Some($crate::support::union::Tag {
            key: $tag,
            values: &[$(($text, $named)),*],
            find: |text| match text {
                $($text => $at,)*
                _ => usize::MAX,
            },
        })
    };
    (@choose $self:ident $variant:ident) => {{
        $crate::support::read::slot::put(
            $self,
            Self::$variant($crate::support::wire::Wire::blank()),
        );
        match $self {
            Self::$variant(value) => $crate::support::wire::Wire::wire_slot(value),
            _ => $crate::support::read::slot::Slot::Nowhere,
        }
    }};
    (@choose $self:ident $variant:ident foreign) => {
        $crate::support::wire::foreign::variant($self, Self::$variant)
    };
    (@piece $value:ident) => { $crate::support::wire::piece($value) };
    (@piece $value:ident foreign) => { $crate::support::wire::foreign::piece($value) };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use union;
