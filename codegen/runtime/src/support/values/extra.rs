//! The unknown keys of an object.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::support::read::slot::{Map, Slot};
use crate::support::wire::Wire;

/// The keys of an object that are not fields, with their values, in their order.
///
/// Lookup is linear, as objects have few unknown keys.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extra<V>(Vec<(String, V)>);

impl<V: fmt::Debug> fmt::Debug for Extra<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<V> Extra<V> {
    /// No keys.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The number of keys.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key; of a duplicate key, the last value.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.iter()
            .rev()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    }

    /// Adds a key at the end.
    pub fn insert(&mut self, key: impl Into<String>, value: V) {
        self.0.push((key.into(), value));
    }

    /// Removes a key.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let at = self.0.iter().rposition(|(known, _)| known == key)?;
        Some(self.0.remove(at).1)
    }

    /// The keys and values in order.
    pub fn iter(&self) -> Iter<'_, V> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

/// The keys and values of an [`Extra`].
pub type Iter<'a, V> =
    std::iter::Map<std::slice::Iter<'a, (String, V)>, fn(&'a (String, V)) -> (&'a str, &'a V)>;

impl<V> Default for Extra<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, V> IntoIterator for &'a Extra<V> {
    type Item = (&'a str, &'a V);
    type IntoIter = Iter<'a, V>;

    fn into_iter(self) -> Iter<'a, V> {
        self.iter()
    }
}

impl<V> IntoIterator for Extra<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Into<String>, V> FromIterator<(K, V)> for Extra<V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(
            entries
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        )
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Extra<V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Into<String>, V> Extend<(K, V)> for Extra<V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.0
            .extend(entries.into_iter().map(|(key, value)| (key.into(), value)));
    }
}

impl<V: Wire> Map for Extra<V> {
    fn next(&mut self, key: &str) -> Slot<'_> {
        self.0.push((key.to_owned(), V::blank()));
        let last = self.0.last_mut();
        last.map_or(Slot::Nowhere, |(_, value)| value.wire_slot())
    }
}

impl<V: Serialize> Serialize for Extra<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Extra<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
    type Value = Extra<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extra<V>, A::Error> {
        let mut extra = Extra::new();
        while let Some((key, value)) = map.next_entry::<String, V>()? {
            extra.insert(key, value);
        }
        Ok(extra)
    }
}
