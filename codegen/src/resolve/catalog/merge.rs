//! Joins entries of the catalog that are the same model.

use std::collections::BTreeMap;

use super::ids::EntryId;
use super::linked::LinkedType;
use super::{Catalog, Entry};

/// What a model may be called.
#[derive(Debug)]
struct Name {
    title: String,
    namespace: String,
    /// How many pages have the title.
    pages: usize,
    /// Whether another model has the name too.
    taken: bool,
}

impl Catalog<'_> {
    /// Makes one entry of all that are the same model, under the best of their names.
    pub fn absorb(&mut self, models: BTreeMap<EntryId, Vec<EntryId>>) {
        if models.len() == self.entries.len() {
            return;
        }
        let mut model_of = vec![EntryId::new(0); self.entries.len()];
        let mut moved = model_of.clone();
        // A model has the place of its first entry.
        let mut models: Vec<(EntryId, Vec<EntryId>)> = models.into_iter().collect();
        models.sort_by_key(|(_, entries)| entries.first().copied());
        for (at, (model, entries)) in models.iter().enumerate() {
            for entry in entries {
                model_of[entry.index()] = *model;
                moved[entry.index()] = EntryId::new(at);
            }
        }
        let several = models.iter().filter(|(_, entries)| entries.len() > 1);
        let names: BTreeMap<EntryId, Name> = several
            .filter_map(|(model, entries)| Some((*model, self.best_name(entries, &model_of)?)))
            .collect();
        let mut names = names;
        let mut old: Vec<Option<Entry<'_>>> = std::mem::take(&mut self.entries)
            .into_iter()
            .map(Some)
            .collect();
        for (model, entries) in models {
            let mut parts = entries.iter().filter_map(|entry| old[entry.index()].take());
            let Some(mut whole) = parts.next() else {
                continue;
            };
            for part in parts {
                whole.witnesses.extend(part.witnesses);
                whole.mentions.extend(part.mentions);
            }
            whole.witnesses.sort_by_key(|it| (it.claim.rank, it.source));
            if let Some(name) = names.remove(&model) {
                whole.title = name.title;
                whole.namespace = name.namespace;
            }
            self.entries.push(whole);
        }
        let moved = |entry: EntryId| moved[entry.index()];
        self.lookup.move_entries(moved);
        for ty in self.pages.iter_mut().flat_map(|page| &mut page.types) {
            *ty = std::mem::replace(ty, LinkedType::Any).map_models(&moved);
        }
    }

    /// The best of the names that the entries of a model have. Their order decides nothing.
    fn best_name(&self, entries: &[EntryId], model_of: &[EntryId]) -> Option<Name> {
        let mut titles: BTreeMap<String, Vec<&Entry<'_>>> = BTreeMap::new();
        for &entry in entries {
            let entry = &self[entry];
            titles
                .entry(entry.title.to_lowercase())
                .or_default()
                .push(entry);
        }
        let model = model_of[entries.first()?.index()];
        let names = titles.into_values().filter_map(|called| {
            let pages = called.iter().flat_map(|entry| &entry.witnesses);
            let first = pages.min_by_key(|it| (it.claim.rank, it.source))?;
            // A folder for all models says nothing of a model.
            let namespaces = called.iter().map(|entry| entry.namespace.as_str());
            let namespace = namespaces.filter(|it| !it.is_empty()).min().unwrap_or("");
            let mut others = self
                .lookup
                .titled(namespace, &first.claim.name.value)
                .iter();
            Some(Name {
                taken: others.any(|other| model_of[other.index()] != model),
                title: first.claim.name.value.clone(),
                namespace: namespace.to_owned(),
                pages: called.iter().map(|entry| entry.witnesses.len()).sum(),
            })
        });
        names.reduce(|best, name| if name.is_better(&best) { name } else { best })
    }
}

impl Name {
    /// Whether a name is better than another: no other model has it, or more pages have it.
    fn is_better(&self, than: &Self) -> bool {
        if self.taken != than.taken {
            return than.taken;
        }
        if self.pages != than.pages {
            return self.pages > than.pages;
        }
        is_better_title(&self.title, &than.title)
    }
}

/// Of two titles that as many pages have, the longer says more, unless it only goes on where the
/// other ends: SDKs put words behind a name that is taken.
pub(crate) fn is_better_title(title: &str, than: &str) -> bool {
    let (ours, theirs) = (title.to_lowercase(), than.to_lowercase());
    if theirs.starts_with(&ours) && theirs != ours {
        return true;
    }
    theirs == ours && title > than
        || !ours.starts_with(&theirs) && (title.len(), title) > (than.len(), than)
}
