//! Pieces written to serde's formats: all of writing that is compiled once a format.

use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use super::encode::{Encode, EntrySink, FieldSink, ItemSink, List, Map, Piece};
use super::record::{Record, Table};
use crate::Number;

/// Writes a struct.
///
/// # Errors
///
/// When the format cannot say it.
#[inline(never)]
pub fn record<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    let (table, count) = (record.table(), record.count());
    if table.open {
        return open_record(record, serializer);
    }
    let mut fields = Fields::new(table, count, serializer)?;
    if count > 0 {
        record.show(&mut fields);
    }
    fields.end()
}

/// Writes a struct of few fields and no other keys, where it is called.
///
/// # Errors
///
/// When the format cannot say it.
#[inline]
pub fn small_record<T, S>(record: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Record,
    S: Serializer,
{
    let count = record.count();
    let mut fields = Fields::new(record.table(), count, serializer)?;
    if count > 0 {
        record.show(&mut fields);
    }
    fields.end()
}

/// Writes a struct that keeps other keys.
///
/// # Errors
///
/// When the format cannot say it.
#[inline(never)]
fn open_record<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries = Entries {
        state: serializer.serialize_map(Some(record.count()))?,
        keys: record.table().keys.0,
        error: None,
    };
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
            Self::Float32(value) => serializer.serialize_f32(value),
            Self::Float64(value) => serializer.serialize_f64(value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::SomeText(text) => serializer.serialize_some(text),
            Self::Shown(value) => serializer.collect_str(value),
            Self::Number(value) => value.serialize(serializer),
            Self::Any(value) => value.serialize(serializer),
            Self::Record(value) => record(value, serializer),
            Self::SomeRecord(value) => serializer.serialize_some(&value),
            Self::List(count, value) => Counted(count, value).serialize(serializer),
            Self::Map(value) => map(value, serializer),
            Self::Some(value) => serializer.serialize_some(&value),
            Self::Outside(piece) => piece.serialize(serializer),
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

/// A list of so many items.
struct Counted<'a>(usize, &'a dyn List);

impl Serialize for Counted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(count, list) = *self;
        let mut items = Items {
            state: serializer.serialize_seq(Some(count))?,
            error: None,
        };
        if count > 0 {
            list.show(&mut items);
        }
        match items.error {
            None => items.state.end(),
            Some(error) => Err(error),
        }
    }
}

fn map<S: Serializer>(map: &dyn Map, serializer: S) -> Result<S::Ok, S::Error> {
    let mut entries = Entries {
        state: serializer.serialize_map(Some(map.count()))?,
        keys: &[],
        error: None,
    };
    map.show(&mut entries);
    entries.end()
}

/// A struct that is being written. After an error, nothing is.
struct Fields<S: SerializeStruct> {
    state: S,
    keys: &'static [&'static str],
    /// The index that follows the last field written; those between were skipped.
    next: usize,
    error: Option<S::Error>,
}

impl<S: SerializeStruct> Fields<S> {
    #[inline]
    fn new<Z>(table: &'static Table, count: usize, serializer: Z) -> Result<Self, Z::Error>
    where
        Z: Serializer<SerializeStruct = S>,
    {
        Ok(Self {
            state: serializer.serialize_struct(table.name, count)?,
            keys: table.keys.0,
            next: 0,
            error: None,
        })
    }

    #[inline]
    fn put<T: Serialize + ?Sized>(&mut self, index: usize, value: &T) {
        if self.error.is_none()
            && let Err(error) = self.write(index, value)
        {
            self.error = Some(error);
        }
    }

    #[inline]
    fn write<T: Serialize + ?Sized>(&mut self, index: usize, value: &T) -> Result<(), S::Error> {
        self.skip_to(index)?;
        self.next = index + 1;
        match self.keys.get(index) {
            Some(key) => self.state.serialize_field(key, value),
            None => Ok(()),
        }
    }

    #[inline]
    fn skip_to(&mut self, index: usize) -> Result<(), S::Error> {
        for key in self.keys.get(self.next..index).unwrap_or_default() {
            self.state.skip_field(key)?;
        }
        Ok(())
    }

    #[inline]
    fn end(mut self) -> Result<S::Ok, S::Error> {
        match self.error.take() {
            None => {
                self.skip_to(self.keys.len())?;
                self.state.end()
            }
            Some(error) => Err(error),
        }
    }
}

/// An object of any keys that is being written. After an error, nothing is.
struct Entries<S: SerializeMap> {
    state: S,
    keys: &'static [&'static str],
    error: Option<S::Error>,
}

impl<S: SerializeMap> Entries<S> {
    fn end(self) -> Result<S::Ok, S::Error> {
        match self.error {
            None => self.state.end(),
            Some(error) => Err(error),
        }
    }
}

impl<S: SerializeMap> EntrySink for Entries<S> {
    fn entry(&mut self, key: &str, value: Piece<'_>) {
        if self.error.is_none()
            && let Err(error) = self.state.serialize_entry(key, &value)
        {
            self.error = Some(error);
        }
    }
}

/// A list that is being written. After an error, nothing is.
struct Items<S: SerializeSeq> {
    state: S,
    error: Option<S::Error>,
}

impl<S: SerializeSeq> ItemSink for Items<S> {
    fn item(&mut self, value: Piece<'_>) {
        if self.error.is_none()
            && let Err(error) = self.state.serialize_element(&value)
        {
            self.error = Some(error);
        }
    }
}

macro_rules! field_sink {
    ($($name:ident($value:ident: $ty:ty) = $shown:expr, $piece:expr;)*) => {
        impl<S: SerializeStruct> FieldSink for Fields<S> {
            $(
                fn $name(&mut self, index: usize, $value: $ty) {
                    self.put(index, $shown);
                }
            )*

            fn list(&mut self, index: usize, count: usize, value: &dyn List) {
                self.put(index, &Counted(count, value));
            }

            /// Only structs that keep other keys have any, and they are written as maps.
            fn other(&mut self, _: &str, _: Piece<'_>) {}
        }

        impl<S: SerializeMap> FieldSink for Entries<S> {
            $(
                fn $name(&mut self, index: usize, $value: $ty) {
                    if let Some(key) = self.keys.get(index) {
                        self.entry(key, $piece);
                    }
                }
            )*

            fn list(&mut self, index: usize, count: usize, value: &dyn List) {
                self.piece(index, Piece::List(count, value));
            }

            fn other(&mut self, key: &str, value: Piece<'_>) {
                self.entry(key, value);
            }
        }
    };
}

field_sink! {
    boolean(value: bool) = &value, Piece::Boolean(value);
    some_boolean(value: bool) = &Some(value), Piece::Some(&value);
    int64(value: i64) = &value, Piece::Int64(value);
    some_int64(value: i64) = &Some(value), Piece::Some(&value);
    float64(value: f64) = &value, Piece::Float64(value);
    some_float64(value: f64) = &Some(value), Piece::Some(&value);
    text(value: &str) = value, Piece::Text(value);
    some_text(value: &str) = &Some(value), Piece::SomeText(value);
    number(value: &Number) = value, Piece::Number(value);
    some_number(value: &Number) = &Some(value), Piece::Some(value);
    record(value: &dyn Record) = value, Piece::Record(value);
    some_record(value: &dyn Record) = &Some(value), Piece::SomeRecord(value);
    piece(value: Piece<'_>) = &value, value;
}
