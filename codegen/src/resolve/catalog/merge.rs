//! Joins entries of the catalog that are the same model.

use std::collections::BTreeMap;

use super::ids::EntryId;
use super::linked::LinkedType;
use super::{Catalog, Entry};

impl Catalog<'_> {
    /// Joins the second of each pair of entries to the first, under the better title: one that no
    /// third model has, if there is such a one.
    pub fn absorb(&mut self, pairs: &[(EntryId, EntryId)]) {
        let gone: BTreeMap<EntryId, EntryId> =
            pairs.iter().map(|&(kept, gone)| (gone, kept)).collect();
        let mut place_of = Vec::new();
        let mut left = 0;
        for (entry, _) in self.iter() {
            place_of.push(EntryId::new(left));
            left += usize::from(!gone.contains_key(&entry));
        }
        let moved = |entry: EntryId| place_of[gone.get(&entry).unwrap_or(&entry).index()];
        let taken = |entry: &Entry<'_>| {
            let titled = self.lookup.titled(&entry.namespace, &entry.title);
            titled.len() > 1
        };
        let taken: Vec<bool> = self.entries().map(taken).collect();
        let mut absorbed = Vec::new();
        for (at, entry) in std::mem::take(&mut self.entries).into_iter().enumerate() {
            if let Some(&kept) = gone.get(&EntryId::new(at)) {
                let better = match (taken[at], taken[kept.index()]) {
                    (true, false) => Some(false),
                    (false, true) => Some(true),
                    _ => None,
                };
                absorbed.push((moved(kept), entry, better));
            } else {
                self.entries.push(entry);
            }
        }
        for (at, entry, better) in absorbed {
            let kept = &mut self[at];
            if better.unwrap_or_else(|| better_titled(&entry, kept)) {
                kept.title = entry.title;
                kept.namespace = entry.namespace;
            }
            kept.witnesses.extend(entry.witnesses);
            kept.witnesses.sort_by_key(|w| (w.claim.rank, w.source));
        }
        self.lookup.move_entries(moved);
        for ty in self.pages.iter_mut().flat_map(|page| &mut page.types) {
            *ty = std::mem::replace(ty, LinkedType::Any).map_models(&moved);
        }
    }
}

/// Whether an entry's title is better than another's: more pages have it. Of two that as many have,
/// the longer says more, unless it only goes on where the other ends: SDKs put words behind a name
/// that is taken.
fn better_titled(entry: &Entry<'_>, than: &Entry<'_>) -> bool {
    let lower = |entry: &Entry<'_>| entry.title.to_lowercase();
    let (ours, theirs) = (lower(entry), lower(than));
    let rank = |entry: &Entry<'_>| {
        let title = &entry.title;
        (entry.witnesses.len(), title.len(), title.clone())
    };
    if entry.witnesses.len() == than.witnesses.len() && ours != theirs {
        if theirs.starts_with(&ours) {
            return true;
        }
        if ours.starts_with(&theirs) {
            return false;
        }
    }
    rank(entry) > rank(than)
}
