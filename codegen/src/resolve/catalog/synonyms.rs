//! Entries of several SDKs that are one model, whatever each SDK calls it or wherever it files it.
//!
//! They are joined only where nothing speaks against it: they have one title, or stand for the same
//! field or for members of the same union; no SDK has both, their pages list the same, and no other
//! model could be meant.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, NameId, SourceId};
use super::linked::LinkedType;
use super::partners::Partners;
use super::{Catalog, Witness};
use crate::claim::{Body, Stated};

/// As many entries of one title, or members of one union that list the same, are no names for one
/// another.
const MANY: usize = 16;

/// Joins synonyms until there are none: one pair that is joined may show the next.
pub(crate) fn join(catalog: &mut Catalog<'_>) {
    let mut partners = Partners::of(catalog);
    let titled = titled(catalog);
    for namesakes in titled.values().filter(|it| it.len() > 1) {
        of_folders(catalog, namesakes, &mut partners);
    }
    of_wrappers(catalog, &titled, &mut partners);
    let models: Vec<EntryId> = partners.models().into_keys().collect();
    for model in models {
        of_pages(catalog, model, &mut partners);
    }
    loop {
        let pairs = partners.certain();
        if pairs.is_empty() {
            break;
        }
        for (a, b) in pairs {
            let model = partners.join(a, b);
            of_pages(catalog, model, &mut partners);
        }
    }
    for namesakes in titled.values().filter(|it| it.len() > 1) {
        of_silence(catalog, namesakes, &mut partners);
    }
    catalog.absorb(partners.models());
}

/// The entries of each title, case aside.
fn titled(catalog: &Catalog<'_>) -> BTreeMap<String, Vec<EntryId>> {
    let mut titled: BTreeMap<String, Vec<EntryId>> = BTreeMap::new();
    for (id, entry) in catalog.iter() {
        let entries = titled.entry(entry.title.to_lowercase()).or_default();
        entries.push(id);
    }
    titled
}

/// Joins entries of one title of which one SDK has a folder for each kind of models, or for each
/// part of the API, and another puts all into one folder.
fn of_folders(catalog: &Catalog<'_>, namesakes: &[EntryId], partners: &mut Partners<'_>) {
    let mut folders: BTreeMap<SourceId, BTreeSet<&str>> = BTreeMap::new();
    for &entry in namesakes {
        for page in &catalog[entry].witnesses {
            let namespaces = folders.entry(page.source).or_default();
            namespaces.insert(&page.claim.namespace);
        }
    }
    let sure = namesakes.iter().copied().filter(|&entry| {
        let mut pages = catalog[entry].witnesses.iter();
        pages.all(|page| folders[&page.source].len() == 1)
    });
    let (flat, filed): (Vec<_>, Vec<_>) =
        sure.partition(|&entry| catalog[entry].namespace.is_empty());
    if flat.len() > MANY || filed.len() > MANY {
        return;
    }
    let is_one =
        |&a: &EntryId, &b: &EntryId| partners.are_apart(a, b) && read_each_other(catalog, a, b);
    let mut pairs = Vec::new();
    for a in &flat {
        let mut others = filed.iter().filter(|b| is_one(a, b));
        if let (Some(b), None) = (others.next(), others.next())
            && flat.iter().filter(|a| is_one(a, b)).count() == 1
        {
            pairs.push((*a, *b));
        }
    }
    for (a, b) in pairs {
        partners.join(a, b);
    }
}

/// Whether each of two models of one title reads what the other describes: what only one of them
/// lists need not be there.
fn read_each_other(catalog: &Catalog<'_>, a: EntryId, b: EntryId) -> bool {
    let is = |entry: EntryId, of: fn(&Body) -> bool| catalog[entry].has(of);
    let unions: fn(&Body) -> bool = |body| matches!(body, Body::Members(_) | Body::Silent);
    if is(a, unions) || is(b, unions) {
        return is(a, unions) && is(b, unions);
    }
    let values = |entry: EntryId| -> BTreeSet<&str> {
        let pages = catalog[entry].witnesses.iter();
        let lists = pages.filter_map(|page| match &page.claim.body {
            Body::Values(claim) => Some(&claim.values),
            _ => None,
        });
        lists.flatten().map(|it| it.value.value.as_str()).collect()
    };
    let lists_values: fn(&Body) -> bool = |body| matches!(body, Body::Values(_));
    if is(a, lists_values) || is(b, lists_values) {
        return !values(a).is_disjoint(&values(b));
    }
    let fields = |entry: EntryId| -> BTreeMap<NameId, bool> {
        let mut fields = BTreeMap::new();
        for page in &catalog[entry].witnesses {
            let Body::Fields(claims) = &page.claim.body else {
                continue;
            };
            for (field, name) in claims.iter().zip(&catalog.page(page).names) {
                *fields.entry(*name).or_default() |= field.required.value == Stated::Yes;
            }
        }
        fields
    };
    let (a, b) = (fields(a), fields(b));
    let reads = |one: &BTreeMap<NameId, bool>, other: &BTreeMap<NameId, bool>| {
        let mut needs = other.iter().filter(|(_, required)| **required);
        needs.all(|(name, _)| one.contains_key(name))
    };
    let meet = a.keys().any(|name| b.contains_key(name));
    (meet || (a.is_empty() && b.is_empty())) && reads(&a, &b) && reads(&b, &a)
}

/// A page of title and prose is the only other model of that title, if no union is.
fn of_silence(catalog: &Catalog<'_>, namesakes: &[EntryId], partners: &mut Partners<'_>) {
    let mut by_namespace: BTreeMap<&str, BTreeSet<EntryId>> = BTreeMap::new();
    for &entry in namesakes {
        let model = partners.model(entry);
        if !partners.get(model).pages.is_empty() {
            let models = by_namespace.entry(&catalog[entry].namespace).or_default();
            models.insert(model);
        }
    }
    for models in by_namespace.into_values().filter(|it| it.len() == 2) {
        let models: Vec<EntryId> = models.into_iter().collect();
        let silent = |&it: &EntryId| partners.listings.is_silent(&partners.get(it).listed);
        if models.iter().any(silent) && partners.are_apart(models[0], models[1]) {
            partners.join(models[0], models[1]);
        }
    }
}

/// Where one SDK gives a wrapper the name that another gives to what is in it: the other's model
/// and those in the wrapper.
fn of_wrappers(
    catalog: &Catalog<'_>,
    titled: &BTreeMap<String, Vec<EntryId>>,
    partners: &mut Partners<'_>,
) {
    for entries in titled.values().filter(|it| (2..=MANY).contains(&it.len())) {
        for &wrapper in entries {
            let namespace = &catalog[wrapper].namespace;
            let others = entries.iter().copied();
            let others = others.filter(|&it| it != wrapper && catalog[it].namespace == *namespace);
            let pages = catalog[wrapper].witnesses.iter();
            let pages = pages.filter(|page| matches!(page.claim.body, Body::Fields(_)));
            for ty in pages.flat_map(|page| catalog.types(page)) {
                if let LinkedType::Model(inner) = *ty {
                    for other in others.clone() {
                        partners.propose(other, inner);
                    }
                }
            }
        }
    }
}

/// Where the pages of a model name others.
fn of_pages(catalog: &Catalog<'_>, model: EntryId, partners: &mut Partners<'_>) {
    let pages = partners.get(model).pages.clone();
    if pages.len() < 2 {
        return;
    }
    of_fields(catalog, &pages, partners);
    let unions: Vec<&[LinkedType]> = pages.iter().filter_map(|it| catalog.members(it)).collect();
    for (nth, ours) in unions.iter().enumerate() {
        for theirs in &unions[nth + 1..] {
            of_members(ours, theirs, partners);
        }
    }
}

/// The models that stand in one field.
fn of_fields(catalog: &Catalog<'_>, pages: &[Witness<'_>], partners: &mut Partners<'_>) {
    let mut named: BTreeMap<(NameId, u64), BTreeSet<EntryId>> = BTreeMap::new();
    for page in pages {
        let mut seen: BTreeSet<NameId> = BTreeSet::new();
        for (name, ty) in catalog.page(page).rows() {
            if seen.insert(name)
                && let Some((layers, entry)) = model_in(ty)
            {
                let models = named.entry((name, layers)).or_default();
                models.insert(partners.model(entry));
            }
        }
    }
    for models in named.into_values().filter(|it| it.len() > 1) {
        let models: Vec<EntryId> = models.into_iter().collect();
        for (nth, &a) in models.iter().enumerate() {
            models[nth + 1..]
                .iter()
                .for_each(|&b| partners.propose(a, b));
        }
    }
}

/// The members that only one of two lists has.
fn of_members(ours: &[LinkedType], theirs: &[LinkedType], partners: &mut Partners<'_>) {
    let models = |members: &[LinkedType]| -> BTreeSet<(u64, EntryId)> {
        let models = members.iter().filter_map(model_in);
        models
            .map(|(layers, entry)| (layers, partners.model(entry)))
            .collect()
    };
    let (ours, theirs) = (models(ours), models(theirs));
    let only = |a: &BTreeSet<(u64, EntryId)>, b| -> Vec<(u64, EntryId)> {
        a.difference(b).copied().collect()
    };
    let (ours, theirs) = (only(&ours, &theirs), only(&theirs, &ours));
    for (a, b) in partners.alike(&ours, &theirs) {
        partners.propose(a, b);
    }
}

/// The model in a type, and the lists and maps around it.
fn model_in(ty: &LinkedType) -> Option<(u64, EntryId)> {
    // More than fit into a number are around no model that anybody wrote.
    const DEEPEST: u32 = 32;
    let mut layers = 1;
    let mut ty = ty;
    for _ in 0..DEEPEST {
        (layers, ty) = match ty {
            LinkedType::Model(entry) => return Some((layers, *entry)),
            LinkedType::Nullable(inner) => (layers, inner),
            LinkedType::List(inner) => (layers << 1, inner),
            LinkedType::Map(inner) => (layers << 1 | 1, inner),
            _ => return None,
        };
    }
    None
}
