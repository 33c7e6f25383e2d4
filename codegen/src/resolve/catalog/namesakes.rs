//! Which pages of one title describe one model.
//!
//! SDKs number what they have no name for, each in its own way: `Type` is one enum here and another
//! there, `Method` an enum here and a union there. Pages of one title are one model if they are of
//! one kind and have a field or a value in common, directly or by way of a third page.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, NameId, PageId, SourceId};
use super::{Catalog, Witness};
use crate::claim::Body;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};

/// The models that pages of one title make.
#[derive(Debug)]
pub(crate) struct Namesakes<'a> {
    /// The number of each page's model.
    pub model_of: Vec<usize>,
    /// Pages of one SDK whose titles differ by case at most.
    pub twins: Vec<Vec<Witness<'a>>>,
}

impl<'a> Namesakes<'a> {
    /// Sorts all pages of an API.
    pub fn of(catalog: &Catalog<'_>, pages: &[Witness<'a>]) -> Self {
        let mut titled: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        for (at, page) in pages.iter().enumerate() {
            let title = page.claim.name.value.to_lowercase();
            let namesakes = titled.entry((&page.claim.namespace, title)).or_default();
            namesakes.push(at);
        }
        let mut found = Self {
            model_of: vec![0; pages.len()],
            twins: Vec::new(),
        };
        let mut models = 0;
        for namesakes in titled.into_values() {
            let here: Vec<Witness<'a>> = namesakes.iter().map(|&at| pages[at]).collect();
            found.twins.extend(twins(&here));
            for model in models_of(catalog, &here) {
                for nth in model {
                    found.model_of[namesakes[nth]] = models;
                }
                models += 1;
            }
        }
        found
    }
}

/// The SDK of a page: one folder may hold several.
fn sdk(page: &Witness<'_>) -> (SourceId, u8) {
    (page.source, page.claim.rank)
}

fn twins<'a>(pages: &[Witness<'a>]) -> Vec<Vec<Witness<'a>>> {
    let mut by_sdk: BTreeMap<_, Vec<Witness<'a>>> = BTreeMap::new();
    for &page in pages {
        by_sdk.entry(sdk(&page)).or_default().push(page);
    }
    let several = by_sdk.into_values().filter(|pages| pages.len() > 1);
    several.collect()
}

/// Warns of pages of one SDK that have one title: often one of them is out of date.
pub(crate) fn warn(catalog: &Catalog<'_>, diagnostics: &mut Diagnostics) {
    let mut entry_of: BTreeMap<PageId, EntryId> = BTreeMap::new();
    if !catalog.twins.is_empty() {
        for (id, entry) in catalog.iter() {
            entry_of.extend(entry.witnesses.iter().map(|page| (page.page, id)));
        }
    }
    for twins in &catalog.twins {
        let described = twins.iter().filter_map(|page| {
            let entry = &catalog[*entry_of.get(&page.page)?];
            Some((page.claim.name.place, format!("the model `{}`", entry.path)))
        });
        let mut described = described.collect::<Vec<_>>().into_iter();
        let Some((place, label)) = described.next() else {
            continue;
        };
        let title = &twins[0].claim.name.value;
        let message = format!("{} pages of one SDK are called `{title}`", twins.len());
        let warning = Diagnostic::warning(Topic::Namesakes, place, message)
            .label(label)
            .hint("remove the pages that are out of date");
        let others = |warning: Diagnostic, (place, label)| warning.related(place, label);
        diagnostics.push(described.fold(warning, others));
    }
}

/// The models that pages of one title describe.
fn models_of(catalog: &Catalog<'_>, pages: &[Witness<'_>]) -> Vec<Vec<usize>> {
    if let [_] = pages {
        return vec![vec![0]];
    }
    let mut models = Vec::new();
    for alike in alike(catalog, pages) {
        if !has_twins(pages, &alike) {
            models.push(alike);
            continue;
        }
        // An SDK has two such models: which of them a page means is told by how it spells the title.
        let mut spelt: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in alike {
            let spelling = spelt.entry(&pages[at].claim.name.value).or_default();
            spelling.push(at);
        }
        for same in spelt.into_values() {
            models.extend(each_sdk_once(pages, same));
        }
    }
    models
}

fn has_twins(pages: &[Witness<'_>], of: &[usize]) -> bool {
    let mut sdks = BTreeSet::new();
    !of.iter().all(|&at| sdks.insert(sdk(&pages[at])))
}

/// Takes all pages but the first of each SDK out, the longest one being the first.
fn each_sdk_once(pages: &[Witness<'_>], mut of: Vec<usize>) -> Vec<Vec<usize>> {
    if !has_twins(pages, &of) {
        return vec![of];
    }
    of.sort_by_key(|&at| {
        let claim = pages[at].claim;
        (std::cmp::Reverse(length(&claim.body)), &claim.page)
    });
    let mut sdks = BTreeSet::new();
    let (first, rest): (Vec<_>, Vec<_>) =
        of.into_iter().partition(|&at| sdks.insert(sdk(&pages[at])));
    let rest = rest.into_iter().map(|at| vec![at]);
    std::iter::once(first).chain(rest).collect()
}

fn length(body: &Body) -> usize {
    match body {
        Body::Fields(fields) => fields.len(),
        Body::Values(claim) => claim.values.len(),
        Body::Members(members) => members.len(),
        Body::Silent => 0,
    }
}

/// What a page has that only pages of the same model have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'a> {
    Field(NameId),
    Value(&'a str),
    /// Title and prose alone are how some languages print a union.
    Union,
    NoField,
    NoValue,
}

fn marks<'a>(catalog: &Catalog<'_>, page: &Witness<'a>) -> Vec<Mark<'a>> {
    match &page.claim.body {
        Body::Fields(fields) if fields.is_empty() => vec![Mark::NoField],
        Body::Fields(_) => {
            let names = catalog.page(page).name_set.iter();
            names.map(|&name| Mark::Field(name)).collect()
        }
        Body::Values(claim) if claim.values.is_empty() => vec![Mark::NoValue],
        Body::Values(claim) => {
            let values = claim.values.iter();
            values.map(|it| Mark::Value(&it.value.value)).collect()
        }
        Body::Members(_) | Body::Silent => vec![Mark::Union],
    }
}

/// Sorts pages by what they have in common.
fn alike(catalog: &Catalog<'_>, pages: &[Witness<'_>]) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(pages.len());
    let mut first: BTreeMap<Mark<'_>, usize> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for mark in marks(catalog, page) {
            groups.join(at, *first.entry(mark).or_insert(at));
        }
    }
    // An object without a field is the only model of the title that is an object, or a union.
    for (blank, is_kin) in [
        (
            Mark::NoField,
            (|mark| matches!(mark, Mark::Field(_))) as fn(Mark<'_>) -> bool,
        ),
        (Mark::NoValue, |mark| matches!(mark, Mark::Value(_))),
    ] {
        let Some(&at) = first.get(&blank) else {
            continue;
        };
        let kin = first.iter().filter(|(mark, _)| is_kin(**mark));
        let mut kin: BTreeSet<usize> = kin.map(|(_, &page)| groups.of(page)).collect();
        if kin.is_empty() && blank == Mark::NoField {
            kin.extend(first.get(&Mark::Union));
        }
        if kin.len() == 1 {
            kin.into_iter().for_each(|only| groups.join(at, only));
        }
    }
    groups.collect()
}

/// Numbers that belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn of(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn collect(mut self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.0.len() {
            let group = self.of(at);
            groups.entry(group).or_default().push(at);
        }
        groups.into_values().collect()
    }
}
