//! The objects of an example, by where they stand in it.

use std::collections::BTreeMap;

use super::json::Shown;
use crate::claim::{Literal, Property};
use crate::source::Place;

/// The objects at one path of an example. Items of a list are at the path of the list.
#[derive(Debug, Default)]
pub(crate) struct Level<'v> {
    pub depth: usize,
    pub objects: Vec<Object<'v>>,
}

/// An object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Object<'v> {
    pub value: &'v Literal,
    pub members: &'v [Property],
    pub place: Place,
}

/// The objects of an example down to a depth, each path before those below it.
pub(crate) fn levels(shown: &Shown, deepest: usize) -> Vec<Level<'_>> {
    let mut walk = Walk {
        places: &shown.objects,
        deepest,
        levels: vec![Level::default()],
        by_key: BTreeMap::new(),
    };
    walk.value(&shown.value, Some(0));
    walk.levels.retain(|level| !level.objects.is_empty());
    walk.levels
}

struct Walk<'v> {
    /// The places of the objects that are still to come.
    places: &'v [Place],
    deepest: usize,
    levels: Vec<Level<'v>>,
    by_key: BTreeMap<(usize, &'v str), usize>,
}

impl<'v> Walk<'v> {
    fn value(&mut self, value: &'v Literal, level: Option<usize>) {
        match value {
            Literal::Array(items) => {
                for item in items {
                    self.value(item, level);
                }
            }
            Literal::Object(members) => {
                let Some((&place, rest)) = self.places.split_first() else {
                    return;
                };
                self.places = rest;
                if let Some(level) = level {
                    self.levels[level].objects.push(Object {
                        value,
                        members,
                        place,
                    });
                }
                for member in members {
                    let below = level.and_then(|level| self.below(level, member));
                    self.value(&member.value, below);
                }
            }
            _ => {}
        }
    }

    /// The level of a member's value, if it may hold objects and is not too deep.
    fn below(&mut self, level: usize, member: &'v Property) -> Option<usize> {
        let depth = self.levels[level].depth + 1;
        let holds = matches!(member.value, Literal::Object(_) | Literal::Array(_));
        if depth > self.deepest || !holds {
            return None;
        }
        let next = self.levels.len();
        let at = *self.by_key.entry((level, &member.key)).or_insert(next);
        if at == next {
            self.levels.push(Level {
                depth,
                objects: Vec::new(),
            });
        }
        Some(at)
    }
}
