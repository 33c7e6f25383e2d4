//! Slots filled from serde's formats: all of reading that is compiled once a format.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::decode::{Decode, Failed, List, Map, Place, Slot, Source, Text};
use super::failure;

/// Reads a value.
///
/// # Errors
///
/// When the input is no `T`; says where.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    let mut reader = Reader::new(deserializer);
    match value.fill(&mut reader) {
        Ok(()) => Ok(value),
        Err(Failed) => Err(reader.into_error()),
    }
}

/// Reads a value that is made from text.
///
/// # Errors
///
/// When the input is no text, or nothing can be made from it.
pub fn deserialize_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Decode + Text,
    D: Deserializer<'de>,
{
    let mut value = T::blank();
    match deserializer.deserialize_str(PutText(&mut value)) {
        Ok(()) => Ok(value),
        Err(error) => Err(error),
    }
}

/// A value of a format.
pub struct Reader<'de, D: Deserializer<'de>> {
    value: Option<D>,
    error: Option<D::Error>,
}

impl<'de, D: Deserializer<'de>> Reader<'de, D> {
    /// A source that has this value.
    pub const fn new(value: D) -> Self {
        Self {
            value: Some(value),
            error: None,
        }
    }

    /// Why reading failed.
    #[cold]
    pub fn into_error(self) -> D::Error {
        self.error
            .unwrap_or_else(|| D::Error::custom("a value was read twice"))
    }
}

impl<'de, D: Deserializer<'de>> Source for Reader<'de, D> {
    fn fill(&mut self, slot: Slot<'_>) -> Result<(), Failed> {
        let Some(value) = self.value.take() else {
            return Err(Failed);
        };
        let done = match slot {
            Slot::Record(record) => record.read(value),
            slot => slot.deserialize(value),
        };
        match done {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(Failed)
            }
        }
    }

    fn fail(&mut self, problem: &dyn fmt::Display) -> Failed {
        self.error = Some(D::Error::custom(problem));
        Failed
    }
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self {
            Self::Full => Err(D::Error::custom("a value was read twice")),
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
            Self::Text(place) => deserializer.deserialize_str(PutText(place)),
            Self::OptionalText(place) => deserializer.deserialize_option(TextOrNull(place)),
            Self::Value(place) => fill(deserializer, place),
            Self::Nullable(place) => deserializer.deserialize_option(ValueOrNull(place)),
            Self::Record(record) => record.read(deserializer),
            Self::List(list) => deserializer.deserialize_seq(Items(list)),
            Self::Map(map) => deserializer.deserialize_map(Entries(map)),
            Self::Union(choice) => deserializer.deserialize_any(choice),
            Self::Outside(slot) => slot.deserialize(deserializer),
        }
    }
}

fn fill<'de, D: Deserializer<'de>>(deserializer: D, place: &mut dyn Place) -> Result<(), D::Error> {
    let mut reader = Reader::new(deserializer);
    match place.fill(&mut reader) {
        Ok(()) => Ok(()),
        Err(Failed) => Err(reader.into_error()),
    }
}

fn some<'de, D: Deserializer<'de>>(deserializer: D, place: &mut dyn Place) -> Result<(), D::Error> {
    let mut reader = Reader::new(deserializer);
    match place.some(&mut reader) {
        Ok(()) => Ok(()),
        Err(Failed) => Err(reader.into_error()),
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

or_null!(ValueOrNull(dyn Place), self, null { self.0.null(); }, value some(value, self.0));
or_null!(TextOrNull(dyn Text), self, null {}, value value.deserialize_str(PutText(self.0)));
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

struct PutText<'a>(&'a mut dyn Text);

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

struct Items<'a>(&'a mut dyn List);

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let Some(count) = seq.size_hint() {
            self.0.reserve(count);
        }
        let mut index = 0;
        loop {
            match seq.next_element_seed(Next(&mut *self.0)) {
                Ok(Some(())) => index += 1,
                Ok(None) => return Ok(()),
                Err(error) => return Err(failure::in_item(index, error)),
            }
        }
    }
}

/// Makes the place for an item when there is one.
struct Next<'a>(&'a mut dyn List);

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.0.next().deserialize(value)
    }
}

struct Entries<'a>(&'a mut dyn Map);

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            map.next_value_seed(self.0.next(key))?;
        }
        Ok(())
    }
}
