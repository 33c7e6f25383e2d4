//! Models that may be one, and those of them that are.
//!
//! Whenever two models are joined, only their partners are looked at again.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, SourceId};
use super::listing::{Listed, Listings};
use super::{Catalog, Witness};

/// All that is known of one model.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known<'a> {
    /// Its pages, in the order of sources.
    pub pages: Vec<Witness<'a>>,
    sources: BTreeSet<SourceId>,
    pub listed: Listed,
    partners: BTreeSet<EntryId>,
}

/// Models, and which of them may be one.
#[derive(Debug)]
pub(crate) struct Partners<'a> {
    /// What each entry is a part of; an entry that is no part of another is a model.
    part_of: Vec<EntryId>,
    known: Vec<Known<'a>>,
    /// Models whose partners have changed.
    changed: BTreeSet<EntryId>,
    pub listings: Listings,
}

impl<'a> Partners<'a> {
    /// Every entry as a model of its own, without partners.
    pub fn of(catalog: &Catalog<'a>) -> Self {
        let listings = Listings::of(catalog);
        let known = catalog.entries().map(|entry| Known {
            pages: entry.witnesses.clone(),
            sources: entry.witnesses.iter().map(|it| it.source).collect(),
            listed: listings.listed(&entry.witnesses),
            partners: BTreeSet::new(),
        });
        Self {
            known: known.collect(),
            part_of: catalog.iter().map(|(entry, _)| entry).collect(),
            changed: BTreeSet::new(),
            listings,
        }
    }

    /// The model that an entry is a part of.
    pub fn model(&self, mut entry: EntryId) -> EntryId {
        while self.part_of[entry.index()] != entry {
            entry = self.part_of[entry.index()];
        }
        entry
    }

    /// What is known of a model.
    pub fn get(&self, model: EntryId) -> &Known<'a> {
        &self.known[model.index()]
    }

    /// Whether two models are described, by no SDK both.
    pub fn are_apart(&self, a: EntryId, b: EntryId) -> bool {
        let (a, b) = (&self.get(a).sources, &self.get(b).sources);
        !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
    }

    fn may_be_one(&self, a: EntryId, b: EntryId) -> bool {
        let agree = || {
            let [a, b] = [a, b].map(|it| &self.get(it).listed);
            self.listings.agree(a, b)
        };
        self.are_apart(a, b) && agree()
    }

    /// Notes that two entries stand for the same thing.
    pub fn propose(&mut self, a: EntryId, b: EntryId) {
        let (a, b) = (self.model(a), self.model(b));
        if a != b && self.may_be_one(a, b) {
            for (one, other) in [(a, b), (b, a)] {
                if self.known[one.index()].partners.insert(other) {
                    self.changed.insert(one);
                }
            }
        }
    }

    /// The entries that each model is made of.
    pub fn models(&self) -> BTreeMap<EntryId, Vec<EntryId>> {
        let mut models: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for at in 0..self.part_of.len() {
            let entry = EntryId::new(at);
            models.entry(self.model(entry)).or_default().push(entry);
        }
        models
    }

    /// Makes one model of two.
    pub fn join(&mut self, a: EntryId, b: EntryId) -> EntryId {
        let (a, b) = (self.model(a), self.model(b));
        let size = |it: EntryId| self.get(it).pages.len();
        let (kept, gone) = if size(a) >= size(b) { (a, b) } else { (b, a) };
        self.part_of[gone.index()] = kept;
        let part = std::mem::take(&mut self.known[gone.index()]);
        let whole = &mut self.known[kept.index()];
        whole.pages.extend(part.pages);
        whole.pages.sort_by_key(|it| (it.claim.rank, it.source));
        whole.sources.extend(part.sources);
        whole.listed.extend(&part.listed);
        let mut partners = std::mem::take(&mut whole.partners);
        partners.extend(part.partners);
        self.changed.extend([kept]);
        self.changed.remove(&gone);
        for &partner in partners.iter().filter(|&&it| it != kept && it != gone) {
            let still = self.may_be_one(kept, partner);
            let theirs = &mut self.known[partner.index()].partners;
            theirs.remove(&gone);
            if still {
                theirs.insert(kept);
                self.known[kept.index()].partners.insert(partner);
            } else {
                theirs.remove(&kept);
            }
            self.changed.insert(partner);
        }
        kept
    }

    /// Pairs of which neither model could be one with a further model of the other's SDKs, each
    /// model in one pair at most; only those that have changed since.
    pub fn certain(&mut self) -> BTreeSet<(EntryId, EntryId)> {
        let changed = std::mem::take(&mut self.changed);
        let mut counts: BTreeMap<EntryId, BTreeMap<SourceId, usize>> = BTreeMap::new();
        for &one in &changed {
            for &it in [one].iter().chain(&self.get(one).partners) {
                counts
                    .entry(it)
                    .or_insert_with(|| self.partners_by_source(it));
            }
        }
        let alone = |one: EntryId, other: EntryId| {
            let mut sources = self.get(other).sources.iter();
            sources.all(|source| counts[&one].get(source) == Some(&1))
        };
        let mut pairs = BTreeSet::new();
        for &one in &changed {
            for &other in &self.get(one).partners {
                if alone(one, other) && alone(other, one) {
                    pairs.insert((one.min(other), one.max(other)));
                }
            }
        }
        let mut taken = BTreeSet::new();
        // A model of three sources is joined pair by pair.
        pairs.retain(|(a, b)| {
            let free = !taken.contains(a) && !taken.contains(b);
            free && taken.insert(*a) && taken.insert(*b)
        });
        pairs
    }

    /// The pairs of two lists that may be one; of models that are like too many, a part.
    pub fn alike(
        &self,
        ours: &[(u64, EntryId)],
        theirs: &[(u64, EntryId)],
    ) -> Vec<(EntryId, EntryId)> {
        // More than two make none of them certain.
        const ENOUGH: usize = 8;
        let mut pairs = Vec::new();
        for (from, to) in [(ours, theirs), (theirs, ours)] {
            let mut listing: BTreeMap<(u64, usize), Vec<EntryId>> = BTreeMap::new();
            for &(layers, model) in to {
                for id in self.listings.keys(&self.get(model).listed) {
                    listing.entry((layers, id)).or_default().push(model);
                }
            }
            for &(layers, model) in from {
                let ids = self.listings.keys(&self.get(model).listed);
                let others = ids.filter_map(|id| listing.get(&(layers, id)));
                let others = others.flat_map(|it| it.iter().take(ENOUGH));
                pairs.extend(others.map(|&other| (model, other)));
            }
        }
        pairs
    }

    fn partners_by_source(&self, model: EntryId) -> BTreeMap<SourceId, usize> {
        let mut counts = BTreeMap::new();
        for &partner in &self.get(model).partners {
            for &source in &self.get(partner).sources {
                *counts.entry(source).or_default() += 1;
            }
        }
        counts
    }
}
