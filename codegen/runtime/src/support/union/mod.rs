//! Unions as tables: the variants and their JSON shapes.
//!
//! The macro `union!` lists the variants of a union and implements [`Variants`]. The reader is in
//! `union/read.rs` and is compiled once for each format, not for each union.

pub mod choose;
pub mod content;
pub mod content_fill;
pub mod content_parts;
pub mod content_read;
pub mod content_replay;
pub mod content_text;
pub mod read;

use crate::support::read::keys::{Keys, same};
use crate::support::read::slot::Slot;
use crate::support::wire::Kind;
use crate::support::write::piece::Piece;
use choose::{Indices, ScalarVariants, Shape};
use content::Content;

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
    /// What is read with all digits of its numbers.
    pub exact_in: ExactIn,
}

/// What of a union is read with all digits of its numbers, which takes longer.
#[derive(Debug)]
pub enum ExactIn {
    /// Nothing: no variant holds a number with digits to keep.
    Nothing,
    /// What is buffered of an object under these keys.
    Keys(Indices),
    /// What is buffered of an object.
    Objects,
    /// The whole value.
    Values,
}

impl Table {
    /// Whether the value of a key, which is probably the `next`, is buffered with all digits.
    #[inline]
    pub fn is_exact(&self, key: &str, next: &mut usize) -> bool {
        match &self.exact_in {
            ExactIn::Nothing => false,
            ExactIn::Objects | ExactIn::Values => true,
            ExactIn::Keys(exact) => match self.keys.find(key, *next) {
                Some(index) => {
                    *next = index + 1;
                    exact.has(index)
                }
                None => false,
            },
        }
    }

    /// The variant that alone has this value of the tag.
    #[inline]
    pub fn named(&self, at: usize) -> Option<usize> {
        let variant = self.tag.as_ref()?.variant(at)?;
        (variant < self.variants.len()).then_some(variant)
    }
}

/// A key whose value names the variant.
#[derive(Debug)]
pub struct Tag {
    /// The key.
    pub key: &'static str,
    /// The keys below it, where the value lies deeper.
    pub below: &'static [&'static str],
    /// Whether case and signs of a text may be others than on the wire. The texts are then without
    /// both.
    pub is_loose: bool,
    /// The texts that name a variant, and the index of the variant; past the last, if several have
    /// the text.
    pub texts: &'static [(&'static str, usize)],
    /// The index of a text among these; their number or more if it is none of them.
    pub find_text: fn(&str) -> usize,
    /// Other scalars that name a variant. Their indices follow those of the texts.
    pub constants: &'static [(Constant, usize)],
}

/// A scalar that is not text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Constant {
    /// `true` or `false`.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
}

impl Tag {
    /// Whether a text under the key is one of the tag's as it is.
    #[inline]
    pub const fn is_plain(&self) -> bool {
        self.below.is_empty() && !self.is_loose
    }

    /// The index of the value that an entry with the tag's key has.
    pub fn find(&self, entry: &Content) -> Option<usize> {
        let mut value = entry;
        for key in self.below {
            let Content::Object(entries) = value else {
                return None;
            };
            // Of several the last, which is what is kept of any value.
            value = &entries.iter().rfind(|(known, _)| same(key, known))?.1;
        }
        match value {
            Content::Text(text) => {
                let at = match self.is_loose {
                    true => (self.find_text)(&folded(text)),
                    false => (self.find_text)(text),
                };
                (at < self.texts.len()).then_some(at)
            }
            value => {
                let mut constants = self.constants.iter();
                let at = constants.position(|(constant, _)| constant.is(value))?;
                Some(self.texts.len() + at)
            }
        }
    }

    /// The variant of the value with this index.
    #[inline]
    fn variant(&self, at: usize) -> Option<usize> {
        let text = self.texts.get(at).map(|(_, variant)| *variant);
        text.or_else(|| Some(self.constants.get(at.checked_sub(self.texts.len())?)?.1))
    }
}

impl Constant {
    #[allow(
        clippy::float_cmp,
        reason = "a constant is the number that the docs print"
    )]
    fn is(self, value: &Content) -> bool {
        match (self, value) {
            (Self::Boolean(one), Content::Boolean(other)) => one == *other,
            (Self::Integer(one), Content::Signed(other)) => one == *other,
            (Self::Integer(one), Content::Unsigned(other)) => u64::try_from(one) == Ok(*other),
            (Self::Float(one), Content::Float(other)) => one == *other,
            (Self::Float(one), Content::Digits(digits)) => digits.parse() == Ok(one),
            _ => false,
        }
    }
}

/// Text without case and signs.
fn folded(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// A union with a table.
pub trait Variants {
    /// The table.
    fn table(&self) -> &'static Table;

    /// The slot of the variant with this index; past the last, the slot of an unknown value.
    fn choose(&mut self, index: usize) -> Slot<'_>;

    /// Forgets what was read of a variant.
    fn clear(&mut self);

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
/// and each variant with its shape. The keys below that of the tag follow it in brackets; `or`
/// precedes values that are not text. Variants that only serde can read and write are marked
/// `foreign`.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    (
        $name:ident
        $(exact in $exact_in:ident $(($exact_keys:expr))?,)?
        $(by $tag:literal $([$($below:literal),*])? $($loose:ident)? {
            $($at:literal $text:literal = $named:literal,)*
            $(or $constant:ident($value:literal) = $of_constant:literal,)*
        },)?
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
                    tag: $crate::support::union::union!(@tag $(
                        $tag [$($($below),*)?] [$($loose)?] { $($at $text = $named,)* }
                        [$(($crate::support::union::Constant::$constant($value), $of_constant)),*]
                    )?),
                    keys: $crate::support::read::keys::Keys(&[$($($key),*)?]),
                    variants: &[$((::std::stringify!($variant), $shape)),*],
                    scalar_variants: $crate::support::union::union!(@scalar_variants $($scalar_variants)?),
                    exact_in: $crate::support::union::union!(@exact_in $($exact_in $(($exact_keys))?)?),
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

            fn clear(&mut self) {
                *self = <Self as $crate::support::wire::Wire>::blank();
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
    (@exact_in) => { $crate::support::union::ExactIn::Nothing };
    (@exact_in $exact_in:ident $(($keys:expr))?) => {
        $crate::support::union::ExactIn::$exact_in $(($keys))?
    };
    (@tag) => { None };
    (
        @tag $tag:literal [$($below:literal),*] [$($loose:ident)?]
        { $($at:literal $text:literal = $named:literal,)* } [$($constant:expr),*]
    ) => {
        Some($crate::support::union::Tag {
            key: $tag,
            below: &[$($below),*],
            is_loose: $crate::support::union::union!(@loose $($loose)?),
            texts: &[$(($text, $named)),*],
            find_text: |text| match text {
                $($text => $at,)*
                _ => usize::MAX,
            },
            constants: &[$($constant),*],
        })
    };
    (@loose) => { false };
    (@loose loose) => { true };
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
