//! Which fields the objects of samples lack.

use std::collections::{BTreeMap, BTreeSet};

use super::FieldKey;
use crate::resolve::catalog::ids::{EntryId, NameId};
use crate::source::Place;
use crate::work;

/// More objects that lack a field are counted.
const SHOWN: usize = 20;

/// The objects of samples, and which of them have a field: most lack most of a large model's.
#[derive(Debug, Default)]
pub(crate) struct Absences {
    objects: BTreeMap<EntryId, Vec<Place>>,
    /// The objects that have a field, in their order.
    having: BTreeMap<FieldKey, Vec<usize>>,
}

/// The objects that lack a field.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    /// The first of them.
    pub first: Vec<Place>,
    /// How many more there are.
    pub more: usize,
}

impl Absences {
    /// Notes an object, and the names that it has.
    pub fn note(&mut self, entry: EntryId, object: Place, names: &BTreeSet<NameId>) {
        let objects = self.objects.entry(entry).or_default();
        for name in names {
            let having = self.having.entry((entry, *name)).or_default();
            having.push(objects.len());
        }
        objects.push(object);
    }

    /// The objects that lack a field; `None` if all have it.
    pub fn of(&self, field: FieldKey) -> Option<Absent> {
        let objects = self.objects.get(&field.0)?;
        let having = self.having.get(&field).map_or(&[][..], Vec::as_slice);
        let all = objects.len() - having.len();
        let mut having = having.iter().peekable();
        let lacking = objects.iter().enumerate().filter(|(at, _)| {
            work::count(1);
            having.next_if_eq(&at).is_none()
        });
        let first: Vec<Place> = lacking.map(|(_, place)| *place).take(SHOWN).collect();
        let more = all - first.len();
        (all > 0).then_some(Absent { first, more })
    }
}
