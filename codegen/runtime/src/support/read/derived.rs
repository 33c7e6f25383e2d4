//! Structs with serde's derives that have tags beside unions: the unions are read after the rest, from
//! the object that is buffered for it.

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error};

use super::beside::Told;
use super::slot::Slot;
use crate::support::union::content::Content;
use crate::support::union::content_parts::Parts;
use crate::support::union::content_read::Exact;

/// An object, or a list of all fields of a struct.
pub struct Buffered<'de> {
    value: Content<'de>,
    /// The indices of fields that were taken from a list.
    taken: Vec<usize>,
}

impl<'de> Buffered<'de> {
    /// Buffers a value, with all digits of its numbers.
    ///
    /// # Errors
    ///
    /// Errors of the format.
    pub fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = Content::Null;
        Exact(&mut value).deserialize(deserializer)?;
        let taken = Vec::new();
        Ok(Self { value, taken })
    }

    /// Takes the value of a field.
    ///
    /// # Errors
    ///
    /// If there are several, or there is none of a required field.
    pub fn take<E: Error>(
        &mut self,
        index: usize,
        key: &'static str,
        required: bool,
    ) -> Result<Option<Content<'de>>, E> {
        let found = match &mut self.value {
            Content::Object(Parts::Own(entries)) => {
                let mut found = None;
                for (_, value) in entries.extract_if(.., |(known, _)| known == key) {
                    if found.replace(value).is_some() {
                        return Err(E::duplicate_field(key));
                    }
                }
                found
            }
            Content::Array(Parts::Own(items)) => {
                self.taken.push(index);
                items.get_mut(index).map(Content::take)
            }
            // An error of the rest.
            _ => return Ok(None),
        };
        match found {
            None if required => Err(E::missing_field(key)),
            found => Ok(found),
        }
    }

    /// The value without what was taken.
    pub fn rest(self) -> Content<'de> {
        let Self { value, taken } = self;
        match value {
            Content::Array(items) => {
                let items = items.into_iter().enumerate();
                let left = items.filter(|(index, _)| !taken.contains(index));
                Content::Array(Parts::Own(left.map(|(_, item)| item).collect()))
            }
            value => value,
        }
    }
}

/// Reads the value that was taken of a field.
///
/// # Errors
///
/// If the field does not accept it.
pub fn put<E: Error>(
    slot: Slot<'_>,
    variant: Option<usize>,
    value: Option<Content<'_>>,
) -> Result<(), E> {
    let Some(value) = value else {
        return Ok(());
    };
    Told(slot, variant).fill(value).map_err(E::custom)
}

/// Implements reading and writing for a struct whose derives are `remote`, from each union with its
/// index, key and whether it is required, and the field that has the tag.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! derived {
    ($name:ident {
        $($index:literal $field:ident = $key:literal $required:literal by $tag:ident {
            $($text:literal = $variant:literal,)*
        },)*
    }) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                #[cfg(feature = "foreign")]
                let _readers = $crate::support::values::behind::Readers::of(&deserializer);
                let mut buffered = $crate::support::read::derived::Buffered::read(deserializer)?;
                $(let $field = buffered.take::<Y::Error>($index, $key, $required)?;)*
                let mut read = Self::deserialize(buffered.rest())
                    .map_err(<Y::Error as ::serde::de::Error>::custom)?;
                $({
                    let tag = $crate::support::read::beside::TagOf {
                        at: 0,
                        text: $crate::support::read::beside::text(&read.$tag),
                        values: &[$(($text, $variant)),*],
                    };
                    let variant = tag.variant();
                    let slot = $crate::support::wire::Wire::wire_slot(&mut read.$field);
                    $crate::support::read::derived::put::<Y::Error>(slot, variant, $field)?;
                })*
                Ok(read)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                Self::serialize(self, serializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use derived;
