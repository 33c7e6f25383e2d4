//! What pages list, in no order: by it, models of two SDKs are told to be one or not.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, NameId};
use super::linked::LinkedType;
use super::{Catalog, Witness};
use crate::claim::{Body, Stated};

/// What a page lists.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Listing<'a> {
    /// Fields, and whether they are required.
    Fields(BTreeSet<(NameId, Stated)>),
    Values(BTreeSet<&'a str>),
    /// How many members.
    Members(usize),
    Silent,
}

/// The number of a listing.
type ListingId = usize;

/// The listings of pages, each as a number.
#[derive(Debug)]
pub(crate) struct Listings {
    of_page: Vec<ListingId>,
    silent: Option<ListingId>,
    unions: BTreeSet<ListingId>,
}

/// What all pages of a model list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listed(BTreeSet<ListingId>);

impl Listings {
    /// Reads all pages.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        let mut known: BTreeMap<Listing<'_>, ListingId> = BTreeMap::new();
        let mut of_page = vec![0; catalog.pages.len()];
        for witness in catalog.entries().flat_map(|entry| &entry.witnesses) {
            let next = known.len();
            let listing = *known.entry(read(catalog, witness)).or_insert(next);
            of_page[witness.page.index()] = listing;
        }
        let unions = known
            .iter()
            .filter(|(it, _)| matches!(it, Listing::Members(_)));
        Self {
            of_page,
            silent: known.get(&Listing::Silent).copied(),
            unions: unions.map(|(_, &id)| id).collect(),
        }
    }

    /// What the pages of a model list.
    pub fn listed(&self, pages: &[Witness<'_>]) -> Listed {
        let pages = pages.iter().map(|page| self.of_page[page.page.index()]);
        Listed(pages.collect())
    }

    /// Whether two models may be one by what their pages list: the same, or one of them is a union
    /// of which nothing is listed.
    pub fn agree(&self, a: &Listed, b: &Listed) -> bool {
        let union = |it: &Listed| it.0.iter().all(|id| self.unions.contains(id));
        !a.0.is_disjoint(&b.0) || (self.is_silent(a) && union(b)) || (self.is_silent(b) && union(a))
    }

    /// Numbers of which models that agree have one in common.
    pub fn keys(&self, listed: &Listed) -> impl Iterator<Item = usize> {
        let is_union = |id: &ListingId| Some(*id) == self.silent || self.unions.contains(id);
        let union = listed.0.iter().any(is_union).then_some(self.of_page.len());
        listed.0.iter().copied().chain(union)
    }

    /// Whether no page of a model lists anything.
    pub fn is_silent(&self, listed: &Listed) -> bool {
        listed.0.iter().all(|&id| Some(id) == self.silent)
    }
}

impl Listed {
    /// Adds what the pages of another model list.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }
}

fn read<'a>(catalog: &Catalog<'_>, witness: &Witness<'a>) -> Listing<'a> {
    match &witness.claim.body {
        Body::Fields(fields) => {
            let names = catalog.page(witness).names.iter();
            let listed = fields.iter().zip(names);
            let listed = listed.map(|(field, name)| (*name, field.required.value));
            Listing::Fields(listed.collect())
        }
        Body::Values(claim) => {
            let values = claim.values.iter().map(|it| it.value.value.as_str());
            Listing::Values(values.collect())
        }
        Body::Members(members) => Listing::Members(match catalog.types(witness) {
            [LinkedType::Model(inner)] => members_of(catalog, *inner).unwrap_or(1),
            _ => members.len(),
        }),
        Body::Silent => Listing::Silent,
    }
}

/// How many members a model has, if it is a union.
fn members_of(catalog: &Catalog<'_>, entry: EntryId) -> Option<usize> {
    let mut pages = catalog[entry].witnesses.iter();
    pages.find_map(|page| Some(catalog.members(page)?.len()))
}
