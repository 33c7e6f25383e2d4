//! Writing pieces to serde's formats. This file and `sinks.rs` are all of writing that is generic
//! over formats, and compiled once for each.

pub mod piece;
pub mod sinks;

use serde::{Serialize, Serializer};

use crate::support::record::{Record, Table};
use piece::{Encode, List, Map, Piece};
use sinks::{Entries, Fields, Items};

/// Writes a struct.
///
/// # Errors
///
/// If the format cannot express the value.
#[inline(never)]
pub fn record<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    let (table, count) = record.to_write();
    if table.open {
        return open_record(record, table, count, serializer);
    }
    let mut fields = Fields::new(table, count, serializer)?;
    if count > 0 {
        record.show(&mut fields);
    }
    fields.end()
}

/// Writes a struct of few fields and without unknown keys, inlined.
///
/// # Errors
///
/// If the format cannot express the value.
#[inline]
pub fn small_record<T, S>(record: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Record,
    S: Serializer,
{
    let (table, count) = record.to_write();
    let mut fields = Fields::new(table, count, serializer)?;
    if count > 0 {
        record.show(&mut fields);
    }
    fields.end()
}

/// Writes a struct that keeps unknown keys.
///
/// # Errors
///
/// If the format cannot express the value.
#[inline(never)]
fn open_record<S: Serializer>(
    record: &dyn Record,
    table: &'static Table,
    count: usize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut entries = Entries::new(table.keys.0, count, serializer)?;
    record.show(&mut entries);
    entries.end()
}

impl Serialize for Piece<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_none(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::Int32(value) => serializer.serialize_i32(value),
            Self::Int64(value) => serializer.serialize_i64(value),
            #[cfg(feature = "flags")]
            Self::Unsigned(value) => serializer.serialize_u64(value),
            Self::Float32(value) => serializer.serialize_f32(value),
            Self::Float64(value) => serializer.serialize_f64(value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::SomeText(text) => serializer.serialize_some(text),
            Self::Shown(value) => serializer.collect_str(value),
            #[cfg(feature = "json")]
            Self::Number(value) => value.serialize(serializer),
            #[cfg(feature = "json")]
            Self::Any(value) => value.serialize(serializer),
            Self::Record(value) => record(value, serializer),
            Self::SomeRecord(value) => serializer.serialize_some(&value),
            Self::List(count, value) => Counted(count, value).serialize(serializer),
            Self::Map(value) => map(value, serializer),
            Self::Some(value) => serializer.serialize_some(&value),
            #[cfg(feature = "foreign")]
            Self::Foreign(piece) => piece.serialize(serializer),
        }
    }
}

impl Serialize for dyn Encode + '_ {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.piece().serialize(serializer)
    }
}

impl Serialize for dyn Record + '_ {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        record(self, serializer)
    }
}

/// A list with this number of items.
pub struct Counted<'a>(pub usize, pub &'a dyn List);

impl Serialize for Counted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(count, list) = *self;
        let mut items = Items::new(count, serializer)?;
        if count > 0 {
            list.show(&mut items);
        }
        items.end()
    }
}

fn map<S: Serializer>(map: &dyn Map, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries = Entries::new(&[], map.count(), serializer)?;
    map.show(&mut entries);
    entries.end()
}
