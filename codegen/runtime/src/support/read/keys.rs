//! Finding the keys of a struct by their bytes.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};

use crate::support::record::Table;

/// The keys of a struct, or of all variants of a union.
#[derive(Debug, Clone, Copy)]
pub struct Keys(pub &'static [&'static str]);

impl Keys {
    /// The index of a key, which is probably the `next`. Not inlined, so that its callers are small
    /// enough to be inlined.
    #[inline(never)]
    pub fn find(self, key: &str, next: usize) -> Option<usize> {
        match self.0.get(next) {
            Some(name) if key.len() <= 16 && same(name, key) => Some(next),
            _ => self.search(key, next),
        }
    }

    /// The index of a key that is not the next, or is long. A separate function, as it is rarely
    /// called.
    #[inline(never)]
    fn search(self, key: &str, next: usize) -> Option<usize> {
        let next = next.min(self.0.len());
        let (before, after) = self.0.split_at(next);
        let in_part = |part: &[&str]| part.iter().position(|name| same(name, key));
        in_part(after)
            .map(|at| next + at)
            .or_else(|| in_part(before))
    }
}

/// Whether two keys are equal; without a call if they are short.
#[inline]
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    match one.len() {
        0..4 => one.iter().eq(other),
        4..8 => {
            one.first_chunk::<4>() == other.first_chunk()
                && one.last_chunk::<4>() == other.last_chunk()
        }
        8..=16 => {
            one.first_chunk::<8>() == other.first_chunk()
                && one.last_chunk::<8>() == other.last_chunk()
        }
        _ => one == other,
    }
}

/// The indices of keys that were seen, as bits; the first 64 need no allocation.
#[derive(Default)]
pub struct Seen {
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    /// Adds an index, and returns whether it was present.
    #[inline]
    pub fn put(&mut self, index: usize) -> bool {
        let bits = match index / 64 {
            0 => &mut self.first,
            block => self.block(block - 1),
        };
        let bit = 1 << (index % 64);
        let was = *bits & bit != 0;
        *bits |= bit;
        was
    }

    #[cold]
    fn block(&mut self, at: usize) -> &mut u64 {
        if self.more.len() <= at {
            self.more.resize(at + 1, 0);
        }
        &mut self.more[at]
    }

    /// Whether an index is present.
    #[inline]
    pub fn has(&self, index: usize) -> bool {
        let bits = match index / 64 {
            0 => self.first,
            block => self.more.get(block - 1).copied().unwrap_or_default(),
        };
        bits & (1 << (index % 64)) != 0
    }
}

/// Finds the index of a key; for an unknown key, an index past the last.
pub struct Find<O> {
    /// The keys.
    pub table: &'static Table,
    /// The index of the expected next key, as writers keep an order.
    pub next: usize,
    /// Stores an unknown key.
    pub other: O,
}

/// Indices of keys, in ascending order.
#[derive(Debug)]
pub struct Indices {
    /// Their number.
    pub len: usize,
    /// Indices below 64, as bits.
    pub first: u64,
    /// Other indices.
    pub more: &'static [usize],
}

impl Indices {
    /// Whether all of them were seen.
    #[inline]
    pub fn all(&self, seen: &Seen) -> bool {
        self.first & !seen.first == 0 && self.more.iter().all(|index| seen.has(*index))
    }

    #[cfg(feature = "json")]
    /// Whether an index is among them.
    #[inline]
    pub fn has(&self, index: usize) -> bool {
        match index {
            0..64 => self.first & (1 << index) != 0,
            index => self.more.contains(&index),
        }
    }

    /// The first of them that was not seen.
    #[inline(never)]
    pub fn missing(&self, seen: &Seen) -> Option<usize> {
        let first = self.first & !seen.first;
        if first != 0 {
            return Some(first.trailing_zeros() as usize);
        }
        self.more.iter().copied().find(|index| !seen.has(*index))
    }

    /// How many of them were seen.
    #[inline]
    pub fn count(&self, seen: &Seen) -> usize {
        let mut count = (self.first & seen.first).count_ones() as usize;
        if !self.more.is_empty() {
            count += self.more.iter().filter(|index| seen.has(**index)).count();
        }
        count
    }
}

/// Handles an unknown key.
pub trait Other {
    /// Whether it keeps the key. Who does not is asked for no struct that keeps unknown keys, and its
    /// reading of a key stays small enough to be inlined.
    const KEEPS: bool;

    /// Handles the key.
    fn put(self, key: &str);
}

impl Other for () {
    const KEEPS: bool = false;

    fn put(self, _: &str) {}
}

impl Other for &mut String {
    const KEEPS: bool = true;

    fn put(self, key: &str) {
        key.clone_into(self);
    }
}

impl<'de, O: Other> DeserializeSeed<'de> for Find<O> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        if O::KEEPS && self.table.open {
            // A key as in any map: formats without keys for fields have none of identifiers.
            return deserializer.deserialize_str(self);
        }
        deserializer.deserialize_identifier(self)
    }
}

impl<O: Other> Visitor<'_> for Find<O> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        if let Some(found) = self.table.keys.find(key, self.next) {
            return Ok(found);
        }
        self.other.put(key);
        Ok(self.table.keys.0.len())
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<usize, E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            Err(_) if O::KEEPS && self.table.open => {
                Err(E::invalid_value(Unexpected::Bytes(key), &"a key as text"))
            }
            Err(_) => Ok(self.table.keys.0.len()),
        }
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<usize, E> {
        let len = self.table.keys.0.len();
        if O::KEEPS && self.table.open {
            self.other.put(&index.to_string());
            return Ok(len);
        }
        Ok(usize::try_from(index).unwrap_or(len))
    }
}
