//! Tags by constants: a key whose values differ between the variants of a union.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

use super::Decided;
use super::members::{self, Members, Object};
use crate::model::{Evidence, Fact, Field, Rule, Tag};
use crate::resolve::context::Context;

/// Values beyond these are not shown as evidence.
const SHOWN: usize = 3;

/// A key whose values differ.
pub(crate) struct Found {
    pub decided: Decided,
    /// How many variants have the key in all of their objects.
    pub covered: usize,
}

impl Found {
    /// Whether it tells all variants apart: one of them may be what has none of the values.
    pub fn decides(&self, members: &Members<'_>) -> bool {
        self.covered + 1 >= members.objects(self.decided.lists)
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
    let mut places = Places::new();
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
    let mut places = Places::new();
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

/// Of several keys, that of the most variants, then that which the most require, then the first.
fn best(cx: &Context<'_>, members: &Members<'_>, places: &Places<'_>, rule: Rule) -> Option<Found> {
    let mut best = None;
    let mut highest = (0, 0);
    for (path, places) in places {
        let places = in_as_many_lists(places);
        if places.is_empty() || !differ(&places) {
            continue;
        }
        let required = places.iter().filter(|place| place.required).count();
        let rank = (covered(members, &places), required);
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
        covered: highest.0,
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

/// Whether no value is of two variants. Inside of a variant, objects may share it.
fn differ(places: &[&Place<'_>]) -> bool {
    let mut variants: BTreeMap<String, usize> = BTreeMap::new();
    places.iter().all(|place| {
        place.values.iter().all(|value| {
            let known = variants.entry(value.to_string()).or_insert(place.variant);
            *known == place.variant
        })
    })
}

/// How many variants have the key in all of their objects.
fn covered(members: &Members<'_>, places: &[&Place<'_>]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for place in places {
        *counts.entry(place.variant).or_default() += 1;
    }
    let lists = places.first().map_or(0, |place| place.object.lists);
    let whole = |(variant, count): &(&usize, &usize)| {
        let objects = members.variants[**variant].iter();
        objects.filter(|object| object.lists == lists).count() == **count
    };
    counts.iter().filter(whole).count()
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
