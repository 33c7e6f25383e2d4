//! Filling slots from content. Serde stands in between only where no part can be a union: a reader of
//! its formats would buffer the union once more at each level.

use serde::de::DeserializeSeed;

use super::content::{Content, Entry, Error};
use super::content_parts::Parts;
use super::read::Choice;
use crate::support::read::error_path;
use crate::support::read::fields::Fields;
use crate::support::read::slot::{self, List, Map, Slot};

impl<'de> Content<'de> {
    /// Stores the value in a slot.
    ///
    /// # Errors
    ///
    /// If the slot does not accept it.
    #[inline]
    pub fn fill(self, slot: Slot<'_>) -> Result<(), Error> {
        match (slot, self) {
            (Slot::String(place), Self::Text(text)) => {
                slot::put(place, text.into_owned());
                Ok(())
            }
            (
                slot @ (Slot::Record(_)
                | Slot::Union(_)
                | Slot::Nullable(_)
                | Slot::List(_)
                | Slot::Map(_)),
                value,
            ) => value.fill_parts(slot),
            (slot, value) => slot.deserialize(value),
        }
    }

    /// A separate function, as it calls itself, so that the other is inlined.
    #[inline(never)]
    fn fill_parts(self, slot: Slot<'_>) -> Result<(), Error> {
        match (slot, self) {
            (Slot::Record(record), Self::Object(entries)) => Fields::new(record).whole(entries),
            (Slot::Union(union), value) => Choice::new(union).held(value),
            (Slot::Nullable(place), Self::Null) => {
                place.null();
                Ok(())
            }
            (Slot::Nullable(place), value) => value.fill(place.some()),
            (Slot::List(list), Self::Array(items)) => fill_list(list, items),
            (Slot::Map(map), Self::Object(entries)) => fill_map(map, entries),
            (slot, value) => slot.deserialize(value),
        }
    }
}

fn fill_list(list: &mut dyn List, items: Parts<'_, Content<'_>>) -> Result<(), Error> {
    list.reserve(items.len());
    for (index, item) in items.into_iter().enumerate() {
        item.fill(list.next())
            .map_err(|error| error_path::in_item(index, error))?;
    }
    Ok(())
}

fn fill_map(map: &mut dyn Map, entries: Parts<'_, Entry<'_>>) -> Result<(), Error> {
    for (key, value) in entries {
        value
            .fill(map.next(&key))
            .map_err(|error| error_path::in_entry(&key, error))?;
    }
    Ok(())
}
