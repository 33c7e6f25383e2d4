//! Keys of a struct, found by their bytes.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};

use super::record::Table;

/// Keys, and what they are found by.
#[derive(Debug)]
pub struct Keys {
    /// The keys on the wire.
    pub names: &'static [&'static str],
    /// What is known of each.
    pub known: &'static [Known],
}

/// What is known of a key.
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

    /// Whether a key of these ends is this one; if it is long, whether it may be.
    #[inline]
    fn is(&self, ends: Ends, key: &[u8]) -> bool {
        self.ends == ends && self.len as usize == key.len()
    }
}

impl Keys {
    /// The index of a key, which is likely to be the next. A call, so that what calls it stays small
    /// enough to be inlined.
    #[inline(never)]
    pub fn find(&self, key: &[u8], next: usize) -> Option<usize> {
        let ends = ends(key);
        match self.known.get(next) {
            Some(known) if known.is(ends, key) && key.len() <= 16 => Some(next),
            _ => self.search(ends, key, next),
        }
    }

    /// The index of a key that is not the next, or is long. Apart, as it is rare.
    #[inline(never)]
    fn search(&self, ends: Ends, key: &[u8], next: usize) -> Option<usize> {
        let next = next.min(self.known.len());
        let (before, after) = self.known.split_at(next);
        for (start, part) in [(next, after), (0, before)] {
            for (at, known) in part.iter().enumerate() {
                if known.is(ends, key)
                    && (key.len() <= 16 || self.names[start + at].as_bytes() == key)
                {
                    return Some(start + at);
                }
            }
        }
        None
    }
}

/// Indices of keys that were seen: a bit each, the first 64 without an allocation.
#[derive(Default)]
pub struct Seen {
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    /// Notes an index, and says whether it was noted before.
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

    /// Whether an index was noted.
    #[inline]
    pub fn has(&self, index: usize) -> bool {
        let bits = match index / 64 {
            0 => self.first,
            block => self.more.get(block - 1).copied().unwrap_or_default(),
        };
        bits & (1 << (index % 64)) != 0
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
        [first, .., last] => {
            let middle = key[key.len() / 2] as u64;
            (*first as u64 | middle << 8 | (*last as u64) << 16, 0)
        }
        [only] => (*only as u64, 0),
    }
}

/// Finds the index of a key; that of an unknown key is past the last.
pub struct Find<O> {
    /// The keys.
    pub table: &'static Table,
    /// The one that is likely to come: writers keep to an order.
    pub next: usize,
    /// Where an unknown key is kept.
    pub other: O,
}

/// Indices of keys, in ascending order.
#[derive(Debug)]
pub struct Indices {
    /// How many there are.
    pub len: usize,
    /// Those below 64, a bit each.
    first: u64,
    more: &'static [usize],
}

impl Indices {
    /// Makes them.
    pub const fn new(indices: &'static [usize]) -> Self {
        let mut first = 0;
        let mut more = indices;
        while let [index, rest @ ..] = more
            && *index < 64
        {
            first |= 1 << *index;
            more = rest;
        }
        Self {
            len: indices.len(),
            first,
            more,
        }
    }

    /// Whether all were seen.
    #[inline]
    pub fn all(&self, seen: &Seen) -> bool {
        self.first & !seen.first == 0 && self.more.iter().all(|index| seen.has(*index))
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

/// What is done with an unknown key.
pub trait Other {
    /// Takes it.
    fn put(self, key: &str);
}

impl Other for () {
    fn put(self, _: &str) {}
}

impl Other for &mut String {
    fn put(self, key: &str) {
        key.clone_into(self);
    }
}

impl<'de, O: Other> DeserializeSeed<'de> for Find<O> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
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
        if let Some(found) = self.table.keys.find(key.as_bytes(), self.next) {
            return Ok(found);
        }
        self.other.put(key);
        Ok(self.table.keys.names.len())
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<usize, E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            Err(_) if self.table.open => {
                Err(E::invalid_value(Unexpected::Bytes(key), &"a key as text"))
            }
            Err(_) => Ok(self.table.keys.names.len()),
        }
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<usize, E> {
        let len = self.table.keys.names.len();
        if self.table.open {
            self.other.put(&index.to_string());
            return Ok(len);
        }
        Ok(usize::try_from(index).unwrap_or(len))
    }
}
