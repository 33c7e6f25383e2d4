//! Tags by constants: a key whose values differ between the variants of a union.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Decided;
use super::members::{self, Members, Object};
use crate::map::IndexMap;
use crate::model::{Evidence, Fact, Field, Rule, Tag};
use crate::resolve::context::Context;

/// Values beyond these are not shown as evidence.
const SHOWN: usize = 3;

/// A key whose values differ.
pub(crate) struct Found {
    pub decided: Decided,
    /// How many variants it tells from all others, whatever they hold.
    pub told: usize,
}

impl Found {
    /// Whether it tells all variants apart: one of them may be what has none of the values.
    pub fn decides(&self, members: &Members<'_>) -> bool {
        self.told + 1 >= members.objects(self.decided.lists)
    }
}

/// A field in which the tag may stand, in one object of one variant.
struct Place<'m> {
    variant: usize,
    object: Object<'m>,
    field: &'m Field,
    values: Vec<&'m Value>,
    required: bool,
}

type Places<'m> = IndexMap<Vec<&'m str>, Vec<Place<'m>>>;

/// The key of the objects themselves by which the most variants are told apart.
pub(crate) fn nearest(cx: &Context<'_>, members: &Members<'_>) -> Option<Found> {
    let mut places = Places::default();
    for (variant, objects) in members.variants.iter().enumerate() {
        for &object in objects {
            for field in &object.object.fields {
                let Some(values) = members::values(members.models, field) else {
                    continue;
                };
                let path = vec![field.wire_name.value.as_str()];
                places.entry(path).or_default().push(Place {
                    variant,
                    object,
                    field,
                    values,
                    required: field.required.value,
                });
            }
        }
    }
    best(cx, members, &places, Rule::ConstantsDiffer)
}

/// The same, for keys of the objects in their fields.
pub(crate) fn below(cx: &Context<'_>, members: &Members<'_>) -> Option<Found> {
    let mut places = Places::default();
    for (variant, objects) in members.variants.iter().enumerate() {
        for &object in objects {
            for outer in &object.object.fields {
                let inside = members::struct_of(members.models, &outer.ty.value);
                for field in inside.iter().flat_map(|inside| &inside.fields) {
                    let Some(values) = members::values(members.models, field) else {
                        continue;
                    };
                    let path = vec![
                        outer.wire_name.value.as_str(),
                        field.wire_name.value.as_str(),
                    ];
                    places.entry(path).or_default().push(Place {
                        variant,
                        object,
                        field,
                        values,
                        required: outer.required.value && field.required.value,
                    });
                }
            }
        }
    }
    best(cx, members, &places, Rule::ConstantsDifferBelow)
}

/// Of several keys, that which tells the most variants, then that with the most constants, then that
/// which the most require, then the first.
fn best(cx: &Context<'_>, members: &Members<'_>, places: &Places<'_>, rule: Rule) -> Option<Found> {
    let mut best = None;
    let mut highest = (0, 0, 0);
    for (path, places) in places {
        let places = in_as_many_lists(places);
        let Some(told) = told(members, &places) else {
            continue;
        };
        let constants = places.iter().filter(|place| place.values.len() == 1);
        let required = places.iter().filter(|place| place.required);
        let rank = (told, constants.count(), required.count());
        if best.is_none() || rank > highest {
            best = Some((path, places));
            highest = rank;
        }
    }
    let (path, places) = best?;
    let tag = Tag {
        path: path.iter().map(|key| (*key).to_owned()).collect(),
        recased: false,
    };
    let lists = places.first()?.object.lists;
    let evidence = places.iter().filter_map(|place| statement(cx, place));
    Some(Found {
        decided: Decided {
            tag: Fact {
                value: tag,
                rule,
                evidence: evidence.collect(),
            },
            given: vec![None; members.variants.len()],
            lists,
        },
        told: highest.0,
    })
}

/// The places in objects of at least two variants that stand in as many lists, the fewest first: an
/// object is never taken for a list of such objects, whatever its tag.
fn in_as_many_lists<'p, 'm>(places: &'p [Place<'m>]) -> Vec<&'p Place<'m>> {
    let mut groups: BTreeMap<usize, Vec<&Place<'m>>> = BTreeMap::new();
    for place in places {
        groups.entry(place.object.lists).or_default().push(place);
    }
    let several = |places: &Vec<&Place<'m>>| {
        let first = places.first().map(|place| place.variant);
        places.iter().any(|place| Some(place.variant) != first)
    };
    groups.into_values().find(several).unwrap_or_default()
}

/// How many variants a key tells, all of whose objects have it with values that no other variant
/// has; inside of a variant, objects may share them. `None` if it is no tag: that needs two such
/// variants, and if some share a value, constants that tell most of them. Keys decide between
/// those that share one.
fn told(members: &Members<'_>, places: &[&Place<'_>]) -> Option<usize> {
    let lists = places.first()?.object.lists;
    let mut owners: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for place in places {
        for value in &place.values {
            let owner = owners
                .entry(value.to_string())
                .or_insert(Some(place.variant));
            *owner = owner.filter(|owner| *owner == place.variant);
        }
    }
    let differ = owners.values().all(Option::is_some);
    // For each variant, how many of its objects have the key, and whether all with own values.
    let mut variants: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for place in places {
        let own = |value: &&Value| owners.get(&value.to_string()).is_some_and(Option::is_some);
        let all_own = differ || place.values.iter().all(own);
        let (count, is_own) = variants.entry(place.variant).or_insert((0, true));
        *count += 1;
        *is_own &= all_own;
    }
    let own = variants.iter().filter(|(_, (_, is_own))| *is_own);
    let whole = own.clone().filter(|(variant, (count, _))| {
        let objects = members.variants[**variant].iter();
        objects.filter(|object| object.lists == lists).count() == *count
    });
    let (own, whole) = (own.count(), whole.count());
    let is_constant = |place: &&Place<'_>| place.values.len() == 1;
    let tells_most = whole * 2 >= members.objects(lists) && places.iter().all(is_constant);
    (own >= 2 && (differ || tells_most)).then_some(whole)
}

fn statement(cx: &Context<'_>, place: &Place<'_>) -> Option<Evidence> {
    let field = place.field;
    let constant = field.constant.iter().flat_map(|fact| &fact.evidence);
    let at = constant
        .chain(&field.ty.evidence)
        .chain(&field.wire_name.evidence)
        .find(|said| said.won)
        .or(field.ty.evidence.first())
        .map(|said| said.at.clone())
        .or_else(|| Some(cx.files.locate(cx.place_of(place.object.path)?)))?;
    let shown = place.values.iter().take(SHOWN).map(ToString::to_string);
    let more = if place.values.len() > SHOWN {
        " or others"
    } else {
        ""
    };
    let shown = shown.collect::<Vec<_>>().join(" or ");
    Some(Evidence {
        at,
        says: format!("{shown}{more} in `{}`", place.object.path),
        won: true,
    })
}
