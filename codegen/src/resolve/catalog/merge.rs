//! Entries of the catalog that are one model, joined.

use std::collections::BTreeMap;

use super::{Catalog, Entry};

impl Catalog<'_> {
    /// Joins the second of each pair of entries to the first, under the better title: one that no
    /// third model has, if there is such a one.
    pub fn absorb(&mut self, pairs: &[(usize, usize)]) {
        let gone: BTreeMap<usize, usize> = pairs.iter().map(|&(kept, gone)| (gone, kept)).collect();
        let mut place_of = Vec::new();
        let mut left = 0;
        for entry in 0..self.entries.len() {
            place_of.push(left);
            left += usize::from(!gone.contains_key(&entry));
        }
        let moved = |entry: usize| place_of[gone.get(&entry).copied().unwrap_or(entry)];
        let key = |entry: &Entry<'_>| (entry.namespace.clone(), entry.title.to_lowercase());
        let taken = |entry: &Entry<'_>| self.by_title.get(&key(entry)).map_or(0, Vec::len) > 1;
        let taken: Vec<bool> = self.entries.iter().map(taken).collect();
        let mut absorbed = Vec::new();
        for (at, entry) in std::mem::take(&mut self.entries).into_iter().enumerate() {
            if let Some(&kept) = gone.get(&at) {
                let better = match (taken[at], taken[kept]) {
                    (true, false) => Some(false),
                    (false, true) => Some(true),
                    _ => None,
                };
                absorbed.push((moved(at), entry, better));
            } else {
                self.entries.push(entry);
            }
        }
        for (at, entry, better) in absorbed {
            let kept = &mut self.entries[at];
            if better.unwrap_or_else(|| better_titled(&entry, kept)) {
                kept.title = entry.title;
                kept.namespace = entry.namespace;
            }
            kept.witnesses.extend(entry.witnesses);
            kept.witnesses.sort_by_key(|w| (w.claim.rank, w.source));
        }
        for there in self.by_page.values_mut().flatten() {
            there.1 = moved(there.1);
        }
        for entries in self.by_title.values_mut().chain(self.by_name.values_mut()) {
            for entry in entries.iter_mut() {
                *entry = moved(*entry);
            }
            entries.sort_unstable();
            entries.dedup();
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
