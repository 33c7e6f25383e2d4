//! Unions whose variant a field beside them names.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, SeqAccess, Visitor};

use super::depth::Level;
use super::error_path;
use super::keys::same;
use super::slot::{List, Nullable, Slot};
use super::visitors::{OrNull, Place};
use crate::support::union::content::{self, Content};
use crate::support::union::read::Choice;
use crate::support::wire::{self, Wire};
use crate::support::write::piece::Piece;

/// What a union has beside it.
#[derive(Clone, Copy)]
pub struct TagOf<'r> {
    /// The index of the field with the tag.
    pub at: usize,
    /// The text there, once it is read.
    pub text: Option<&'r str>,
    /// The texts that name a variant, each with its index.
    pub values: &'static [(&'static str, usize)],
}

impl TagOf<'_> {
    /// The variant that the text names.
    pub fn variant(&self) -> Option<usize> {
        let text = self.text?;
        let mut values = self.values.iter();
        values
            .find(|(value, _)| same(value, text))
            .map(|(_, at)| *at)
    }
}

/// The text of a field, if it has one.
pub fn text<T: Wire>(field: &T) -> Option<&str> {
    match wire::piece(field) {
        Piece::Text(text) | Piece::SomeText(text) => Some(text),
        _ => None,
    }
}

/// Fills a slot of a union, of a union or null, or of a list of unions: objects in it are of this
/// variant, if there is one.
pub struct Told<'a>(pub Slot<'a>, pub Option<usize>);

impl Told<'_> {
    /// Fills the slot with a value that was buffered.
    ///
    /// # Errors
    ///
    /// If the slot does not accept it.
    pub fn fill(self, value: Content<'_>) -> Result<(), content::Error> {
        let Self(slot, Some(variant)) = self else {
            return value.fill(self.0);
        };
        match (slot, value) {
            (Slot::Union(union), value) => Choice::told(union, variant).held(value),
            (Slot::Nullable(place), Content::Null) => {
                place.null();
                Ok(())
            }
            (Slot::Nullable(place), value) => Self(place.some(), Some(variant)).fill(value),
            (Slot::List(list), Content::Array(items)) => {
                for (index, item) in items.into_iter().enumerate() {
                    Told(list.next(), Some(variant))
                        .fill(item)
                        .map_err(|error| error_path::in_item(index, error))?;
                }
                Ok(())
            }
            (slot, value) => value.fill(slot),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Told<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        let Some(variant) = self.1 else {
            return self.0.deserialize(value);
        };
        match self.0 {
            Slot::Union(union) => Choice::told(union, variant).read(value),
            Slot::List(list) => value.deserialize_seq(ToldItems(list, variant)),
            Slot::Nullable(place) => value.deserialize_option(OrNull(ToldOrNull(place, variant))),
            slot => slot.deserialize(value),
        }
    }
}

struct ToldOrNull<'a>(&'a mut dyn Nullable, usize);

impl<'de> Place<'de> for ToldOrNull<'_> {
    fn null(self) {
        self.0.null();
    }

    fn some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        Told(self.0.some(), Some(self.1)).deserialize(value)
    }
}

struct ToldItems<'a>(&'a mut dyn List, usize);

impl<'de> Visitor<'de> for ToldItems<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        let mut index = 0;
        loop {
            match seq.next_element_seed(ToldItem(&mut *self.0, self.1)) {
                Ok(Some(())) => index += 1,
                Ok(None) => return Ok(()),
                Err(error) => return Err(error_path::in_item(index, error)),
            }
        }
    }
}

/// Adds a blank item once there is an item to read.
struct ToldItem<'a>(&'a mut dyn List, usize);

impl<'de> DeserializeSeed<'de> for ToldItem<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        Told(self.0.next(), Some(self.1)).deserialize(value)
    }
}
