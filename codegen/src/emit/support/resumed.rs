//! Objects that are read on after their tag.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, Visitor};

use super::buffered::{self, Entry};
use super::decode::{Failed, Slot, Source};
use super::hold::object;

/// An object of which some keys are read already: its tag is known, and the rest goes straight
/// into the variant.
pub struct Object<'de, A: MapAccess<'de>> {
    entries: Option<Resumed<'de, A>>,
    error: Option<A::Error>,
}

impl<'de, A: MapAccess<'de>> Object<'de, A> {
    /// A source that has these entries.
    pub const fn new(entries: Resumed<'de, A>) -> Self {
        Self {
            entries: Some(entries),
            error: None,
        }
    }

    /// Why reading failed.
    #[cold]
    pub fn into_error(self) -> A::Error {
        self.error
            .unwrap_or_else(|| A::Error::custom("a value was read twice"))
    }

    fn read(entries: Resumed<'de, A>, slot: Slot<'_>) -> Result<(), A::Error> {
        if let Slot::Record(record) = slot {
            return record.visit_map(entries);
        }
        let object = object(entries)?;
        slot.deserialize(object).map_err(A::Error::custom)
    }
}

impl<'de, A: MapAccess<'de>> Source for Object<'de, A> {
    fn fill(&mut self, slot: Slot<'_>) -> Result<(), Failed> {
        let slot = match slot {
            Slot::Value(place) => return place.fill(self),
            Slot::Nullable(place) => return place.some(self),
            slot => slot,
        };
        let Some(entries) = self.entries.take() else {
            return Err(Failed);
        };
        match Self::read(entries, slot) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(Failed)
            }
        }
    }

    fn fail(&mut self, problem: &dyn fmt::Display) -> Failed {
        self.error = Some(A::Error::custom(problem));
        Failed
    }
}

/// Gives the tag, then what is held, then the rest.
pub struct Resumed<'de, A> {
    tag: Entry<'de>,
    held: Vec<Entry<'de>>,
    /// How many of these were given; past the last of them, the rest is.
    given: usize,
    map: A,
}

impl<'de, A: MapAccess<'de>> Resumed<'de, A> {
    /// The tag, what came before it, and what is still to come.
    pub const fn new(tag: Entry<'de>, held: Vec<Entry<'de>>, map: A) -> Self {
        Self {
            tag,
            held,
            given: 0,
            map,
        }
    }

    fn entry(&mut self, at: usize) -> Option<&mut Entry<'de>> {
        match at.checked_sub(1) {
            None => Some(&mut self.tag),
            Some(at) => self.held.get_mut(at),
        }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Resumed<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let at = self.given;
        self.given += 1;
        match self.entry(at) {
            Some((key, _)) => buffered::key(key, seed).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.entry(self.given.saturating_sub(1)) {
            Some((_, value)) => seed.deserialize(value.take()).map_err(A::Error::custom),
            None => self.map.next_value_seed(seed),
        }
    }
}
