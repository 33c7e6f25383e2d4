//! Unions whose members stand only where they are used.
//!
//! Ruby's page of such a union is a title and prose, and the cell that uses it
//! links to that page: the cell's members are the page's.

use std::collections::BTreeMap;

use super::namespace;
use crate::claim::{Body, ModelClaim, ModelName, Source, TypeShape};
use crate::source::{Located, Place};

/// Where a page lives: its namespace, and its file name in lower case.
type Key = (String, String);

/// Makes every listed union the name of its page, and gives its members to a page that is
/// silent; one without a page stays a union of its own.
pub(super) fn settle(source: &mut Source) {
    let titles = source.models.iter().map(|model| {
        let key = (model.namespace.clone(), model.stem.to_lowercase());
        (key, model.name.value.clone())
    });
    let mut pages = Pages {
        titles: titles.collect(),
        members: BTreeMap::new(),
    };
    for model in &mut source.models {
        each_type(model, &mut |shape, place| pages.take(shape, place));
    }
    for model in &mut source.models {
        let key = (model.namespace.clone(), model.stem.to_lowercase());
        if model.body == Body::Silent
            && let Some(members) = pages.members.remove(&key)
        {
            model.body = Body::Members(members);
        }
    }
}

struct Pages {
    titles: BTreeMap<Key, String>,
    /// The members that cells list, in the order of cells.
    members: BTreeMap<Key, Vec<Located<TypeShape>>>,
}

impl Pages {
    fn take(&mut self, shape: &mut TypeShape, place: Place) {
        match shape {
            TypeShape::Listed(name, members) => {
                for member in members.iter_mut() {
                    self.take(member, place);
                }
                let members = std::mem::take(members);
                let key = key_of(name);
                *shape = match key.and_then(|key| Some((self.titles.get(&key)?.clone(), key))) {
                    Some((title, key)) => {
                        self.add(key, members, place);
                        TypeShape::Model(ModelName {
                            name: title,
                            ..name.clone()
                        })
                    }
                    None => TypeShape::Union(members),
                };
            }
            TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
                self.take(inner, place);
            }
            TypeShape::Union(members) => {
                for member in members {
                    self.take(member, place);
                }
            }
            _ => {}
        }
    }

    /// Several cells may list the same union; what one leaves out, another adds.
    fn add(&mut self, key: Key, members: Vec<TypeShape>, place: Place) {
        let listed = self.members.entry(key).or_default();
        for member in members {
            if !listed.iter().any(|known| says_same(&known.value, &member)) {
                listed.push(Located::new(member, place));
            }
        }
    }
}

fn key_of(name: &ModelName) -> Option<Key> {
    let (namespace, stem) = namespace::of_link(name.link.as_deref()?)?;
    Some((namespace, stem.to_lowercase()))
}

fn each_type(model: &mut ModelClaim, visit: &mut impl FnMut(&mut TypeShape, Place)) {
    match &mut model.body {
        Body::Fields(fields) => {
            for field in fields {
                visit(&mut field.ty.value, field.ty.place);
            }
        }
        Body::Members(members) => {
            for member in members {
                visit(&mut member.value, member.place);
            }
        }
        Body::Values(_) | Body::Silent => {}
    }
}

/// Whether two types are the same wherever they stand.
fn says_same(a: &TypeShape, b: &TypeShape) -> bool {
    use TypeShape::{List, Map, Model, Nullable, Union};
    match (a, b) {
        (Model(a), Model(b)) => (&a.name, &a.namespace) == (&b.name, &b.namespace),
        (List(a), List(b)) | (Map(a), Map(b)) | (Nullable(a), Nullable(b)) => says_same(a, b),
        (Union(a), Union(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says_same(a, b)),
        (a, b) => a == b,
    }
}
