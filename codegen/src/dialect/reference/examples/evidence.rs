//! What examples show of the fields of their models, and of those of the models inside of these.

use std::collections::BTreeMap;

use super::known::Known;
use super::shape::Shape;
use super::ties::Tie;
use crate::claim::{Literal, Property, TypeShape};
use crate::dialect::reference::profile::words::Words;
use crate::source::Place;

/// A field that has no type, and what examples show of it.
#[derive(Debug)]
pub(crate) struct Untyped {
    pub shape: Shape,
    /// The first example of it.
    pub place: Place,
}

impl Untyped {
    fn at(place: Place) -> Self {
        Self {
            shape: Shape::Unknown,
            place,
        }
    }

    fn see(&mut self, value: &Literal) {
        let shape = std::mem::replace(&mut self.shape, Shape::Unknown);
        self.shape = shape.join(Shape::of(value));
    }
}

/// A key that no row of its model has: how often it was seen, and where first.
#[derive(Debug)]
pub(crate) struct Unlisted {
    pub count: usize,
    pub place: Place,
}

/// What all examples show.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// By model and field.
    pub untyped: BTreeMap<(usize, usize), Untyped>,
    /// By model and key.
    pub unlisted: BTreeMap<(usize, String), Unlisted>,
    /// Keys of the transport beside the fields of a model, by model and key.
    pub transport: BTreeMap<(usize, String), Untyped>,
}

/// An example of which fewer keys are known says nothing about those that are not.
const MOST: f64 = 0.5;

/// Goes through all ties.
pub(crate) fn collect(known: &Known<'_>, ties: &[Tie], envelope: &Words) -> Evidence {
    let mut walk = Walk {
        known,
        envelope,
        found: Evidence::default(),
        counts: true,
    };
    for tie in ties {
        walk.counts = tie.known >= MOST;
        for object in &tie.objects {
            if let Literal::Object(members) = &object.value {
                walk.object(tie.model, members, object.place);
            }
        }
    }
    walk.found
}

struct Walk<'w, 'k> {
    known: &'w Known<'k>,
    envelope: &'w Words,
    found: Evidence,
    /// Whether unlisted keys of this example count.
    counts: bool,
}

impl Walk<'_, '_> {
    fn object(&mut self, model: usize, members: &[Property], object: Place) {
        for member in members {
            let place = member.place.unwrap_or(object);
            let Some(field) = self.known.field(model, &member.key) else {
                if !self.known.is_open(model) {
                    self.unlisted(model, member, place);
                }
                continue;
            };
            let ty = self.known.type_of(model, field);
            if is_untyped(ty) || self.known.has_places(model, field) {
                let untyped = self.found.untyped.entry((model, field));
                untyped.or_insert(Untyped::at(place)).see(&member.value);
            } else {
                self.value(model, ty, &member.value, place);
            }
        }
    }

    fn unlisted(&mut self, model: usize, member: &Property, place: Place) {
        let key = (model, member.key.clone());
        if self.envelope.find(&member.key).is_some() {
            let seen = self.found.transport.entry(key);
            seen.or_insert(Untyped::at(place)).see(&member.value);
        } else if self.counts {
            let seen = self.found.unlisted.entry(key);
            seen.or_insert(Unlisted { count: 0, place }).count += 1;
        }
    }

    fn value(&mut self, from: usize, ty: &TypeShape, value: &Literal, place: Place) {
        match (ty, value) {
            (TypeShape::Nullable(inner), _) => self.value(from, inner, value, place),
            (TypeShape::List(item), Literal::Array(items)) => {
                for value in items {
                    self.value(from, item, value, place);
                }
            }
            (TypeShape::Map(item), Literal::Object(members)) => {
                for member in members {
                    self.value(from, item, &member.value, member.place.unwrap_or(place));
                }
            }
            (TypeShape::Model(name), Literal::Object(members)) => {
                let Some(model) = self.known.linked(from, name) else {
                    return;
                };
                if self.known.size(model) > 0 {
                    self.object(model, members, place);
                }
            }
            _ => {}
        }
    }
}

/// Whether a type leaves open what an example can tell: anything, or a list of anything.
pub(crate) fn is_untyped(ty: &TypeShape) -> bool {
    match ty {
        TypeShape::Any => true,
        TypeShape::List(inner) | TypeShape::Nullable(inner) => is_untyped(inner),
        _ => false,
    }
}
