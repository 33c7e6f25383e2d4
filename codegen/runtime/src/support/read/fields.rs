//! Reading the fields of a struct, in any order.
//!
//! Like serde's derives, it reads maps and sequences, accepts keys as text, bytes or indices,
//! ignores unknown keys, and rejects duplicate keys.

#[cfg(feature = "json")]
use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};

use super::depth::Level;
use super::error_path;
use super::keys::{Find, Seen};
use super::slot::Slot;
#[cfg(feature = "beside")]
use super::waiting::Waiting;
use crate::support::record::{Record, Table};
#[cfg(feature = "json")]
use crate::support::union::content::{self, Content, Entry};
#[cfg(feature = "json")]
use crate::support::union::content_parts::{Again, Parts};

/// A struct that is being read.
pub struct Fields<'a> {
    pub(super) record: &'a mut dyn Record,
    pub(super) table: &'static Table,
    pub(super) seen: Seen,
    /// The index of the expected next key.
    pub(super) next: usize,
}

impl<'a> Fields<'a> {
    /// A reader at the start of a struct.
    #[inline]
    pub fn new(record: &'a mut dyn Record) -> Self {
        let table = record.table();
        Self {
            record,
            table,
            seen: Seen::default(),
            next: 0,
        }
    }

    /// Reads the struct.
    ///
    /// # Errors
    ///
    /// If a key is missing or a duplicate, or a value is invalid; the error has the path.
    #[inline]
    pub fn read<'de, D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        #[cfg(feature = "beside")]
        if self.table.beside {
            return Waiting::new(&mut self).read(deserializer);
        }
        if self.table.open {
            deserializer.deserialize_map(Open(&mut self))
        } else {
            deserializer.deserialize_struct(self.table.name, self.table.keys.0, &mut self)
        }
    }

    /// Reads entries; more may follow.
    ///
    /// # Errors
    ///
    /// If a key is a duplicate, or a value is invalid; the error has the path.
    #[inline]
    pub fn entries<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        if self.table.open {
            return self.open_entries(map);
        }
        loop {
            let find = Find {
                table: self.table,
                next: self.next,
                other: (),
            };
            match map.next_key_seed(find)? {
                Some(index) if index < self.table.keys.0.len() => self.entry(index, map)?,
                Some(_) => map.next_value_seed(Slot::Nowhere)?,
                None => return Ok(()),
            }
        }
    }

    /// Reads entries of a struct that keeps unknown keys.
    #[inline(never)]
    fn open_entries<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        loop {
            let mut other = String::new();
            let find = Find {
                table: self.table,
                next: self.next,
                other: &mut other,
            };
            match map.next_key_seed(find)? {
                Some(index) if index < self.table.keys.0.len() => self.entry(index, map)?,
                Some(_) => self.other(&other, map)?,
                None => return Ok(()),
            }
        }
    }

    /// Reads the value of an unknown key.
    #[inline]
    pub(super) fn other<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let slot = self.record.other(key);
        map.next_value_seed(slot)
            .map_err(|error| error_path::in_field(key, error))
    }

    #[inline]
    pub(super) fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if self.seen.put(index) {
            return Err(A::Error::duplicate_field(self.table.keys.0[index]));
        }
        if let Err(error) = map.next_value_seed(self.record.slot(index)) {
            return Err(error_path::in_field(self.table.keys.0[index], error));
        }
        self.next = index + 1;
        Ok(())
    }

    #[cfg(feature = "json")]
    /// Reads buffered entries; more may follow.
    ///
    /// # Errors
    ///
    /// If a key is a duplicate, or a value is invalid; the error has the path.
    pub fn buffered<'de>(
        &mut self,
        entries: impl IntoIterator<Item = Entry<'de>>,
    ) -> Result<(), content::Error> {
        for (key, value) in entries {
            let Some(index) = self.table.keys.find(&key, self.next) else {
                if let Err(error) = value.fill(self.record.other(&key)) {
                    return Err(error_path::in_field(&key, error));
                }
                continue;
            };
            if self.seen.put(index) {
                return Err(content::Error::duplicate_field(self.table.keys.0[index]));
            }
            if let Err(error) = value.fill(self.record.slot(index)) {
                return Err(error_path::in_field(&key, error));
            }
            self.next = index + 1;
        }
        Ok(())
    }

    #[cfg(feature = "json")]
    /// Reads the struct from buffered entries.
    ///
    /// # Errors
    ///
    /// If a key is missing or a duplicate, or a value is invalid; the error has the path.
    pub fn whole(&mut self, entries: Parts<'_, Entry<'_>>) -> Result<(), content::Error> {
        #[cfg(feature = "beside")]
        if self.table.beside {
            let mut waiting = Waiting::new(self);
            waiting.buffered(entries)?;
            return waiting.end();
        }
        // Apart, as most are its own, and to ask for each is slower.
        match entries {
            Parts::Own(entries) => self.buffered(entries)?,
            Parts::Lent(entries) => self.buffered(entries.iter().map(Again::again))?,
        }
        self.end()
    }

    #[cfg(feature = "beside")]
    /// Whether there are unions with a tag beside them.
    pub const fn has_tags_beside(&self) -> bool {
        self.table.beside
    }

    #[cfg(feature = "json")]
    /// Reads the tag of a union; more may follow.
    ///
    /// # Errors
    ///
    /// If the field of the tag does not accept it, or the key is a duplicate.
    #[inline]
    pub fn tag(&mut self, key: &'static str, text: &'static str) -> Result<(), content::Error> {
        if let Some(index) = self.table.keys.find(key, self.next)
            && !self.seen.has(index)
            && let Slot::Text(place) = self.record.slot(index)
            && place.put(text)
        {
            self.seen.put(index);
            self.next = index + 1;
            return Ok(());
        }
        let value = Content::Text(Cow::Borrowed(text));
        self.buffered([(Cow::Borrowed(key), value)])
    }

    /// Ends the entries.
    ///
    /// # Errors
    ///
    /// If a key is missing.
    #[inline]
    pub fn end<E: Error>(&self) -> Result<(), E> {
        let required = &self.table.required;
        if required.all(&self.seen) {
            return Ok(());
        }
        let missing = required.missing(&self.seen).unwrap_or_default();
        Err(E::missing_field(self.table.keys.0[missing]))
    }
}

impl<'de> Visitor<'de> for &mut Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.table.name)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        self.entries(&mut map)?;
        self.end()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let Table { name, .. } = *self.table;
        let keys = self.table.keys.0;
        for (index, key) in keys.iter().enumerate() {
            match seq.next_element_seed(self.record.slot(index)) {
                Ok(Some(())) => {}
                Ok(None) => {
                    let expected = format!("struct {name} with {} elements", keys.len());
                    return Err(A::Error::invalid_length(index, &expected.as_str()));
                }
                Err(error) => return Err(error_path::in_field(key, error)),
            }
        }
        Ok(())
    }
}

/// The fields of a struct that keeps unknown keys; only maps have such keys.
struct Open<'s, 'a>(&'s mut Fields<'a>);

impl<'de> Visitor<'de> for Open<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.0.table.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        self.0.open_entries(&mut map)?;
        self.0.end()
    }
}
