//! Maps in the order of the wire.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::containers::next;
use super::decode::{Decode, Map, Slot};
use super::encode::{self, Encode, EntrySink, Piece};

impl<T: Decode> Decode for IndexMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Map for IndexMap<String, T> {
    fn next(&mut self, key: String) -> Slot<'_> {
        next!(self, key)
    }
}

impl<T: Encode> Encode for IndexMap<String, T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Map(self)
    }
}

impl<T: Encode> encode::Map for IndexMap<String, T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn show(&self, entries: &mut dyn EntrySink) {
        for (key, value) in self {
            entries.entry(key, value.piece());
        }
    }
}
