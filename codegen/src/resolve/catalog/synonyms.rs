//! Models that have different names in two SDKs: `Status` and `ConnectionStatus`.
//!
//! They are joined only where nothing speaks against it: both stand for the same field, or for
//! members of the same union, neither SDK has both, their pages list the same, and no other
//! model could be meant.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, NameId, SourceId};
use super::linked::LinkedType;
use super::{Catalog, Witness};
use crate::claim::{Body, Stated};

/// Joins synonyms until there are none: one pair that is joined may show the next.
pub(crate) fn join(catalog: &mut Catalog<'_>) {
    // Each round joins at least one pair.
    for _ in 0..catalog.entries().len() {
        let pairs = certain(catalog, candidates(catalog));
        if pairs.is_empty() {
            return;
        }
        catalog.absorb(&pairs);
    }
}

type Pairs = BTreeSet<(EntryId, EntryId)>;

/// Pairs of models that stand for the same thing.
fn candidates(catalog: &Catalog<'_>) -> Pairs {
    let mut pairs = Pairs::new();
    for entry in catalog.entries() {
        for (nth, first) in entry.witnesses.iter().enumerate() {
            for second in &entry.witnesses[nth + 1..] {
                match (&first.claim.body, &second.claim.body) {
                    (Body::Fields(_), Body::Fields(_)) => {
                        of_fields(catalog, first, second, &mut pairs);
                    }
                    (Body::Members(_), Body::Members(_)) => {
                        of_members(catalog, first, second, &mut pairs);
                    }
                    _ => {}
                }
            }
        }
    }
    of_wrappers(catalog, &mut pairs);
    pairs
}

/// Where one SDK gives a wrapper the name that another gives to what is in it: the other's model
/// and those in the wrapper.
fn of_wrappers(catalog: &Catalog<'_>, pairs: &mut Pairs) {
    let mut titled: BTreeMap<(&str, String), Vec<EntryId>> = BTreeMap::new();
    for (id, entry) in catalog.iter() {
        let title = entry.title.to_lowercase();
        let entries = titled.entry((&entry.namespace, title)).or_default();
        entries.push(id);
    }
    for entries in titled.values().filter(|entries| entries.len() > 1) {
        for &wrapper in entries {
            let pages = catalog[wrapper].witnesses.iter();
            let pages = pages.filter(|page| matches!(page.claim.body, Body::Fields(_)));
            for ty in pages.flat_map(|page| catalog.types(page)) {
                let LinkedType::Model(inner) = *ty else {
                    continue;
                };
                for &other in entries.iter().filter(|&&it| it != wrapper && it != inner) {
                    add(catalog, other, inner, pairs);
                }
            }
        }
    }
}

fn of_fields(catalog: &Catalog<'_>, first: &Witness<'_>, second: &Witness<'_>, pairs: &mut Pairs) {
    let [ours, theirs] = [first, second].map(|witness| catalog.page(witness));
    let mut by_name: BTreeMap<NameId, &LinkedType> = BTreeMap::new();
    for (name, ty) in theirs.names.iter().zip(&theirs.types) {
        by_name.entry(*name).or_insert(ty);
    }
    for (name, ty) in ours.names.iter().zip(&ours.types) {
        let other = by_name.get(name);
        if let Some((a, b)) = other.and_then(|other| models(ty, other)) {
            add(catalog, a, b, pairs);
        }
    }
}

fn of_members(catalog: &Catalog<'_>, first: &Witness<'_>, second: &Witness<'_>, pairs: &mut Pairs) {
    let [ours, theirs] = [first, second].map(|witness| catalog.types(witness));
    for a in ours.iter().filter(|member| !theirs.contains(member)) {
        for b in theirs.iter().filter(|member| !ours.contains(member)) {
            if let Some((a, b)) = models(a, b) {
                add(catalog, a, b, pairs);
            }
        }
    }
}

/// The two models in types that are built alike.
fn models(a: &LinkedType, b: &LinkedType) -> Option<(EntryId, EntryId)> {
    use LinkedType::{List, Map, Model, Nullable};
    match (a, b) {
        (Model(a), Model(b)) => (a != b).then_some((*a, *b)),
        (List(a), List(b)) | (Map(a), Map(b)) | (Nullable(a), Nullable(b)) => models(a, b),
        (Nullable(a), b) | (b, Nullable(a)) => models(a, b),
        _ => None,
    }
}

fn add(catalog: &Catalog<'_>, a: EntryId, b: EntryId, pairs: &mut Pairs) {
    if may_be_one(catalog, a, b) {
        pairs.insert((a.min(b), a.max(b)));
    }
}

fn may_be_one(catalog: &Catalog<'_>, a: EntryId, b: EntryId) -> bool {
    let sources = |entry: EntryId| -> BTreeSet<SourceId> {
        let witnesses = catalog[entry].witnesses.iter();
        witnesses.map(|witness| witness.source).collect()
    };
    let (ours, theirs) = (sources(a), sources(b));
    let described = !ours.is_empty() && !theirs.is_empty();
    described && ours.is_disjoint(&theirs) && listed(catalog, a) == listed(catalog, b)
}

/// What the pages of a model list, in no order.
#[derive(PartialEq)]
enum Listed {
    /// Fields, and whether they are required.
    Fields(BTreeSet<(NameId, Stated)>),
    Values(BTreeSet<String>),
    /// How many members.
    Members(usize),
}

fn listed(catalog: &Catalog<'_>, entry: EntryId) -> Option<Listed> {
    let witness = catalog[entry].witnesses.first()?;
    Some(match &witness.claim.body {
        Body::Fields(fields) => {
            let names = catalog.page(witness).names.iter();
            let listed = fields.iter().zip(names);
            let listed = listed.map(|(field, name)| (*name, field.required.value));
            Listed::Fields(listed.collect())
        }
        Body::Values(claim) => {
            let values = claim.values.iter().map(|value| value.value.value.clone());
            Listed::Values(values.collect())
        }
        Body::Members(members) => Listed::Members(match members.as_slice() {
            [_] => members_of(catalog, catalog.types(witness)).unwrap_or(1),
            several => several.len(),
        }),
        Body::Silent => return None,
    })
}

/// How many members a union's one member has, if that is a union.
fn members_of(catalog: &Catalog<'_>, types: &[LinkedType]) -> Option<usize> {
    let [LinkedType::Model(inner)] = *types else {
        return None;
    };
    match &catalog[inner].witnesses.first()?.claim.body {
        Body::Members(members) => Some(members.len()),
        _ => None,
    }
}

/// The pairs in which neither could be joined with a further model of the other's sources.
fn certain(catalog: &Catalog<'_>, pairs: Pairs) -> Vec<(EntryId, EntryId)> {
    let mut partners: BTreeMap<(EntryId, SourceId), BTreeSet<EntryId>> = BTreeMap::new();
    for &(a, b) in &pairs {
        for (one, other) in [(a, b), (b, a)] {
            for witness in &catalog[other].witnesses {
                partners
                    .entry((one, witness.source))
                    .or_default()
                    .insert(other);
            }
        }
    }
    let alone = |one: EntryId, other: EntryId| {
        let mut witnesses = catalog[other].witnesses.iter();
        witnesses.all(|it| {
            partners
                .get(&(one, it.source))
                .is_some_and(|all| all.len() == 1)
        })
    };
    let mut taken = BTreeSet::new();
    pairs
        .into_iter()
        .filter(|&(a, b)| alone(a, b) && alone(b, a))
        // A model of three sources is joined pair by pair, one a round.
        .filter(|&(a, b)| taken.insert(a) && taken.insert(b))
        .collect()
}
