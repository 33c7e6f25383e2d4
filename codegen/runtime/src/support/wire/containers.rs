//! How `Option`, `Maybe`, `Box`, lists and maps are read and written.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::Maybe;
use crate::support::read::slot::{self, Nullable, Slot};
use crate::support::wire::{self, Kind, Wire};
use crate::support::write::piece::{self, EntrySink, ItemSink, Piece};

/// `Option`s.
pub struct Options;

impl<T: Wire> Wire for Option<T> {
    type Kind = Options;

    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T: Wire> Kind<Option<T>> for Options {
    #[inline]
    fn slot(value: &mut Option<T>) -> Slot<'_> {
        T::Kind::slot_or_null(value)
    }

    #[inline]
    fn piece(value: &Option<T>) -> Piece<'_> {
        value.as_ref().map_or(Piece::Null, some)
    }
}

impl<T: Wire> Nullable for Option<T> {
    fn null(&mut self) {}

    fn some(&mut self) -> Slot<'_> {
        slot::put(self, Some(T::blank()));
        self.as_mut().map_or(Slot::Nowhere, T::wire_slot)
    }
}

/// `Maybe`s.
pub struct Maybes;

impl<T: Wire> Wire for Maybe<T> {
    type Kind = Maybes;

    #[inline]
    fn blank() -> Self {
        Self::Absent
    }
}

impl<T: Wire> Kind<Maybe<T>> for Maybes {
    #[inline]
    fn slot(value: &mut Maybe<T>) -> Slot<'_> {
        Slot::Nullable(value)
    }

    #[inline]
    fn piece(value: &Maybe<T>) -> Piece<'_> {
        value.value().map_or(Piece::Null, some)
    }
}

impl<T: Wire> Nullable for Maybe<T> {
    fn null(&mut self) {
        slot::put(self, Self::Null);
    }

    fn some(&mut self) -> Slot<'_> {
        slot::put(self, Self::Value(T::blank()));
        match self {
            Self::Value(value) => value.wire_slot(),
            _ => Slot::Nowhere,
        }
    }
}

#[inline]
fn some<T: Wire>(value: &T) -> Piece<'_> {
    match wire::piece(value) {
        Piece::Text(text) => Piece::SomeText(text),
        Piece::Record(value) => Piece::SomeRecord(value),
        _ => Piece::Some(value),
    }
}

/// Boxes.
pub struct Boxes;

impl<T: Wire> Wire for Box<T> {
    type Kind = Boxes;

    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Wire> Kind<Box<T>> for Boxes {
    #[inline]
    fn slot(value: &mut Box<T>) -> Slot<'_> {
        T::Kind::slot(value)
    }

    #[inline]
    fn piece(value: &Box<T>) -> Piece<'_> {
        T::Kind::piece(value)
    }
}

/// Lists.
pub struct Lists;

impl<T: Wire> Wire for Vec<T> {
    type Kind = Lists;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Wire> Kind<Vec<T>> for Lists {
    #[inline]
    fn slot(value: &mut Vec<T>) -> Slot<'_> {
        T::Kind::slot_of_list(value)
    }

    #[inline]
    fn piece(value: &Vec<T>) -> Piece<'_> {
        Piece::List(value.len(), value)
    }
}

impl<T: Wire> slot::List for Vec<T> {
    fn reserve(&mut self, count: usize) {
        // A count is only announced: it may not take more than a mebibyte.
        Self::reserve(self, count.min((1 << 20) / size_of::<T>().max(1)));
    }

    fn next(&mut self) -> Slot<'_> {
        make_room(self);
        // The blank item is made where it is to be: `push` would copy it there.
        self.resize_with(self.len() + 1, T::blank);
        self.last_mut().map_or(Slot::Nowhere, T::wire_slot)
    }
}

/// Adds an item.
#[inline]
pub fn push<T>(list: &mut Vec<T>, item: T) {
    make_room(list);
    list.push(item);
}

/// A list of small items starts with a capacity of eight, so that short lists are allocated once.
#[inline]
fn make_room<T>(list: &mut Vec<T>) {
    if list.capacity() == 0 && size_of::<T>() <= 32 {
        slot::put(list, Vec::with_capacity(8));
    }
}

impl<T: Wire> piece::List for Vec<T> {
    fn show(&self, items: &mut dyn ItemSink) {
        for item in self {
            items.item(wire::piece(item));
        }
    }
}

/// Maps.
pub struct Maps;

/// Implements reading and writing for a map.
macro_rules! map {
    ($map:ident) => {
        impl<T: Wire> Wire for $map<String, T> {
            type Kind = Maps;

            #[inline]
            fn blank() -> Self {
                Self::new()
            }
        }

        impl<T: Wire> Kind<$map<String, T>> for Maps {
            #[inline]
            fn slot(value: &mut $map<String, T>) -> Slot<'_> {
                Slot::Map(value)
            }

            #[inline]
            fn piece(value: &$map<String, T>) -> Piece<'_> {
                Piece::Map(value)
            }
        }

        impl<T: Wire> slot::Map for $map<String, T> {
            fn next(&mut self, key: &str) -> Slot<'_> {
                let value = match self.entry(key.to_owned()) {
                    Entry::Vacant(entry) => entry.insert(T::blank()),
                    Entry::Occupied(entry) => {
                        let value = entry.into_mut();
                        *value = T::blank();
                        value
                    }
                };
                value.wire_slot()
            }
        }

        impl<T: Wire> piece::Map for $map<String, T> {
            fn count(&self) -> usize {
                self.len()
            }

            fn show(&self, entries: &mut dyn EntrySink) {
                for (key, value) in self {
                    entries.entry(key, wire::piece(value));
                }
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has maps of another type")]
pub(super) use map;

map!(BTreeMap);
