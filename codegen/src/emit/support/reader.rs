//! Slots filled from serde's formats: with `fields.rs`, `items.rs`, `choice.rs` and `hold.rs`, all
//! of reading that is compiled once a format.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::choice::Choice;
use super::decode::{Integer, Nullable, Slot, Text};
use super::failure;
use super::fields::Fields;
use super::items::{Entries, Items, Texts};
use super::record::Record;
use super::wire::Wire;

/// Reads a value.
///
/// # Errors
///
/// When the input is no `T`; says where.
pub fn deserialize<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    match fill(value.wire_slot(), deserializer) {
        Ok(()) => Ok(value),
        Err(error) => Err(error),
    }
}

/// Apart, so that it is compiled once a format and not once a model.
#[inline(never)]
fn fill<'de, D: Deserializer<'de>>(slot: Slot<'_>, deserializer: D) -> Result<(), D::Error> {
    slot.deserialize(deserializer)
}

/// Reads a struct.
///
/// # Errors
///
/// When the input is no `T`; says where.
#[inline]
pub fn deserialize_record<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Wire + Record,
    D: Deserializer<'de>,
{
    let mut value = T::blank();
    match record(&mut value, deserializer) {
        Ok(()) => Ok(value),
        Err(error) => Err(error),
    }
}

/// Reads a struct where it is to be.
///
/// # Errors
///
/// When the input is no such struct; says where.
#[inline(never)]
pub fn record<'de, D>(record: &mut dyn Record, deserializer: D) -> Result<(), D::Error>
where
    D: Deserializer<'de>,
{
    Fields::new(record).read(deserializer)
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self {
            Self::Nowhere => match IgnoredAny::deserialize(deserializer) {
                Ok(IgnoredAny) => Ok(()),
                Err(error) => Err(error),
            },
            Self::Boolean(place) => put(deserializer, place),
            Self::OptionalBoolean(place) => put(deserializer, place),
            Self::Int32(place) => put(deserializer, place),
            Self::OptionalInt32(place) => put(deserializer, place),
            Self::Int64(place) => put(deserializer, place),
            Self::OptionalInt64(place) => put(deserializer, place),
            Self::Float32(place) => put(deserializer, place),
            Self::Float64(place) => put(deserializer, place),
            Self::OptionalFloat64(place) => put(deserializer, place),
            Self::String(place) => deserializer.deserialize_string(PutString(place)),
            Self::OptionalString(place) => deserializer.deserialize_option(StringOrNull(place)),
            Self::Number(place) => put(deserializer, place),
            Self::Any(place) => put(deserializer, place),
            Self::Text(place) => PutText(place).deserialize(deserializer),
            Self::OptionalText(place) => deserializer.deserialize_option(TextOrNull(place)),
            Self::Integer(place) => integer(deserializer, place),
            Self::Nullable(place) => deserializer.deserialize_option(ValueOrNull(place)),
            Self::Record(record) => self::record(record, deserializer),
            Self::List(list) => deserializer.deserialize_seq(Items(list)),
            Self::Texts(list) => deserializer.deserialize_seq(Texts(list)),
            Self::Map(map) => deserializer.deserialize_map(Entries(map)),
            Self::Union(union) => deserializer.deserialize_any(Choice::new(union)),
            Self::Outside(slot) => slot.deserialize(deserializer),
        }
    }
}

#[inline]
fn put<'de, T, D>(deserializer: D, place: &mut T) -> Result<(), D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    match T::deserialize(deserializer) {
        Ok(value) => {
            *place = value;
            Ok(())
        }
        Err(error) => Err(error),
    }
}

fn integer<'de, D>(deserializer: D, place: &mut dyn Integer) -> Result<(), D::Error>
where
    D: Deserializer<'de>,
{
    let number = i64::deserialize(deserializer)?;
    if place.put(number) {
        Ok(())
    } else {
        Err(failure::invalid(place.problem(number)))
    }
}

/// A visitor of what an `Option` holds.
macro_rules! or_null {
    ($name:ident($place:ty), $self:ident, null $null:block, $value:ident $some:expr) => {
        struct $name<'a>(&'a mut $place);

        impl<'de> Visitor<'de> for $name<'_> {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("option")
            }

            fn visit_unit<E: Error>(self) -> Result<(), E> {
                self.visit_none()
            }

            #[inline]
            fn visit_none<E: Error>($self) -> Result<(), E> {
                $null
                Ok(())
            }

            #[inline]
            fn visit_some<D: Deserializer<'de>>($self, $value: D) -> Result<(), D::Error> {
                $some
            }
        }
    };
}

or_null!(ValueOrNull(dyn Nullable), self, null { self.0.null(); }, value self.0.some().deserialize(value));
or_null!(TextOrNull(dyn Text), self, null {}, value PutText(self.0).deserialize(value));
or_null!(
    StringOrNull(Option<String>),
    self,
    null { *self.0 = None; },
    value value.deserialize_string(PutString(self.0.insert(String::new())))
);

/// Writes text where it goes: to return it first would cost a copy.
struct PutString<'a>(&'a mut String);

impl Visitor<'_> for PutString<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        *self.0 = text.to_owned();
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        *self.0 = text;
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.visit_str(text),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(bytes), &self)),
        }
    }
}

/// Makes a value from text.
pub struct PutText<'a>(pub &'a mut dyn Text);

impl<'de> DeserializeSeed<'de> for PutText<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_str(self)
    }
}

impl Visitor<'_> for PutText<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expects(f)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if self.0.put(text) {
            Ok(())
        } else {
            Err(failure::invalid(self.0.problem(text)))
        }
    }
}
