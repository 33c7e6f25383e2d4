//! Maps in the order of the wire.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::decode::{Decode, Failed, Map, Slot, Source};
use super::encode::{Encode, Piece, Sink};

impl<T: Decode> Decode for IndexMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, source: &mut dyn Source) -> Result<(), Failed> {
        source.fill(Slot::Map(self))
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Map for IndexMap<String, T> {
    fn next(&mut self, key: String) -> Slot<'_> {
        let value = match self.entry(key) {
            Entry::Vacant(entry) => entry.insert(T::blank()),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = T::blank();
                value
            }
        };
        value.slot()
    }
}

impl<T: Encode> Encode for IndexMap<String, T> {
    #[inline]
    fn piece(&self) -> Piece<'_> {
        Piece::Value(self)
    }

    fn write(&self, sink: &mut dyn Sink) {
        let mut entries = self
            .iter()
            .map(|(key, value)| (key.as_str(), value.piece()));
        sink.map(self.len(), &mut entries);
    }
}
