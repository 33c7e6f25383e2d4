//! Values of one of several types. The variant is decided from what can be seen of the value, not
//! found by trying one after the other.
//!
//! Where an object begins with the tag, the rest is read straight into the variant; any other
//! object is held until its keys are known.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

use super::buffered::{self, Buffered, Error, Key};
use super::failure;
use super::shape::{Shape, choose, named_by};

/// The table of a union.
pub trait Union: Sized {
    /// The union's name.
    const NAME: &'static str;
    /// The key whose value names the variant.
    const TAG: Option<&'static str>;
    /// The variants and how each is known.
    const VARIANTS: &'static [(&'static str, Shape)];
    /// The value as the variant of that index; past the last it is kept undecoded.
    fn decode(variant: usize, value: Buffered<'_>) -> Result<Self, Error>;

    /// The object as the variant of that index: straight from the input, if that is a struct.
    fn decode_object<'de, A: MapAccess<'de>>(
        variant: usize,
        object: Tagged<'_, A>,
    ) -> Result<Self, A::Error>;
}

/// Reads a union.
///
/// # Errors
///
/// When the value does not decode as the variant that was chosen; names both.
pub fn deserialize<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Decide(PhantomData))
}

struct Decide<T>(PhantomData<T>);

/// Decides a value that is held.
fn decide<T: Union>(value: Buffered) -> Result<T, Error> {
    let chosen = choose(T::TAG, T::VARIANTS, &value).unwrap_or(T::VARIANTS.len());
    T::decode(chosen, value).map_err(|error| named::<T, _>(chosen, error))
}

#[cold]
fn named<T: Union, E: serde::de::Error>(chosen: usize, error: E) -> E {
    let variant = T::VARIANTS.get(chosen).map_or("", |(name, _)| name);
    failure::in_variant(T::NAME, variant, error)
}

impl<'de, T: Union> Visitor<'de> for Decide<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of the union {}", T::NAME)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<T, E> {
        decide(Buffered::Null).map_err(E::custom)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<T, D::Error> {
        value.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<T, D::Error> {
        value.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<T, E> {
        decide(Buffered::Boolean(value)).map_err(E::custom)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<T, E> {
        decide(Buffered::Signed(value)).map_err(E::custom)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<T, E> {
        decide(Buffered::Unsigned(value)).map_err(E::custom)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<T, E> {
        decide(Buffered::Float(value)).map_err(E::custom)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        decide(Buffered::Text(Cow::Borrowed(text))).map_err(E::custom)
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<T, E> {
        decide(Buffered::Text(Cow::Owned(text))).map_err(E::custom)
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        decide(Buffered::Bytes(Cow::Borrowed(bytes))).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        decide(Buffered::Array(items)).map_err(A::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut entries = Vec::new();
        if let Some(Key(key)) = map.next_key()? {
            let value = map.next_value()?;
            if let (Some(tag), Buffered::Text(text)) = (T::TAG, &value)
                && tag == key
                && let Some(chosen) = named_by(T::VARIANTS, text)
            {
                let object = Tagged {
                    tag,
                    text,
                    rest: map,
                };
                return T::decode_object(chosen, object)
                    .map_err(|error| named::<T, _>(chosen, error));
            }
            entries.push((key, value));
        }
        decide(buffered::object(entries, map)?).map_err(A::Error::custom)
    }
}

/// An object of which the tag is read already.
pub struct Tagged<'t, A> {
    tag: &'static str,
    text: &'t str,
    rest: A,
}

impl<'de, A: MapAccess<'de>> Tagged<'_, A> {
    /// Holds the object, and reads the variant from that.
    ///
    /// # Errors
    ///
    /// When the object is not what the variant holds.
    pub fn hold<T: Union>(self, variant: usize) -> Result<T, A::Error> {
        let tag = Cow::Borrowed(self.tag);
        let text = Buffered::Text(Cow::Owned(self.text.to_owned()));
        let object = buffered::object(vec![(tag, text)], self.rest)?;
        T::decode(variant, object).map_err(A::Error::custom)
    }
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Tagged<'_, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(Replay {
            tag: Some(self.tag),
            text: Some(self.text),
            rest: self.rest,
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The tag's text, for a field that may hold none as well.
struct TagText<'t, E>(&'t str, PhantomData<E>);

impl<'de, E: serde::de::Error> Deserializer<'de> for TagText<'_, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Gives the tag, then the rest.
struct Replay<'t, A> {
    tag: Option<&'static str>,
    text: Option<&'t str>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.tag.take() {
            Some(tag) => seed
                .deserialize(BorrowedStrDeserializer::new(tag))
                .map(Some),
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.text.take() {
            Some(text) => seed.deserialize(TagText(text, PhantomData)),
            None => self.rest.next_value_seed(seed),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        let read = usize::from(self.tag.is_some());
        self.rest.size_hint().map(|rest| rest + read)
    }
}

/// Reads the payload of a variant.
///
/// # Errors
///
/// When the value is no `T`; says where inside it.
pub fn payload<'de, T: Deserialize<'de>, D: Deserializer<'de>>(value: D) -> Result<T, D::Error> {
    T::deserialize(value)
}

/// Implements serde's traits for a union: its tag, each variant with its shape, and which of them
/// are structs that the tag names.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    (
        $name:ident by $tag:expr, else $unknown:ident {
            $($index:literal $variant:ident = $shape:expr,)*
        }
        structs { $($at:literal $struct:ident,)* }
    ) => {
        impl $crate::support::union::Union for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const TAG: ::std::option::Option<&'static str> = $tag;
            const VARIANTS: &'static [(&'static str, $crate::support::shape::Shape)] =
                &[$((::std::stringify!($variant), $shape)),*];

            fn decode(
                variant: usize,
                value: $crate::support::buffered::Buffered<'_>,
            ) -> ::std::result::Result<Self, $crate::support::buffered::Error> {
                match variant {
                    $($index => match $crate::support::union::payload(value) {
                        Ok(value) => Ok(Self::$variant(value)),
                        Err(error) => Err(error),
                    },)*
                    _ => $crate::support::union::payload(value).map(Self::$unknown),
                }
            }

            fn decode_object<'de, Y: ::serde::de::MapAccess<'de>>(
                variant: usize,
                object: $crate::support::union::Tagged<'_, Y>,
            ) -> ::std::result::Result<Self, Y::Error> {
                match variant {
                    $($at => match $crate::support::union::payload(object) {
                        Ok(value) => Ok(Self::$struct(value)),
                        Err(error) => Err(error),
                    },)*
                    _ => object.hold(variant),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::union::deserialize(deserializer)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                match self {
                    $(Self::$variant(value) => ::serde::Serialize::serialize(value, serializer),)*
                    Self::$unknown(value) => ::serde::Serialize::serialize(value, serializer),
                }
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use union;
