//! Decoding a buffered JSON value with an error that says where inside it.

use std::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

/// What is wrong, and where inside the value.
#[derive(Debug)]
pub struct Error {
    /// Keys and indices, the innermost first.
    path: Vec<String>,
    message: String,
}

impl Error {
    fn inside(mut self, step: String) -> Self {
        self.path.push(step);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str("at `")?;
            for (at, step) in self.path.iter().rev().enumerate() {
                let dot = if at == 0 || step.starts_with('[') {
                    ""
                } else {
                    "."
                };
                write!(f, "{dot}{step}")?;
            }
            f.write_str("`: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            path: Vec::new(),
            message: message.to_string(),
        }
    }
}

/// A value to decode.
pub struct Tracked(pub Value);

impl<'de> Deserializer<'de> for Tracked {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(values) => visitor.visit_seq(Items(values.into_iter().enumerate())),
            Value::Object(object) => visitor.visit_map(Entries {
                entries: object.into_iter(),
                current: None,
            }),
            scalar => plain(scalar.deserialize_any(visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        plain(self.0.deserialize_enum(name, variants, visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn plain<T>(result: Result<T, serde_json::Error>) -> Result<T, Error> {
    result.map_err(serde::de::Error::custom)
}

struct Items(std::iter::Enumerate<std::vec::IntoIter<Value>>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((index, value)) = self.0.next() else {
            return Ok(None);
        };
        seed.deserialize(Tracked(value))
            .map(Some)
            .map_err(|error| error.inside(format!("[{index}]")))
    }
}

struct Entries {
    entries: <Map<String, Value> as IntoIterator>::IntoIter,
    current: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.current = self.entries.next();
        let Some((key, _)) = &self.current else {
            return Ok(None);
        };
        let key: StringDeserializer<Error> = key.clone().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (key, value) = self.current.take().unwrap_or_default();
        seed.deserialize(Tracked(value))
            .map_err(|error| error.inside(key))
    }
}
