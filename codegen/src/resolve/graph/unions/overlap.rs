//! Whether required keys tell the objects of a union apart.

use std::collections::{BTreeMap, BTreeSet};

use super::indistinct::rejects;
use super::members::{Members, Object};
use crate::model::{Struct, Type};

/// More pairs of objects are not compared.
const MOST: usize = 4096;

/// Whether an object of one variant may be one of another, whatever keys it has: neither requires
/// a key that the other does not know, nor are their values of other kinds. A map takes any keys.
pub(crate) fn is_in_doubt(members: &Members<'_>) -> bool {
    let mut objects: Vec<(usize, &Object<'_>)> = Vec::new();
    for (variant, found) in members.variants.iter().enumerate() {
        let here = found.iter().filter(|object| object.lists == 0);
        objects.extend(here.map(|object| (variant, object)));
    }
    let is_map = |at: &usize| {
        let shape = &members.union.variants[*at].shape;
        shape.is_of_objects() && objects.iter().all(|(variant, _)| variant != at)
    };
    let maps = (0..members.variants.len()).filter(is_map).count();
    let is_open = |(_, it): &(usize, &Object<'_>)| required(it.object).next().is_none();
    if maps > 1 || maps == 1 && objects.iter().any(is_open) {
        return true;
    }
    let mut known_by: BTreeMap<&str, usize> = BTreeMap::new();
    for field in objects.iter().flat_map(|(_, it)| &it.object.fields) {
        *known_by.entry(&field.wire_name.value).or_default() += 1;
    }
    // Each is compared with those that know the key that it requires and fewest others know.
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut keyless = Vec::new();
    for (at, (_, object)) in objects.iter().enumerate() {
        let rarest = required(object.object).min_by_key(|key| known_by.get(key));
        match rarest {
            Some(key) => by_key.entry(key).or_default().push(at),
            None => keyless.push(at),
        }
    }
    let mut left = MOST;
    for (at, (variant, object)) in objects.iter().enumerate() {
        let keys: BTreeSet<&str> = object
            .object
            .fields
            .iter()
            .map(|it| &*it.wire_name.value)
            .collect();
        let alike = keys.iter().filter_map(|key| by_key.get(key)).flatten();
        for other in alike.chain(&keyless).filter(|other| **other != at) {
            let (other_variant, other) = objects[*other];
            if left == 0 {
                return false;
            }
            left -= 1;
            let own: BTreeSet<&str> = other
                .object
                .fields
                .iter()
                .map(|it| &*it.wire_name.value)
                .collect();
            if other_variant != *variant
                && required(other.object).all(|key| keys.contains(key))
                && required(object.object).all(|key| own.contains(key))
                && !(told_by_kind(members, object, other) && told_by_kind(members, other, object))
            {
                return true;
            }
        }
    }
    false
}

fn required(object: &Struct) -> impl Iterator<Item = &str> {
    let required = object.fields.iter().filter(|field| field.required.value);
    required.map(|field| field.wire_name.value.as_str())
}

fn told_by_kind(members: &Members<'_>, by: &Object<'_>, other: &Object<'_>) -> bool {
    let [by, other] = [by, other].map(|object| Type::Model(object.path.clone()));
    rejects(members.models, &by, &other)
}
