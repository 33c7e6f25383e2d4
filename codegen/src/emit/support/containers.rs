//! How what holds other values is read and written.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::decode::{self, Decode, Nullable, Slot};
use super::encode::{self, Encode, EntrySink, ItemSink, Piece};
use crate::Maybe;

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot_or_null(self)
    }
}

impl<T: Decode> Nullable for Option<T> {
    fn null(&mut self) {
        *self = None;
    }

    fn some(&mut self) -> Slot<'_> {
        self.insert(T::blank()).slot()
    }
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        self.as_ref().map_or(Piece::Null, some)
    }
}

impl<T: Decode> Decode for Maybe<T> {
    #[inline]
    fn blank() -> Self {
        Self::Absent
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }
}

impl<T: Decode> Nullable for Maybe<T> {
    fn null(&mut self) {
        *self = Self::Null;
    }

    fn some(&mut self) -> Slot<'_> {
        *self = Self::Value(T::blank());
        match self {
            Self::Value(value) => value.slot(),
            _ => Slot::Nowhere,
        }
    }
}

impl<T: Encode> Encode for Maybe<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        match self {
            Self::Absent | Self::Null => Piece::Null,
            Self::Value(value) => some(value),
        }
    }
}

#[inline]
fn some<T: Encode>(value: &T) -> Piece<'_> {
    match value.piece() {
        Piece::Text(text) => Piece::SomeText(text),
        Piece::Record(value) => Piece::SomeRecord(value),
        _ => Piece::Some(value),
    }
}

impl<T: Decode> Decode for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }
}

impl<T: Encode> Encode for Box<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        T::piece(self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        T::slot_of_list(self)
    }
}

impl<T: Decode> decode::List for Vec<T> {
    fn reserve(&mut self, count: usize) {
        // A count is only announced: it may not take more than a mebibyte.
        Self::reserve(self, count.min((1 << 20) / size_of::<T>().max(1)));
    }

    fn next(&mut self) -> Slot<'_> {
        push(self, T::blank());
        self.last_mut().map_or(Slot::Nowhere, T::slot)
    }
}

/// Adds an item. Small ones get room for eight at first, so that a short list is allocated once.
#[inline]
pub fn push<T>(list: &mut Vec<T>, item: T) {
    if list.capacity() == 0 && size_of::<T>() <= 32 {
        *list = Vec::with_capacity(8);
    }
    list.push(item);
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::List(self.len(), self)
    }
}

impl<T: Encode> encode::List for Vec<T> {
    fn show(&self, items: &mut dyn ItemSink) {
        for item in self {
            items.item(item.piece());
        }
    }
}

/// Where the value of a key of a map goes.
macro_rules! next {
    ($self:ident, $key:ident) => {{
        let value = match $self.entry($key) {
            Entry::Vacant(entry) => entry.insert(T::blank()),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = T::blank();
                value
            }
        };
        value.slot()
    }};
}

#[allow(unused_imports, reason = "not every crate has maps of another type")]
pub(super) use next;

impl<T: Decode> Decode for BTreeMap<String, T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> decode::Map for BTreeMap<String, T> {
    fn next(&mut self, key: String) -> Slot<'_> {
        next!(self, key)
    }
}
impl<T: Encode> Encode for BTreeMap<String, T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Map(self)
    }
}

impl<T: Encode> encode::Map for BTreeMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn show(&self, entries: &mut dyn EntrySink) {
        for (key, value) in self {
            entries.entry(key, value.piece());
        }
    }
}
