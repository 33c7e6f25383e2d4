//! Values of one of several types. The variant is decided from what can be seen of the value, not
//! found by trying one after the other.
//!
//! Where an object begins with the tag, the rest is read straight into the variant; any other
//! object is held until its keys are known.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::value::{BorrowedStrDeserializer, CowStrDeserializer};
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};

use super::buffered::{self, Buffered, Key};
use super::decode::{Failed, Slot, Source};
use super::failure;
use super::reader::Reader;
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
        let mut held = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            let value = map.next_value()?;
            if let (Some(tag), Buffered::Text(text)) = (self.table.tag, &value)
                && tag == key
                && let Some(chosen) = named_by(self.table.variants, text)
            {
                let mut object = Object {
                    entries: Some(Resumed {
                        next: Some((key, value)),
                        held: held.into_iter(),
                        value: Buffered::Null,
                        is_held: false,
                        map,
                    }),
                    error: None,
                };
                return match (self.decode)(chosen, &mut object) {
                    Ok(()) => Ok(()),
                    Err(Failed) => Err(self.named(chosen, object.into_error())),
                };
            }
            if held.is_empty() {
                held.reserve(8);
            }
            held.push((key, value));
        }
        self.decide(Buffered::Object(held))
    }
}

/// An object of which some keys are read already: its tag is known, and the rest goes straight
/// into the variant.
struct Object<'de, A: MapAccess<'de>> {
    entries: Option<Resumed<'de, A>>,
    error: Option<A::Error>,
}

impl<'de, A: MapAccess<'de>> Object<'de, A> {
    #[cold]
    fn into_error(self) -> A::Error {
        self.error
            .unwrap_or_else(|| A::Error::custom("a value was read twice"))
    }

    fn read(entries: Resumed<'de, A>, slot: Slot<'_>) -> Result<(), A::Error> {
        if let Slot::Record(record) = slot {
            return record.visit_map(entries);
        }
        let object = buffered::object(Vec::new(), entries)?;
        slot.deserialize(object).map_err(A::Error::custom)
    }
}

impl<'de, A: MapAccess<'de>> Source for Object<'de, A> {
    fn fill(&mut self, slot: Slot<'_>) -> Result<(), Failed> {
        let slot = match slot {
            Slot::Value(place) => return place.fill(self),
            Slot::Nullable(place) => return place.some(self),
            slot => slot,
        };
        let Some(entries) = self.entries.take() else {
            return Err(Failed);
        };
        match Self::read(entries, slot) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(Failed)
            }
        }
    }

    fn fail(&mut self, problem: &dyn fmt::Display) -> Failed {
        self.error = Some(A::Error::custom(problem));
        Failed
    }
}

/// Gives the tag, then what is held, then the rest.
struct Resumed<'de, A> {
    next: Option<Entry<'de>>,
    held: std::vec::IntoIter<Entry<'de>>,
    value: Buffered<'de>,
    is_held: bool,
    map: A,
}

type Entry<'de> = (Cow<'de, str>, Buffered<'de>);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Resumed<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Some((key, value)) = self.next.take().or_else(|| self.held.next()) else {
            self.is_held = false;
            return self.map.next_key_seed(seed);
        };
        self.value = value;
        self.is_held = true;
        match key {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            Cow::Owned(key) => seed.deserialize(CowStrDeserializer::new(Cow::Owned(key))),
        }
        .map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        if self.is_held {
            let value = std::mem::replace(&mut self.value, Buffered::Null);
            seed.deserialize(value).map_err(A::Error::custom)
        } else {
            self.map.next_value_seed(seed)
        }
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
                            *self = match variant {
                                $($index => Self::$variant(
                                    match $crate::support::union::union!(@read source $($outside)?) {
                                        Ok(value) => value,
                                        Err(failed) => return Err(failed),
                                    },
                                ),)*
                                _ => Self::$unknown(match $crate::support::decode::read(source) {
                                    Ok(value) => value,
                                    Err(failed) => return Err(failed),
                                }),
                            };
                            Ok(())
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
    (@read $source:ident) => { $crate::support::decode::read($source) };
    (@read $source:ident outside) => { $crate::support::outside::read($source) };
    (@piece $value:ident) => { $crate::support::encode::Encode::piece($value) };
    (@piece $value:ident outside) => { $crate::support::outside::piece($value) };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use union;
