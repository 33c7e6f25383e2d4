//! Keys of a struct, found by their bytes.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};

use super::record::Table;

/// What is known of a field's key.
#[derive(Debug)]
pub struct Known {
    /// What tells it apart.
    ends: Ends,
    len: u32,
    /// Whether it must be there.
    pub required: bool,
}

impl Known {
    /// A key, and whether it must be there.
    pub const fn new(key: &str, required: bool) -> Self {
        Self {
            ends: ends(key.as_bytes()),
            len: key.len() as u32,
            required,
        }
    }
}

/// Whether two keys are the same: without a call, if they are short.
#[inline]
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len() && ends(one) == ends(other) && (one.len() <= 16 || one == other)
}

/// The first eight bytes and the last eight. Of keys of one length up to 16 they say all; of keys
/// below eight, which have fewer, as much.
type Ends = (u64, u64);

#[inline]
const fn ends(key: &[u8]) -> Ends {
    if let (Some(first), Some(last)) = (key.first_chunk::<8>(), key.last_chunk::<8>()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (key.first_chunk::<4>(), key.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return (first as u64, last as u64);
    }
    match key {
        [] => (0, 0),
        [one] => (*one as u64, 0),
        [one, two] => (*one as u64, *two as u64),
        [one, two, three, ..] => (*one as u64, (*two as u64) << 8 | *three as u64),
    }
}

/// Finds the index of a key; that of an unknown key is past the last.
pub struct Find<'k> {
    /// The keys.
    pub table: &'static Table,
    /// The one that is likely to come: writers keep to an order.
    pub next: usize,
    /// Where an unknown key is kept.
    pub other: Option<&'k mut String>,
}

impl Find<'_> {
    #[inline]
    fn find(&self, key: &[u8]) -> Option<usize> {
        let ends = ends(key);
        let Table { keys, known, .. } = *self.table;
        let is = |at: usize, known: &Known| {
            known.ends == ends
                && known.len as usize == key.len()
                && (key.len() <= 16 || keys[at].as_bytes() == key)
        };
        if let Some(known) = known.get(self.next)
            && is(self.next, known)
        {
            return Some(self.next);
        }
        let mut known = known.iter().enumerate();
        known.find(|(at, known)| is(*at, known)).map(|(at, _)| at)
    }
}

impl<'de> DeserializeSeed<'de> for Find<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Find<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let found = self.find(key.as_bytes());
        if let (None, Some(other)) = (found, self.other) {
            key.clone_into(other);
        }
        Ok(found.unwrap_or(self.table.keys.len()))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<usize, E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            Err(_) if self.other.is_some() => {
                Err(E::invalid_value(Unexpected::Bytes(key), &"a key as text"))
            }
            Err(_) => Ok(self.table.keys.len()),
        }
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<usize, E> {
        if let Some(other) = self.other {
            *other = index.to_string();
            return Ok(self.table.keys.len());
        }
        Ok(usize::try_from(index).unwrap_or(self.table.keys.len()))
    }
}
