//! Values of one of several types. The variant is decided from what can be seen of the value, not
//! found by trying one after the other.
//!
//! Where an object begins with the tag, the rest is read straight into the variant; any other
//! object is held until its keys are known.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, SeqAccess, Visitor};

use super::buffered::{self, Buffered};
use super::decode::{Failed, Source};
use super::failure;
use super::hold::{Hold, Key};
use super::key::same;
use super::reader::Reader;
use super::resumed::{Object, Resumed};
use super::shape::{Shape, choose, named_by};

/// The table of a union.
#[derive(Debug)]
pub struct Table {
    /// The union's name.
    pub name: &'static str,
    /// The key whose value names the variant.
    pub tag: Option<&'static str>,
    /// The variants and how each is known.
    pub variants: &'static [(&'static str, Shape)],
}

/// Reads the variant of an index; past the last, the value is kept undecoded.
pub type DecodeVariant<'a> = dyn FnMut(usize, &mut dyn Source) -> Result<(), Failed> + 'a;

/// A union, to be read.
pub struct Choice<'a> {
    /// What is known of its variants.
    pub table: &'static Table,
    /// What reads the one that is chosen.
    pub decode: &'a mut DecodeVariant<'a>,
}

impl Choice<'_> {
    fn decide<E: serde::de::Error>(&mut self, value: Buffered<'_>) -> Result<(), E> {
        self.decide_held(value).map_err(E::custom)
    }

    fn decide_held(&mut self, value: Buffered<'_>) -> Result<(), buffered::Error> {
        let Table { tag, variants, .. } = *self.table;
        let chosen = choose(tag, variants, &value).unwrap_or(variants.len());
        let mut reader = Reader::new(value);
        match (self.decode)(chosen, &mut reader) {
            Ok(()) => Ok(()),
            Err(Failed) => Err(self.named(chosen, reader.into_error())),
        }
    }

    fn go_on<'de, A>(&mut self, chosen: usize, entries: Resumed<'de, A>) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        let mut object = Object::new(entries);
        match (self.decode)(chosen, &mut object) {
            Ok(()) => Ok(()),
            Err(Failed) => Err(self.named(chosen, object.into_error())),
        }
    }

    #[cold]
    fn named<E: serde::de::Error>(&self, chosen: usize, error: E) -> E {
        let variant = self.table.variants.get(chosen).map_or("", |(name, _)| name);
        failure::in_variant(self.table.name, variant, error)
    }
}

impl<'de> Visitor<'de> for &mut Choice<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of the union {}", self.table.name)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.decide(Buffered::Null)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.decide(Buffered::Boolean(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.decide(Buffered::Signed(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.decide(Buffered::Unsigned(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.decide(Buffered::Float(value))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        self.decide(Buffered::Text(Cow::Borrowed(text)))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<(), E> {
        self.decide(Buffered::Text(Cow::Owned(text)))
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<(), E> {
        self.decide(Buffered::Bytes(Cow::Borrowed(bytes)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        self.decide(Buffered::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut held: Vec<buffered::Entry> = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            if self.table.tag.is_some_and(|tag| same(tag, &key)) {
                let value = map.next_value()?;
                if let Buffered::Text(text) = &value
                    && let Some(chosen) = named_by(self.table.variants, text)
                {
                    let tag = (key, value);
                    return self.go_on(chosen, Resumed::new(tag, held, map));
                }
                held.push((key, value));
            } else {
                if held.is_empty() {
                    held.reserve(8);
                }
                held.push((key, Buffered::Null));
                if let Some((_, value)) = held.last_mut() {
                    map.next_value_seed(Hold(value))?;
                }
            }
        }
        self.decide(Buffered::Object(held))
    }
}

/// Implements reading and writing for a union: its tag, and each variant with its shape. What only
/// serde can read and write is `outside`.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    (
        $name:ident by $tag:expr, else $unknown:ident {
            $($index:literal $(@$outside:ident)? $variant:ident = $shape:expr,)*
        }
    ) => {
        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::Value::Null)
            }

            fn fill(
                &mut self,
                source: &mut dyn $crate::support::decode::Source,
            ) -> ::std::result::Result<(), $crate::support::decode::Failed> {
                const TABLE: &$crate::support::union::Table = &$crate::support::union::Table {
                    name: ::std::stringify!($name),
                    tag: $tag,
                    variants: &[$((::std::stringify!($variant), $shape)),*],
                };
                source.fill($crate::support::decode::Slot::Union(
                    &mut $crate::support::union::Choice {
                        table: TABLE,
                        decode: &mut |variant, source| {
                            match variant {
                                $($index => $crate::support::union::union!(
                                    @read self source $variant $($outside)?
                                ),)*
                                _ => $crate::support::union::union!(@read self source $unknown),
                            }
                        },
                    },
                ))
            }
        }

        impl $crate::support::encode::Encode for $name {
            fn piece(&self) -> $crate::support::encode::Piece<'_> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::support::union::union!(@piece value $($outside)?)
                    })*
                    Self::$unknown(value) => $crate::support::encode::Piece::Any(value),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::reader::deserialize(deserializer)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                ::serde::Serialize::serialize(
                    &$crate::support::encode::Encode::piece(self),
                    serializer,
                )
            }
        }
    };
    (@read $self:ident $source:ident $variant:ident) => {{
        *$self = Self::$variant($crate::support::decode::Decode::blank());
        match $self {
            Self::$variant(value) => $crate::support::decode::Decode::fill(value, $source),
            #[allow(unreachable_patterns, reason = "a union may have one variant")]
            _ => Err($crate::support::decode::Failed),
        }
    }};
    (@read $self:ident $source:ident $variant:ident outside) => {
        match $crate::support::outside::read($source) {
            Ok(value) => {
                *$self = Self::$variant(value);
                Ok(())
            }
            Err(failed) => Err(failed),
        }
    };
    (@piece $value:ident) => { $crate::support::encode::Encode::piece($value) };
    (@piece $value:ident outside) => { $crate::support::outside::piece($value) };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use union;
