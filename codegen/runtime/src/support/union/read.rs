//! Reading a union: the variant is chosen by the tag, kind or keys of the value, not by trying one
//! variant after the other.
//!
//! Once the tag of an object is known, the rest is read directly into the variant; only the entries
//! before the tag are buffered. An object without a tag is buffered until its keys are known.

use std::borrow::Cow;
use std::{fmt, mem};

use serde::Deserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};

use super::choose::choose;
use super::content::{self, Content, Entry};
use super::content_read::{Buffer, KeyOrTag, TextConsumer, buffer, buffer_rest, contents};
use super::{Table, Tag, Variants};
use crate::support::read::error_path;
use crate::support::read::fields::Fields;
use crate::support::read::slot::Slot;
use crate::support::record::Record;

/// A union that is being read.
pub struct Choice<'a> {
    union: &'a mut dyn Variants,
    table: &'static Table,
}

impl<'a> Choice<'a> {
    /// A reader at the start of a union.
    #[inline]
    pub fn new(union: &'a mut dyn Variants) -> Self {
        let table = union.table();
        Self { union, table }
    }

    fn decide<E: serde::de::Error>(self, value: Content<'_>) -> Result<(), E> {
        self.decide_buffered(value).map_err(E::custom)
    }

    /// Not generic over formats, so that it is compiled once.
    #[inline(never)]
    fn decide_buffered(self, value: Content<'_>) -> Result<(), content::Error> {
        let chosen = choose(self.table, &value).unwrap_or(self.table.variants.len());
        let done = match (self.union.choose(chosen), value) {
            (Slot::Record(record), Content::Object(buffered)) => {
                let mut fields = Fields::new(record);
                fields.buffered(buffered).and_then(|()| fields.end())
            }
            (slot, value) => value.fill(slot),
        };
        done.map_err(|error| in_variant(self.table, chosen, error))
    }
}

/// A tag, and the index of its value among those that name a variant.
type Named = (&'static Tag, usize);

/// Reads the rest of an object into its variant; `buffered` are the entries before the tag.
fn read_rest<'de, A: MapAccess<'de>>(
    slot: Slot<'_>,
    buffered: &mut Vec<Entry<'de>>,
    (tag, at): Named,
    map: &mut A,
) -> Result<(), A::Error> {
    match slot {
        Slot::Record(record) => read_rest_of_fields(record, buffered, (tag, at), map),
        Slot::Nullable(place) => read_rest(place.some(), buffered, (tag, at), map),
        slot => {
            let text = Content::Text(Cow::Borrowed(tag.values[at].0));
            buffered.push((Cow::Borrowed(tag.key), text));
            buffer_rest(buffered, map)?;
            Content::object(mem::take(buffered))
                .fill(slot)
                .map_err(A::Error::custom)
        }
    }
}

/// A separate function, so that the struct is passed in registers and not copied with its slot.
#[inline(never)]
fn read_rest_of_fields<'de, A: MapAccess<'de>>(
    record: &mut dyn Record,
    buffered: &mut Vec<Entry<'de>>,
    (tag, at): Named,
    map: &mut A,
) -> Result<(), A::Error> {
    let mut fields = Fields::new(record);
    if !buffered.is_empty() {
        fields
            .buffered(mem::take(buffered))
            .map_err(A::Error::custom)?;
    }
    let (text, _) = tag.values[at];
    fields.tag(tag.key, text).map_err(A::Error::custom)?;
    fields.entries(map)?;
    fields.end()
}

#[cold]
fn in_variant<E: serde::de::Error>(table: &Table, chosen: usize, error: E) -> E {
    let variant = table.variants.get(chosen).map_or("", |(name, _)| name);
    error_path::in_variant(table.name, variant, error)
}

impl<'de> Visitor<'de> for Choice<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of the union {}", self.table.name)
    }

    contents! {
        decide:
        visit_unit() = Content::Null;
        visit_bool(value: bool) = Content::Boolean(value);
        visit_i64(value: i64) = Content::Signed(value);
        visit_u64(value: u64) = Content::Unsigned(value);
        visit_f64(value: f64) = Content::Float(value);
        visit_str(text: &str) = Content::Text(Cow::Borrowed(text));
        visit_string(text: String) = Content::Text(Cow::Owned(text));
        visit_bytes(bytes: &[u8]) = Content::Bytes(Cow::Borrowed(bytes));
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut buffered: Vec<Entry> = Vec::new();
        let Some(tag) = &self.table.tag else {
            buffer_rest(&mut buffered, &mut map)?;
            return self.decide(Content::object(buffered));
        };
        while let Some(key) = map.next_key_seed(KeyOrTag(Some(tag.key)))? {
            if let Some(key) = key {
                buffer(&mut buffered, key, &mut map)?;
                continue;
            }
            let (mut value, mut at) = (Content::Null, usize::MAX);
            map.next_value_seed(Buffer(&mut value, (tag, &mut at)))?;
            if let Some(&(_, chosen)) = tag.values.get(at) {
                let slot = self.union.choose(chosen);
                return read_rest(slot, &mut buffered, (tag, at), &mut map)
                    .map_err(|error| in_variant(self.table, chosen, error));
            }
            buffered.push((Cow::Borrowed(tag.key), value));
        }
        self.decide(Content::object(buffered))
    }
}

/// Consumes a tag that names a variant, as its index among such values.
impl TextConsumer for (&Tag, &mut usize) {
    #[inline]
    fn take(self, text: &str) -> bool {
        *self.1 = (self.0.find)(text);
        *self.1 < self.0.values.len()
    }
}
