//! Sinks that write the parts of a value (fields, entries, items) to one of serde's formats.

use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use super::Counted;
use super::piece::{EntrySink, FieldSink, ItemSink, List, Piece};
use crate::support::record::{Record, Table};
#[cfg(feature = "json")]
use crate::support::values::json::Number;

/// Writes a struct. After an error, nothing more is written.
pub struct Fields<S: SerializeStruct> {
    state: S,
    /// The keys of all fields; empty after an error.
    keys: &'static [&'static str],
    /// The index after that of the last field written; fields in between were absent.
    next: usize,
    error: Option<S::Error>,
}

impl<S: SerializeStruct> Fields<S> {
    /// Starts a struct with this number of fields.
    ///
    /// # Errors
    ///
    /// Errors of the format.
    #[inline]
    pub fn new<Z>(table: &'static Table, count: usize, serializer: Z) -> Result<Self, Z::Error>
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
        if let Err(error) = self.write(index, value) {
            self.fail(error);
        }
    }

    /// After an error there are no keys, so that no field needs to check for an earlier error.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, error: S::Error) {
        self.keys = &[];
        self.error = Some(error);
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

    /// Ends the value.
    ///
    /// # Errors
    ///
    /// The first error of the format.
    #[inline]
    pub fn end(mut self) -> Result<S::Ok, S::Error> {
        match self.error.take() {
            None => {
                self.skip_to(self.keys.len())?;
                self.state.end()
            }
            Some(error) => Err(error),
        }
    }
}

/// Writes an object with any keys. After an error, nothing more is written.
pub struct Entries<S: SerializeMap> {
    state: S,
    keys: &'static [&'static str],
    error: Option<S::Error>,
}

impl<S: SerializeMap> Entries<S> {
    /// Starts an object with this number of entries; `keys` are those of fields.
    ///
    /// # Errors
    ///
    /// Errors of the format.
    pub fn new<Z>(
        keys: &'static [&'static str],
        count: usize,
        serializer: Z,
    ) -> Result<Self, Z::Error>
    where
        Z: Serializer<SerializeMap = S>,
    {
        Ok(Self {
            state: serializer.serialize_map(Some(count))?,
            keys,
            error: None,
        })
    }

    /// Ends the value.
    ///
    /// # Errors
    ///
    /// The first error of the format.
    pub fn end(self) -> Result<S::Ok, S::Error> {
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

/// Writes a list. After an error, nothing more is written.
pub struct Items<S: SerializeSeq> {
    state: S,
    error: Option<S::Error>,
}

impl<S: SerializeSeq> Items<S> {
    /// A list with this number of items.
    ///
    /// # Errors
    ///
    /// Errors of the format.
    pub fn new<Z>(count: usize, serializer: Z) -> Result<Self, Z::Error>
    where
        Z: Serializer<SerializeSeq = S>,
    {
        Ok(Self {
            state: serializer.serialize_seq(Some(count))?,
            error: None,
        })
    }

    /// Ends the value.
    ///
    /// # Errors
    ///
    /// The first error of the format.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        match self.error {
            None => self.state.end(),
            Some(error) => Err(error),
        }
    }
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
    ($($(#[$condition:meta])? $name:ident($value:ident: $ty:ty) = $shown:expr, $piece:expr;)*) => {
        impl<S: SerializeStruct> FieldSink for Fields<S> {
            $(
                $(#[$condition])?
                fn $name(&mut self, index: usize, $value: $ty) {
                    self.put(index, $shown);
                }
            )*

            fn list(&mut self, index: usize, count: usize, value: &dyn List) {
                self.put(index, &Counted(count, value));
            }

            /// Only structs that keep unknown keys have extra entries, and they are written as
            /// maps.
            fn other(&mut self, _: &str, _: Piece<'_>) {}
        }

        impl<S: SerializeMap> FieldSink for Entries<S> {
            $(
                $(#[$condition])?
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
    #[cfg(feature = "json")]
    number(value: &Number) = value, Piece::Number(value);
    #[cfg(feature = "json")]
    some_number(value: &Number) = &Some(value), Piece::Some(value);
    record(value: &dyn Record) = value, Piece::Record(value);
    some_record(value: &dyn Record) = &Some(value), Piece::SomeRecord(value);
    piece(value: Piece<'_>) = &value, value;
}
