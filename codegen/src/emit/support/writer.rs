//! Pieces written to serde's formats: all of writing that is compiled once a format.

use serde::ser::{Error, SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use super::encode::{Encode, Entries, Piece, Sink};
use super::record::Table;

/// Writes a value.
///
/// # Errors
///
/// When the format cannot say it.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer {
        serializer: Some(serializer),
        done: None,
    };
    value.write(&mut writer);
    writer
        .done
        .unwrap_or_else(|| Err(S::Error::custom("nothing was written")))
}

/// Writes a struct of which so many fields are absent.
///
/// # Errors
///
/// When the format cannot say it.
pub fn record<S: Serializer>(
    serializer: S,
    table: &'static Table,
    pieces: &[Piece<'_>],
    absent: usize,
) -> Result<S::Ok, S::Error> {
    let mut state = serializer.serialize_struct(table.name, pieces.len() - absent)?;
    for (piece, key) in pieces.iter().zip(table.keys) {
        if let Piece::Absent = piece {
            state.skip_field(key)?;
        } else {
            state.serialize_field(key, piece)?;
        }
    }
    state.end()
}

/// Writes a struct that keeps other keys: all in all, so many.
///
/// # Errors
///
/// When the format cannot say it.
pub fn open_record<S: Serializer>(
    serializer: S,
    table: &'static Table,
    pieces: &[Piece<'_>],
    count: usize,
    extra: Entries<'_>,
) -> Result<S::Ok, S::Error> {
    let mut state = serializer.serialize_map(Some(count))?;
    for (piece, key) in pieces.iter().zip(table.keys) {
        if !matches!(piece, Piece::Absent) {
            state.serialize_entry(key, piece)?;
        }
    }
    for (key, piece) in extra {
        state.serialize_entry(key, &piece)?;
    }
    state.end()
}

impl Serialize for Piece<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::SomeBoolean(value) => serializer.serialize_some(&value),
            Self::Int32(value) => serializer.serialize_i32(value),
            Self::SomeInt32(value) => serializer.serialize_some(&value),
            Self::Int64(value) => serializer.serialize_i64(value),
            Self::SomeInt64(value) => serializer.serialize_some(&value),
            Self::Float32(value) => serializer.serialize_f32(value),
            Self::Float64(value) => serializer.serialize_f64(value),
            Self::SomeFloat64(value) => serializer.serialize_some(&value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::SomeText(text) => serializer.serialize_some(text),
            Self::Shown(value) => serializer.collect_str(value),
            Self::Number(value) => value.serialize(serializer),
            Self::Any(value) => value.serialize(serializer),
            Self::Value(value) => self::serialize(value, serializer),
            Self::Some(value) => serializer.serialize_some(&Held(value)),
            Self::Outside(piece) => piece.serialize(serializer),
        }
    }
}

struct Held<'a>(&'a dyn Encode);

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self::serialize(self.0, serializer)
    }
}

/// A format to write to.
struct Writer<S: Serializer> {
    serializer: Option<S>,
    done: Option<Result<S::Ok, S::Error>>,
}

impl<S: Serializer> Writer<S> {
    #[inline]
    fn write(&mut self, write: impl FnOnce(S) -> Result<S::Ok, S::Error>) {
        if let Some(serializer) = self.serializer.take() {
            self.done = Some(write(serializer));
        }
    }
}

impl<S: Serializer> Sink for Writer<S> {
    fn piece(&mut self, piece: Piece<'_>) {
        self.write(|serializer| piece.serialize(serializer));
    }

    fn record(&mut self, table: &'static Table, pieces: &[Piece<'_>], absent: usize) {
        self.write(|serializer| record(serializer, table, pieces, absent));
    }

    fn open_record(
        &mut self,
        table: &'static Table,
        pieces: &[Piece<'_>],
        count: usize,
        extra: Entries<'_>,
    ) {
        self.write(|serializer| open_record(serializer, table, pieces, count, extra));
    }

    fn list(&mut self, count: usize, items: &mut dyn Iterator<Item = Piece<'_>>) {
        self.write(|serializer| {
            let mut state = serializer.serialize_seq(Some(count))?;
            for piece in items {
                state.serialize_element(&piece)?;
            }
            state.end()
        });
    }

    fn map(&mut self, count: usize, entries: Entries<'_>) {
        self.write(|serializer| {
            let mut state = serializer.serialize_map(Some(count))?;
            for (key, piece) in entries {
                state.serialize_entry(key, &piece)?;
            }
            state.end()
        });
    }
}
