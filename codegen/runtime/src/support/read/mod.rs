//! Filling slots from serde's formats. The files of this folder, `union/read.rs` and
//! `union/content_read.rs` are all of reading that is generic over formats, and compiled once for
//! each.

#[cfg(feature = "beside")]
pub mod beside;
pub mod depth;
#[cfg(feature = "beside")]
pub mod derived;
pub mod error_path;
pub mod fields;
pub mod items;
pub mod keys;
pub mod slot;
pub mod visitors;
#[cfg(feature = "beside")]
pub mod waiting;

#[cfg(feature = "json")]
use serde::de::Error as _;
use serde::de::{DeserializeSeed, IgnoredAny};
use serde::{Deserialize, Deserializer};

use crate::support::record::Record;
#[cfg(feature = "json")]
use crate::support::union::Variants;
#[cfg(feature = "json")]
use crate::support::union::content::Content;
#[cfg(feature = "json")]
use crate::support::union::read::Choice;
#[cfg(feature = "json")]
use crate::support::values::json::{Number, Value};
#[cfg(feature = "json")]
use crate::support::values::number;
use crate::support::wire::Wire;
#[cfg(feature = "foreign")]
use crate::support::wire::foreign;
use fields::Fields;
use items::{Entries, Items, Texts};
use slot::{Integer, Nullable, Slot, Text};
use visitors::{OrNull, PutFloat32, PutString, PutText, Scalar};

/// Reads a value.
///
/// # Errors
///
/// If the input is not a `T`; the error has the path.
pub fn deserialize<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    match fill(value.wire_slot(), deserializer) {
        Ok(()) => Ok(value),
        Err(error) => Err(error),
    }
}

/// A separate function, so that it is compiled once for each format, not for each model.
#[inline(never)]
fn fill<'de, D: Deserializer<'de>>(slot: Slot<'_>, deserializer: D) -> Result<(), D::Error> {
    slot.deserialize(deserializer)
}

/// Reads a struct.
///
/// # Errors
///
/// If the input is not a `T`; the error has the path.
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

/// Reads a struct in place.
///
/// # Errors
///
/// If the input is not such a struct; the error has the path.
#[inline(never)]
pub fn record<'de, D>(record: &mut dyn Record, deserializer: D) -> Result<(), D::Error>
where
    D: Deserializer<'de>,
{
    Fields::new(record).read(deserializer)
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    /// Each arm calls a function that is not inlined, so that the match needs no stack for them.
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
            Self::Float32(place) => float32(deserializer, place),
            Self::Float64(place) => put(deserializer, place),
            Self::OptionalFloat64(place) => optional(deserializer, place),
            Self::String(place) => string(deserializer, place),
            Self::OptionalString(place) => optional_string(deserializer, place),
            #[cfg(feature = "json")]
            Self::Number(place) => number(deserializer, place),
            #[cfg(feature = "json")]
            Self::Any(place) => any(deserializer, place),
            #[cfg(feature = "snowflakes")]
            Self::Snowflake(place) => put(deserializer, place),
            Self::Text(place) => text(deserializer, place),
            Self::OptionalText(place) => optional_text(deserializer, place),
            Self::Integer(place) => integer(deserializer, place),
            #[cfg(feature = "flags")]
            Self::Unsigned(place) => put(deserializer, place),
            Self::Nullable(place) => nullable(deserializer, place),
            Self::Record(place) => record(place, deserializer),
            Self::List(place) => list(deserializer, place),
            Self::Texts(place) => texts(deserializer, place),
            Self::Map(place) => map(deserializer, place),
            #[cfg(feature = "json")]
            Self::Union(place) => union(deserializer, place),
            #[cfg(feature = "foreign")]
            Self::Foreign(place) => foreign(deserializer, place),
        }
    }
}

#[inline(never)]
fn optional<'de, T, D>(deserializer: D, place: &mut Option<T>) -> Result<(), D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_option(OrNull(Scalar(place)))
}

#[inline(never)]
fn put<'de, T, D>(deserializer: D, place: &mut T) -> Result<(), D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    match T::deserialize(deserializer) {
        Ok(value) => {
            slot::put(place, value);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// A function for each kind of slot, with the visitor that fills it.
macro_rules! apart {
    ($($(#[$condition:meta])? $name:ident($deserializer:ident, $place:ident: $ty:ty) = $fill:expr;)*) => {
        $(
            $(#[$condition])?
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
        deserializer.deserialize_option(OrNull(place));
    #[cfg(feature = "json")]
    number(deserializer, place: &mut Number) = number::read(deserializer, place);
    float32(deserializer, place: &mut f32) = deserializer.deserialize_f32(PutFloat32(place));
    text(deserializer, place: &mut dyn Text) = deserializer.deserialize_str(PutText(place));
    optional_text(deserializer, place: &mut dyn Text) =
        deserializer.deserialize_option(OrNull(place));
    nullable(deserializer, place: &mut dyn Nullable) =
        deserializer.deserialize_option(OrNull(place));
    list(deserializer, place: &mut dyn slot::List) = deserializer.deserialize_seq(Items(place));
    texts(deserializer, place: &mut dyn slot::Texts) = deserializer.deserialize_seq(Texts(place));
    map(deserializer, place: &mut dyn slot::Map) = deserializer.deserialize_map(Entries(place));
    #[cfg(feature = "json")]
    union(deserializer, place: &mut dyn Variants) = Choice::new(place).read(deserializer);
    #[cfg(feature = "foreign")]
    foreign(deserializer, place: foreign::Slot<'_>) = place.deserialize(deserializer);
}

#[cfg(feature = "json")]
/// A value of a format that does not count levels is buffered on the way, so that they are counted.
#[inline(never)]
fn any<'de, D: Deserializer<'de>>(deserializer: D, place: &mut Value) -> Result<(), D::Error> {
    if depth::are_counted::<D::Error>() {
        return put(deserializer, place);
    }
    let value = Content::deserialize(deserializer)?;
    value.fill(Slot::Any(place)).map_err(D::Error::custom)
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
        Err(error_path::invalid(place.problem(number)))
    }
}
