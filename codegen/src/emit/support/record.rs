//! Structs as records: a list of keys, and a slot for each.
//!
//! The macro `record!` states a struct's keys once and implements serde's traits from them. The loops over
//! keys stand here, once a format and not once a struct; slots and values are reached through
//! `dyn`, so a struct adds little more than the list.
//!
//! As serde's derive does, it reads maps and sequences, keys as text, bytes or indices, ignores
//! unknown keys, and refuses a key that comes twice.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::extra::Extra;
use super::failure;

/// A struct that can be read from its fields.
pub trait Record: Sized {
    /// The struct's name.
    const NAME: &'static str;
    /// The keys on the wire, in the order of the fields.
    const KEYS: &'static [&'static str];
    /// Whether other keys are kept.
    const OPEN: bool;

    /// Reads the fields into slots, and the slots into a value.
    fn read<'de, A: Access<'de>>(access: A) -> Result<Self, A::Error>;
}

/// Where the values of fields come from: a map, or a sequence.
pub trait Access<'de>: Sized {
    /// The format's error.
    type Error: Error;

    /// Fills the slots, which are in the order of the record's keys.
    fn fill<T: Record>(
        self,
        slots: &mut [&mut dyn Slot<'de, Self>],
        rest: Option<&mut dyn Rest<'de, Self>>,
    ) -> Result<(), Self::Error>;

    /// Takes the next value into a slot; `false` at the end of a sequence.
    fn value<V: Deserialize<'de>>(&mut self, slot: &mut Option<V>) -> Result<bool, Self::Error>;
}

/// Where a field's value goes.
pub trait Slot<'de, A: Access<'de>> {
    /// Whether it has a value.
    fn is_full(&self) -> bool;

    /// Takes the next value; `false` if there is none.
    fn fill(&mut self, access: &mut A) -> Result<bool, A::Error>;
}

impl<'de, A: Access<'de>, V: Deserialize<'de>> Slot<'de, A> for Option<V> {
    fn is_full(&self) -> bool {
        self.is_some()
    }

    fn fill(&mut self, access: &mut A) -> Result<bool, A::Error> {
        access.value(self)
    }
}

/// Where the values of keys without a field go.
pub trait Rest<'de, A: Access<'de>> {
    /// Takes the next value.
    fn put(&mut self, key: &str, access: &mut A) -> Result<(), A::Error>;
}

impl<'de, A: Access<'de>, V: Deserialize<'de>> Rest<'de, A> for Extra<V> {
    fn put(&mut self, key: &str, access: &mut A) -> Result<(), A::Error> {
        let mut value = None;
        access.value(&mut value)?;
        self.extend(value.map(|value| (key, value)));
        Ok(())
    }
}

/// Reads a record.
///
/// # Errors
///
/// When a key is missing or comes twice, or a value is none of its field's; says at which.
pub fn deserialize<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let fields = Fields(PhantomData);
    if T::OPEN {
        deserializer.deserialize_map(fields)
    } else {
        deserializer.deserialize_struct(T::NAME, T::KEYS, fields)
    }
}

struct Fields<T>(PhantomData<T>);

impl<'de, T: Record> Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(Entries(map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        if T::OPEN {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        T::read(Items(seq))
    }
}

struct Entries<A>(A);

impl<'de, A: MapAccess<'de>> Access<'de> for Entries<A> {
    type Error = A::Error;

    fn fill<T: Record>(
        self,
        slots: &mut [&mut dyn Slot<'de, Self>],
        rest: Option<&mut dyn Rest<'de, Self>>,
    ) -> Result<(), A::Error> {
        fill_by_key(self, T::KEYS, slots, rest)
    }

    fn value<V: Deserialize<'de>>(&mut self, slot: &mut Option<V>) -> Result<bool, A::Error> {
        match self.0.next_value() {
            Ok(value) => {
                *slot = Some(value);
                Ok(true)
            }
            Err(error) => Err(error),
        }
    }
}

fn fill_by_key<'de, A: MapAccess<'de>>(
    mut entries: Entries<A>,
    keys: &'static [&'static str],
    slots: &mut [&mut dyn Slot<'de, Entries<A>>],
    mut rest: Option<&mut dyn Rest<'de, Entries<A>>>,
) -> Result<(), A::Error> {
    let mut other = String::new();
    let mut next = 0;
    // Which of the first slots are full: cheaper than to ask them.
    let mut full = 0_u64;
    loop {
        let key = Key {
            keys,
            next,
            other: rest.is_some().then_some(&mut other),
        };
        let Some(index) = entries.0.next_key_seed(key)? else {
            return Ok(());
        };
        match (slots.get_mut(index), &mut rest) {
            (Some(slot), _) => {
                let bit = 1_u64.checked_shl(index as u32).unwrap_or(0);
                if full & bit != 0 || bit == 0 && slot.is_full() {
                    return Err(A::Error::duplicate_field(keys[index]));
                }
                if let Err(error) = slot.fill(&mut entries) {
                    return Err(failure::in_field(keys[index], error));
                }
                full |= bit;
                next = index + 1;
            }
            (None, Some(rest)) => {
                let key = std::mem::take(&mut other);
                if let Err(error) = rest.put(&key, &mut entries) {
                    return Err(failure::in_field(&key, error));
                }
            }
            (None, None) => {
                entries.0.next_value::<IgnoredAny>()?;
            }
        }
    }
}

struct Items<A>(A);

impl<'de, A: SeqAccess<'de>> Access<'de> for Items<A> {
    type Error = A::Error;

    fn fill<T: Record>(
        self,
        slots: &mut [&mut dyn Slot<'de, Self>],
        _: Option<&mut dyn Rest<'de, Self>>,
    ) -> Result<(), A::Error> {
        fill_in_order(self, T::NAME, T::KEYS, slots)
    }

    fn value<V: Deserialize<'de>>(&mut self, slot: &mut Option<V>) -> Result<bool, A::Error> {
        match self.0.next_element() {
            Ok(value) => {
                *slot = value;
                Ok(slot.is_some())
            }
            Err(error) => Err(error),
        }
    }
}

fn fill_in_order<'de, A: SeqAccess<'de>>(
    mut items: Items<A>,
    name: &str,
    keys: &[&str],
    slots: &mut [&mut dyn Slot<'de, Items<A>>],
) -> Result<(), A::Error> {
    for (index, (slot, key)) in slots.iter_mut().zip(keys).enumerate() {
        match slot.fill(&mut items) {
            Ok(true) => {}
            Ok(false) => {
                let expected = format!("struct {name} with {} elements", keys.len());
                return Err(A::Error::invalid_length(index, &expected.as_str()));
            }
            Err(error) => return Err(failure::in_field(key, error)),
        }
    }
    Ok(())
}

/// Finds the index of a key; that of an unknown key is past the last.
struct Key<'k> {
    keys: &'static [&'static str],
    /// The key that is likely to come: writers keep to an order.
    next: usize,
    /// Where an unknown key is kept.
    other: Option<&'k mut String>,
}

impl Key<'_> {
    fn find(&self, key: &[u8]) -> Option<usize> {
        if let Some(expected) = self.keys.get(self.next)
            && expected.as_bytes() == key
        {
            return Some(self.next);
        }
        self.keys.iter().position(|known| known.as_bytes() == key)
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let found = self.find(key.as_bytes());
        if let (None, Some(other)) = (found, self.other) {
            key.clone_into(other);
        }
        Ok(found.unwrap_or(self.keys.len()))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<usize, E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            Err(_) if self.other.is_some() => {
                Err(E::invalid_value(Unexpected::Bytes(key), &"a key as text"))
            }
            Err(_) => Ok(self.keys.len()),
        }
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<usize, E> {
        if let Some(other) = self.other {
            *other = index.to_string();
            return Ok(self.keys.len());
        }
        Ok(usize::try_from(index).unwrap_or(self.keys.len()))
    }
}

/// A field to write: its key, whether it is left out, and its value.
pub type Entry<'a, K> = (&'static str, bool, &'a dyn Value<K>);

/// A value that a sink takes.
pub trait Value<K: Sink> {
    /// Writes it under a key.
    fn write(&self, key: &'static str, sink: &mut K) -> Result<(), K::Error>;
}

impl<T: Serialize, K: Sink> Value<K> for T {
    fn write(&self, key: &'static str, sink: &mut K) -> Result<(), K::Error> {
        sink.field(key, self)
    }
}

/// Where fields are written: a struct, or a map.
pub trait Sink {
    /// The format's error.
    type Error;

    /// Writes a field.
    fn field<T: Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Self::Error>;

    /// Leaves a field out.
    fn skip(&mut self, key: &'static str) -> Result<(), Self::Error>;
}

/// Fields of a struct.
pub struct StructSink<S>(S);

impl<S: SerializeStruct> Sink for StructSink<S> {
    type Error = S::Error;

    fn field<T: Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        self.0.serialize_field(key, value)
    }

    fn skip(&mut self, key: &'static str) -> Result<(), S::Error> {
        self.0.skip_field(key)
    }
}

/// Fields of a struct that keeps other keys too.
pub struct MapSink<S>(S);

impl<S: SerializeMap> Sink for MapSink<S> {
    type Error = S::Error;

    fn field<T: Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        self.0.serialize_entry(key, value)
    }

    fn skip(&mut self, _: &'static str) -> Result<(), S::Error> {
        Ok(())
    }
}

/// Writes a record.
///
/// # Errors
///
/// When the format cannot say a value.
pub fn serialize<S: Serializer>(
    serializer: S,
    name: &'static str,
    entries: &[Entry<'_, StructSink<S::SerializeStruct>>],
) -> Result<S::Ok, S::Error> {
    let mut sink = StructSink(serializer.serialize_struct(name, written(entries))?);
    write_all(&mut sink, entries)?;
    sink.0.end()
}

/// Writes a record with the keys that have no field.
///
/// # Errors
///
/// When the format cannot say a value.
pub fn serialize_open<S: Serializer, V: Serialize>(
    serializer: S,
    entries: &[Entry<'_, MapSink<S::SerializeMap>>],
    extra: &Extra<V>,
) -> Result<S::Ok, S::Error> {
    let length = written(entries) + extra.len();
    let mut sink = MapSink(serializer.serialize_map(Some(length))?);
    write_all(&mut sink, entries)?;
    for (key, value) in extra {
        sink.0.serialize_entry(key, value)?;
    }
    sink.0.end()
}

fn written<K>(entries: &[Entry<'_, K>]) -> usize {
    entries.iter().filter(|(_, absent, _)| !absent).count()
}

fn write_all<K: Sink>(sink: &mut K, entries: &[Entry<'_, K>]) -> Result<(), K::Error> {
    for (key, absent, value) in entries {
        if *absent {
            sink.skip(key)?;
        } else {
            value.write(key, sink)?;
        }
    }
    Ok(())
}

/// Implements serde's traits for a struct: each field, how it is present, and its key.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! record {
    ($name:ident { $($presence:ident $field:ident = $key:literal,)* }) => {
        $crate::support::record::record!(@read $name false, None, [], $($presence $field = $key,)*);

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                $crate::support::record::serialize(
                    serializer,
                    ::std::stringify!($name),
                    &[$((
                        $key,
                        $crate::support::record::record!(@absent $presence self.$field),
                        &self.$field,
                    )),*],
                )
            }
        }
    };
    ($name:ident { $($presence:ident $field:ident = $key:literal,)* .. $extra:ident }) => {
        $crate::support::record::record!(
            @read $name true, Some(&mut $extra), [$extra], $($presence $field = $key,)*
        );

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                $crate::support::record::serialize_open(
                    serializer,
                    &[$((
                        $key,
                        $crate::support::record::record!(@absent $presence self.$field),
                        &self.$field,
                    )),*],
                    &self.$extra,
                )
            }
        }
    };
    (@read $name:ident $open:literal, $rest:expr, [$($extra:ident)?],
        $($presence:ident $field:ident = $key:literal,)*) => {
        impl $crate::support::record::Record for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const KEYS: &'static [&'static str] = &[$($key),*];
            const OPEN: bool = $open;

            fn read<'de, Y: $crate::support::record::Access<'de>>(
                access: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $(let mut $field = None;)*
                $(let mut $extra = $crate::Extra::new();)?
                match access.fill::<Self>(&mut [$(&mut $field),*], $rest) {
                    Ok(()) => {}
                    Err(error) => return Err(error),
                }
                Ok(Self {
                    $($field: $crate::support::record::record!(@take $presence $field $key),)*
                    $($extra,)?
                })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::record::deserialize(deserializer)
            }
        }
    };
    (@absent required $value:expr) => { false };
    (@absent optional $value:expr) => { $value.is_none() };
    (@absent maybe $value:expr) => { $value.is_absent() };
    (@take required $field:ident $key:literal) => {
        match $field {
            Some(value) => value,
            None => return Err(::serde::de::Error::missing_field($key)),
        }
    };
    (@take $presence:ident $field:ident $key:literal) => {
        match $field {
            Some(value) => value,
            None => ::std::default::Default::default(),
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use record;
