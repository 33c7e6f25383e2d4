//! Structs as records: a table of keys, and a slot and a piece for each.
//!
//! The macro `record!` states a struct's keys once and implements the traits from them. The loops
//! over keys stand here, once a format and not once a struct.
//!
//! As serde's derive does, it reads maps and sequences, keys as text, bytes or indices, ignores
//! unknown keys, and refuses a key that comes twice.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::decode::{Map, Slot};
use super::failure;
use super::key::{Find, Known};

/// What is known of a struct's fields, in their order.
#[derive(Debug)]
pub struct Table {
    /// The struct's name.
    pub name: &'static str,
    /// The keys on the wire.
    pub keys: &'static [&'static str],
    /// What they are found by.
    pub known: &'static [Known],
    /// How many of them must be there.
    pub required: usize,
}

/// A struct with a table.
pub trait Fields {
    /// The table.
    const TABLE: &'static Table;
}

/// A struct's fields, to be read.
pub struct Record<'a> {
    /// What is known of them.
    pub table: &'static Table,
    /// Where the values go.
    pub slots: &'a mut [Slot<'a>],
    /// Where other keys go, if they are kept.
    pub rest: Option<&'a mut dyn Map>,
}

impl Record<'_> {
    /// Reads them.
    ///
    /// # Errors
    ///
    /// When a key is missing or comes twice, or a value is none of its field's; says at which.
    pub fn read<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        if self.rest.is_some() {
            deserializer.deserialize_map(self)
        } else {
            deserializer.deserialize_struct(self.table.name, self.table.keys, self)
        }
    }

    /// The first field that must be there and is not.
    #[cold]
    fn missing(&self) -> &'static str {
        let Table { keys, known, .. } = *self.table;
        let mut fields = keys.iter().zip(known).zip(self.slots.iter());
        let missing = fields.find(|((_, known), slot)| known.required && !is_full(slot));
        missing.map_or("", |((key, _), _)| key)
    }
}

const fn is_full(slot: &Slot) -> bool {
    matches!(slot, Slot::Full)
}

impl<'de> Visitor<'de> for &mut Record<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.table.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let table = self.table;
        let mut other = String::new();
        let mut next = 0;
        let mut needed = self.table.required;
        loop {
            let find = Find {
                table,
                next,
                other: self.rest.is_some().then_some(&mut other),
            };
            let Some(index) = map.next_key_seed(find)? else {
                break;
            };
            match (self.slots.get_mut(index), &mut self.rest) {
                (Some(slot), _) => {
                    if is_full(slot) {
                        return Err(A::Error::duplicate_field(table.keys[index]));
                    }
                    if let Err(error) = map.next_value_seed(std::mem::replace(slot, Slot::Full)) {
                        return Err(failure::in_field(table.keys[index], error));
                    }
                    needed -= usize::from(table.known[index].required);
                    next = index + 1;
                }
                (None, Some(rest)) => {
                    let key = std::mem::take(&mut other);
                    if let Err(error) = map.next_value_seed(rest.next(key.clone())) {
                        return Err(failure::in_field(&key, error));
                    }
                }
                (None, None) => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if needed == 0 {
            Ok(())
        } else {
            Err(A::Error::missing_field(self.missing()))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if self.rest.is_some() {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        let Table { name, keys, .. } = *self.table;
        for (index, (slot, key)) in self.slots.iter_mut().zip(keys).enumerate() {
            match seq.next_element_seed(std::mem::replace(slot, Slot::Full)) {
                Ok(Some(())) => {}
                Ok(None) => {
                    let expected = format!("struct {name} with {} elements", keys.len());
                    return Err(A::Error::invalid_length(index, &expected.as_str()));
                }
                Err(error) => return Err(failure::in_field(key, error)),
            }
        }
        Ok(())
    }
}

/// Implements reading and writing for a struct: each field, how it is present, and its key. What
/// only serde can read and write is `outside`.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! record {
    ($name:ident {
        $($presence:ident $(@$outside:ident)? $field:ident = $key:literal,)*
        $(.. $extra:ident)?
    }) => {
        impl $crate::support::record::Fields for $name {
            const TABLE: &'static $crate::support::record::Table =
                &$crate::support::record::Table {
                    name: ::std::stringify!($name),
                    keys: &[$($key),*],
                    known: &[$($crate::support::key::Known::new(
                        $key,
                        $crate::support::record::record!(@required $presence),
                    )),*],
                    required: 0 $(+ $crate::support::record::record!(@required $presence) as usize)*,
                };
        }

        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::support::record::record!(@blank $($outside)?),)*
                    $($extra: $crate::Extra::new(),)?
                }
            }

            fn fill(
                &mut self,
                source: &mut dyn $crate::support::decode::Source,
            ) -> ::std::result::Result<(), $crate::support::decode::Failed> {
                source.fill($crate::support::decode::Slot::Record(
                    &mut $crate::support::record::Record {
                        table: <Self as $crate::support::record::Fields>::TABLE,
                        slots: &mut [
                            $($crate::support::record::record!(@slot self.$field, $($outside)?)),*
                        ],
                        rest: $crate::support::record::record!(@rest self $($extra)?),
                    },
                ))
            }
        }

        impl $crate::support::encode::Encode for $name {
            #[inline]
            fn piece(&self) -> $crate::support::encode::Piece<'_> {
                $crate::support::encode::Piece::Value(self)
            }

            fn write(&self, sink: &mut dyn $crate::support::encode::Sink) {
                #[allow(unused_mut, reason = "not every struct has optional fields")]
                let mut absent = 0;
                let pieces = &[$(
                    $crate::support::record::record!(@piece $presence absent self.$field, $($outside)?)
                ),*];
                $crate::support::record::record!(@write self sink pieces absent $($extra)?);
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
                #[allow(unused_mut, reason = "not every struct has optional fields")]
                let mut absent = 0;
                let pieces = &[$(
                    $crate::support::record::record!(@piece $presence absent self.$field, $($outside)?)
                ),*];
                $crate::support::record::record!(@serialize self serializer pieces absent $($extra)?)
            }
        }
    };
    (@required required) => { true };
    (@required $presence:ident) => { false };
    (@blank) => { $crate::support::decode::Decode::blank() };
    (@blank outside) => { ::std::default::Default::default() };
    (@slot $value:expr,) => { $crate::support::decode::Decode::slot(&mut $value) };
    (@slot $value:expr, outside) => { $crate::support::outside::slot(&mut $value) };
    (@rest $self:ident) => { None };
    (@rest $self:ident $extra:ident) => { Some(&mut $self.$extra) };
    (@piece required $absent:ident $value:expr,) => {
        $crate::support::encode::Encode::piece(&$value)
    };
    (@piece required $absent:ident $value:expr, outside) => {
        $crate::support::outside::piece(&$value)
    };
    (@piece optional $absent:ident $value:expr, $($outside:ident)?) => {
        if $value.is_none() {
            $absent += 1;
            $crate::support::encode::Piece::Absent
        } else {
            $crate::support::record::record!(@piece required $absent $value, $($outside)?)
        }
    };
    (@piece maybe $absent:ident $value:expr, $($outside:ident)?) => {
        if $value.is_absent() {
            $absent += 1;
            $crate::support::encode::Piece::Absent
        } else {
            $crate::support::record::record!(@piece required $absent $value, $($outside)?)
        }
    };
    (@write $self:ident $sink:ident $pieces:ident $absent:ident) => {
        $sink.record(<Self as $crate::support::record::Fields>::TABLE, $pieces, $absent)
    };
    (@write $self:ident $sink:ident $pieces:ident $absent:ident $extra:ident) => {
        $sink.open_record(
            <Self as $crate::support::record::Fields>::TABLE,
            $pieces,
            $pieces.len() - $absent + $self.$extra.len(),
            &mut $self
                .$extra
                .iter()
                .map(|(key, value)| (key, $crate::support::encode::Encode::piece(value))),
        )
    };
    (@serialize $self:ident $serializer:ident $pieces:ident $absent:ident) => {
        $crate::support::writer::record(
            $serializer,
            <Self as $crate::support::record::Fields>::TABLE,
            $pieces,
            $absent,
        )
    };
    (@serialize $self:ident $serializer:ident $pieces:ident $absent:ident $extra:ident) => {
        $crate::support::writer::open_record(
            $serializer,
            <Self as $crate::support::record::Fields>::TABLE,
            $pieces,
            $pieces.len() - $absent + $self.$extra.len(),
            &mut $self
                .$extra
                .iter()
                .map(|(key, value)| (key, $crate::support::encode::Encode::piece(value))),
        )
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use record;
