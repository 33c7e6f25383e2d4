//! Slots filled from serde's formats: with `fields.rs`, `items.rs`, `choice.rs` and `hold.rs`, all
//! of reading that is compiled once a format.

use serde::de::{DeserializeSeed, IgnoredAny};
use serde::{Deserialize, Deserializer};

use super::choice::Choice;
use super::decode::{self, Integer, Nullable, Slot, Text};
use super::failure;
use super::fields::Fields;
use super::items::{Entries, Items, Texts};
use super::opaque::{Number, PutNumber};
use super::optionals::{ScalarOrNull, StringOrNull, TextOrNull, ValueOrNull};
use super::outside;
use super::places::{PutString, PutText};
use super::record::Record;
use super::union::Variants;
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

    /// Each arm calls a function that stands apart: so the match itself needs no stack.
    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self {
            Self::Nowhere => nowhere(deserializer),
            Self::Boolean(place) => put(deserializer, place),
            Self::OptionalBoolean(place) => optional(deserializer, place),
            Self::Int32(place) => put(deserializer, place),
            Self::OptionalInt32(place) => optional(deserializer, place),
            Self::Int64(place) => put(deserializer, place),
            Self::OptionalInt64(place) => optional(deserializer, place),
            Self::Float32(place) => put(deserializer, place),
            Self::Float64(place) => put(deserializer, place),
            Self::OptionalFloat64(place) => optional(deserializer, place),
            Self::String(place) => string(deserializer, place),
            Self::OptionalString(place) => optional_string(deserializer, place),
            Self::Number(place) => number(deserializer, place),
            Self::Any(place) => put(deserializer, place),
            Self::Text(place) => text(deserializer, place),
            Self::OptionalText(place) => optional_text(deserializer, place),
            Self::Integer(place) => integer(deserializer, place),
            Self::Nullable(place) => nullable(deserializer, place),
            Self::Record(place) => record(place, deserializer),
            Self::List(place) => list(deserializer, place),
            Self::Texts(place) => texts(deserializer, place),
            Self::Map(place) => map(deserializer, place),
            Self::Union(place) => union(deserializer, place),
            Self::Outside(place) => outside(deserializer, place),
        }
    }
}

#[inline(never)]
fn optional<'de, T, D>(deserializer: D, place: &mut Option<T>) -> Result<(), D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_option(ScalarOrNull(place))
}

#[inline(never)]
fn put<'de, T, D>(deserializer: D, place: &mut T) -> Result<(), D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    match T::deserialize(deserializer) {
        Ok(value) => {
            decode::put(place, value);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// A function for each kind of slot, by the visitor that fills it.
macro_rules! apart {
    ($($name:ident($deserializer:ident, $place:ident: $ty:ty) = $fill:expr;)*) => {
        $(
            #[inline(never)]
            fn $name<'de, D>($deserializer: D, $place: $ty) -> Result<(), D::Error>
            where
                D: Deserializer<'de>,
            {
                $fill
            }
        )*
    };
}

apart! {
    string(deserializer, place: &mut String) = deserializer.deserialize_string(PutString(place));
    optional_string(deserializer, place: &mut Option<String>) =
        deserializer.deserialize_option(StringOrNull(place));
    number(deserializer, place: &mut Number) = deserializer.deserialize_any(PutNumber(place));
    text(deserializer, place: &mut dyn Text) = deserializer.deserialize_str(PutText(place));
    optional_text(deserializer, place: &mut dyn Text) =
        deserializer.deserialize_option(TextOrNull(place));
    nullable(deserializer, place: &mut dyn Nullable) =
        deserializer.deserialize_option(ValueOrNull(place));
    list(deserializer, place: &mut dyn decode::List) = deserializer.deserialize_seq(Items(place));
    texts(deserializer, place: &mut dyn decode::Texts) = deserializer.deserialize_seq(Texts(place));
    map(deserializer, place: &mut dyn decode::Map) = deserializer.deserialize_map(Entries(place));
    union(deserializer, place: &mut dyn Variants) = deserializer.deserialize_any(Choice::new(place));
    outside(deserializer, place: outside::Slot<'_>) = place.deserialize(deserializer);
}

#[inline(never)]
fn nowhere<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    match IgnoredAny::deserialize(deserializer) {
        Ok(IgnoredAny) => Ok(()),
        Err(error) => Err(error),
    }
}

#[inline(never)]
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
