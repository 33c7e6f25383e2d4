//! Values of one of several types. The variant is decided from what can be seen of the value, not
//! found by trying one after the other.
//!
//! Once the tag of an object is known, the rest is read straight into the variant; only what came
//! before the tag is held. An object without a tag is held until its keys are known.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};

use super::buffered::{self, Buffered, Entry};
use super::decode::Slot;
use super::failure;
use super::fields::Fields;
use super::hold::{Hold, KeyOrTag, Taker, hold, hold_rest};
use super::key::Keys;
use super::shape::{Shape, Takers, choose};

/// The table of a union.
#[derive(Debug)]
pub struct Table {
    /// The union's name.
    pub name: &'static str,
    /// What names the variant.
    pub tag: Option<Tag>,
    /// The keys of all variants.
    pub keys: Keys,
    /// The variants and how each is known.
    pub variants: &'static [(&'static str, Shape)],
    /// The variants that take any scalar of a kind.
    pub takers: Takers,
}

/// A key whose value names the variant.
#[derive(Debug)]
pub struct Tag {
    /// The key.
    pub key: &'static str,
    /// The index of the only variant that a value names, and the value.
    pub named: fn(&str) -> Option<(usize, &'static str)>,
}

impl Taker for (&Tag, &mut Option<(usize, &'static str)>) {
    #[inline]
    fn take(self, text: &str) -> bool {
        *self.1 = (self.0.named)(text);
        self.1.is_some()
    }
}

/// A union with a table.
pub trait Variants {
    /// The table.
    fn table(&self) -> &'static Table;

    /// Where the value of the variant of an index goes; past the last, the value is kept undecoded.
    fn choose(&mut self, index: usize) -> Slot<'_>;
}

/// A union that is being read.
pub struct Choice<'a> {
    union: &'a mut dyn Variants,
    table: &'static Table,
}

impl<'a> Choice<'a> {
    /// A union of which nothing is read.
    #[inline]
    pub fn new(union: &'a mut dyn Variants) -> Self {
        let table = union.table();
        Self { union, table }
    }

    fn decide<E: serde::de::Error>(self, value: Buffered<'_>) -> Result<(), E> {
        self.decide_held(value).map_err(E::custom)
    }

    /// The same for all formats.
    #[inline(never)]
    fn decide_held(self, value: Buffered<'_>) -> Result<(), buffered::Error> {
        let chosen = choose(self.table, &value).unwrap_or(self.table.variants.len());
        let done = match (self.union.choose(chosen), value) {
            (Slot::Record(record), Buffered::Object(held)) => {
                let mut fields = Fields::new(record);
                fields.held(held).and_then(|()| fields.end())
            }
            (slot, value) => value.fill(slot),
        };
        done.map_err(|error| in_variant(self.table, chosen, error))
    }
}

/// Reads the rest of an object, of which these came before the tag.
fn go_on<'de, A: MapAccess<'de>>(
    mut slot: Slot<'_>,
    mut held: Vec<Entry<'de>>,
    (tag, text): (&'static str, &'static str),
    mut map: A,
) -> Result<(), A::Error> {
    while let Slot::Nullable(place) = slot {
        slot = place.some();
    }
    if let Slot::Record(record) = slot {
        let mut fields = Fields::new(record);
        if !held.is_empty() {
            fields.held(held).map_err(A::Error::custom)?;
        }
        fields.tag(tag, text).map_err(A::Error::custom)?;
        fields.entries(&mut map)?;
        return fields.end();
    }
    held.push((Cow::Borrowed(tag), Buffered::Text(Cow::Borrowed(text))));
    hold_rest(&mut held, &mut map)?;
    Buffered::Object(held).fill(slot).map_err(A::Error::custom)
}

#[cold]
fn in_variant<E: serde::de::Error>(table: &Table, chosen: usize, error: E) -> E {
    let variant = table.variants.get(chosen).map_or("", |(name, _)| name);
    failure::in_variant(table.name, variant, error)
}

impl<'de> Visitor<'de> for Choice<'_> {
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
        let mut held: Vec<Entry> = Vec::new();
        let Some(tag) = &self.table.tag else {
            hold_rest(&mut held, &mut map)?;
            return self.decide(Buffered::Object(held));
        };
        while let Some(key) = map.next_key_seed(KeyOrTag(Some(tag.key)))? {
            if let Some(key) = key {
                hold(&mut held, key, &mut map)?;
                continue;
            }
            let (mut value, mut named) = (Buffered::Null, None);
            map.next_value_seed(Hold(&mut value, (tag, &mut named)))?;
            if let Some((chosen, text)) = named {
                let slot = self.union.choose(chosen);
                return go_on(slot, held, (tag.key, text), map)
                    .map_err(|error| in_variant(self.table, chosen, error));
            }
            held.push((Cow::Borrowed(tag.key), value));
        }
        self.decide(Buffered::Object(held))
    }
}

/// Implements reading and writing for a union: its tag, and each variant with its shape. What only
/// serde can read and write is `outside`.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    (
        $name:ident
        $(by $tag:literal { $($text:literal = $named:literal,)* },)?
        $(of { $($key:literal,)* },)?
        else $unknown:ident {
            $($index:literal $(@$outside:ident)? $variant:ident = $shape:expr,)*
        }
    ) => {
        impl $crate::support::union::Variants for $name {
            #[inline(never)]
            fn table(&self) -> &'static $crate::support::union::Table {
                const VARIANTS: &[(&str, $crate::support::shape::Shape)] =
                    &[$((::std::stringify!($variant), $shape)),*];
                static TABLE: $crate::support::union::Table = $crate::support::union::Table {
                    name: ::std::stringify!($name),
                    tag: $crate::support::union::union!(@tag $($tag { $($text = $named,)* })?),
                    keys: $crate::support::key::Keys {
                        names: &[$($($key),*)?],
                        known: &[$($($crate::support::key::Known::new($key, false)),*)?],
                    },
                    variants: VARIANTS,
                    takers: $crate::support::shape::takers(VARIANTS),
                };
                &TABLE
            }

            #[inline(never)]
            fn choose(&mut self, index: usize) -> $crate::support::decode::Slot<'_> {
                match index {
                    $($index => $crate::support::union::union!(
                        @choose self $variant $($outside)?
                    ),)*
                    _ => $crate::support::union::union!(@choose self $unknown),
                }
            }
        }

        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                Self::$unknown($crate::Value::Null)
            }

            fn slot(&mut self) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::Union(self)
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
    (@tag) => { None };
    (@tag $tag:literal { $($text:literal = $named:literal,)* }) => {
        Some($crate::support::union::Tag {
            key: $tag,
            #[allow(clippy::match_single_binding, reason = "the values may name nothing alone")]
            named: |text| match text {
                $($text => Some(($named, $text)),)*
                _ => None,
            },
        })
    };
    (@choose $self:ident $variant:ident) => {{
        *$self = Self::$variant($crate::support::decode::Decode::blank());
        match $self {
            Self::$variant(value) => $crate::support::decode::Decode::slot(value),
            #[allow(unreachable_patterns, reason = "a union may have one variant")]
            _ => $crate::support::decode::Slot::Nowhere,
        }
    }};
    (@choose $self:ident $variant:ident outside) => {
        $crate::support::outside::variant($self, Self::$variant)
    };
    (@piece $value:ident) => { $crate::support::encode::Encode::piece($value) };
    (@piece $value:ident outside) => { $crate::support::outside::piece($value) };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use union;
