//! Reading structs with tags beside unions. What comes before its tag is held back until the tag, or
//! the end, is read.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};

use super::beside::Told;
use super::depth::Level;
use super::error_path;
use super::fields::Fields;
use super::keys::Find;
use crate::support::union::content::{self, Content, Entry};
use crate::support::union::content_read::Exact;
#[cfg(feature = "foreign")]
use crate::support::values::behind::Readers;

/// A struct that is being read, and the values that wait for their tags.
pub struct Waiting<'f, 'a, 'de> {
    fields: &'f mut Fields<'a>,
    held: Vec<(usize, Content<'de>)>,
}

/// Whether a field is a union with a tag beside it, and what the tag says.
enum Beside {
    /// It is none.
    No,
    /// The tag was not read yet.
    Unread,
    /// It was, and names this variant, if any.
    Read(Option<usize>),
}

impl<'f, 'a, 'de> Waiting<'f, 'a, 'de> {
    /// A reader of the rest of a struct.
    pub const fn new(fields: &'f mut Fields<'a>) -> Self {
        let held = Vec::new();
        Self { fields, held }
    }

    /// Reads the struct.
    ///
    /// # Errors
    ///
    /// If a key is missing or a duplicate, or a value is invalid; the error has the path.
    pub fn read<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        #[cfg(feature = "foreign")]
        let _readers = Readers::of(&deserializer);
        let table = self.fields.table;
        if table.open {
            deserializer.deserialize_map(self)
        } else {
            deserializer.deserialize_struct(table.name, table.keys.0, self)
        }
    }

    fn beside(&self, index: usize) -> Beside {
        match self.fields.record.tag_of(index) {
            None => Beside::No,
            Some(tag) if self.fields.seen.has(tag.at) => Beside::Read(tag.variant()),
            Some(_) => Beside::Unread,
        }
    }

    /// Notes a key.
    ///
    /// # Errors
    ///
    /// If it came before.
    fn see<E: Error>(&mut self, index: usize) -> Result<(), E> {
        if self.fields.seen.put(index) {
            return Err(E::duplicate_field(self.fields.table.keys.0[index]));
        }
        self.fields.next = index + 1;
        Ok(())
    }

    /// Reads buffered entries; more may follow.
    ///
    /// # Errors
    ///
    /// If a key is a duplicate, or a value is invalid; the error has the path.
    pub fn buffered(
        &mut self,
        entries: impl IntoIterator<Item = Entry<'de>>,
    ) -> Result<(), content::Error> {
        for (key, value) in entries {
            let index = self.fields.table.keys.find(&key, self.fields.next);
            match index.map(|index| (index, self.beside(index))) {
                Some((index, Beside::Unread)) => {
                    self.see(index)?;
                    self.held.push((index, value));
                }
                Some((index, Beside::Read(variant))) => {
                    self.see(index)?;
                    self.put(index, variant, value)?;
                }
                _ => self.fields.buffered([(key, value)])?,
            }
        }
        Ok(())
    }

    /// Reads buffered entries, the tag of a union, and the entries after it.
    ///
    /// # Errors
    ///
    /// If a key is missing or a duplicate, or a value is invalid; the error has the path.
    pub fn all<A: MapAccess<'de>>(
        mut self,
        buffered: Vec<Entry<'de>>,
        tag: Option<(&'static str, &'static str)>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let mut read = self.buffered(buffered);
        if let (Ok(()), Some((key, text))) = (&read, tag) {
            read = self.fields.tag(key, text);
        }
        read.map_err(A::Error::custom)?;
        self.rest(map)
    }

    /// Reads entries; none follow.
    ///
    /// # Errors
    ///
    /// If a key is missing or a duplicate, or a value is invalid; the error has the path.
    pub fn rest<A: MapAccess<'de>>(mut self, map: &mut A) -> Result<(), A::Error> {
        loop {
            let mut other = String::new();
            let find = Find {
                table: self.fields.table,
                next: self.fields.next,
                other: &mut other,
            };
            let Some(index) = map.next_key_seed(find)? else {
                return self.end().map_err(A::Error::custom);
            };
            if index >= self.fields.table.keys.0.len() {
                self.fields.other(&other, map)?;
                continue;
            }
            match self.beside(index) {
                Beside::No => self.fields.entry(index, map)?,
                Beside::Unread => {
                    self.see(index)?;
                    self.held.push((index, Content::Null));
                    if let Some((_, value)) = self.held.last_mut() {
                        map.next_value_seed(Exact(value))?;
                    }
                }
                Beside::Read(variant) => {
                    self.see(index)?;
                    let told = Told(self.fields.record.slot(index), variant);
                    if let Err(error) = map.next_value_seed(told) {
                        let key = self.fields.table.keys.0[index];
                        return Err(error_path::in_field(key, error));
                    }
                }
            }
        }
    }

    /// Reads what was held back.
    ///
    /// # Errors
    ///
    /// If a key is missing, or a value is invalid; the error has the path.
    pub fn end(mut self) -> Result<(), content::Error> {
        for (index, value) in std::mem::take(&mut self.held) {
            let variant = match self.beside(index) {
                Beside::Read(variant) => variant,
                Beside::No | Beside::Unread => None,
            };
            self.put(index, variant, value)?;
        }
        self.fields.end()
    }

    fn put(
        &mut self,
        index: usize,
        variant: Option<usize>,
        value: Content<'de>,
    ) -> Result<(), content::Error> {
        let told = Told(self.fields.record.slot(index), variant);
        let key = self.fields.table.keys.0[index];
        told.fill(value)
            .map_err(|error| error_path::in_field(key, error))
    }
}

impl<'de> Visitor<'de> for Waiting<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.fields.table.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        self.rest(&mut map)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let keys = self.fields.table.keys.0;
        for (index, key) in keys.iter().enumerate() {
            let read = match self.beside(index) {
                Beside::Unread => {
                    let mut value = Content::Null;
                    let read = seq.next_element_seed(Exact(&mut value));
                    self.held.push((index, value));
                    read
                }
                Beside::Read(variant) => {
                    seq.next_element_seed(Told(self.fields.record.slot(index), variant))
                }
                Beside::No => seq.next_element_seed(self.fields.record.slot(index)),
            };
            match read {
                Ok(Some(())) => {}
                Ok(None) => {
                    let expected = format!(
                        "struct {} with {} elements",
                        self.fields.table.name,
                        keys.len()
                    );
                    return Err(A::Error::invalid_length(index, &expected.as_str()));
                }
                Err(error) => return Err(error_path::in_field(key, error)),
            }
            self.fields.seen.put(index);
        }
        self.end().map_err(A::Error::custom)
    }
}
