//! The rows of all pages of a model, by field.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EntryId, NameId};
use super::linked::LinkedType;
use super::{Catalog, Entry, Witness};
use crate::claim::{Body, FieldClaim};
use crate::map::IndexMap;
use crate::source::Place;
use crate::work;

/// A row and the page that it stands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub witness: Witness<'a>,
    pub field: &'a FieldClaim,
    /// Its place among the rows of the page.
    at: usize,
}

/// The rows of all pages by field: the fields of the first page in its order, then what only
/// others have. Two fields of one page may have one name, `_id` and `id`, and are counted.
pub(crate) type JoinedRows<'a> = IndexMap<(NameId, usize), Vec<Row<'a>>>;

impl<'a> Catalog<'a> {
    /// Joins the rows of every model, once it is known which pages describe it.
    pub fn join_rows(&mut self) {
        for index in 0..self.entries.len() {
            self.entries[index].rows = self.rows_of(&self.entries[index]);
        }
    }

    fn rows_of(&self, entry: &Entry<'a>) -> JoinedRows<'a> {
        let mut joined = JoinedRows::default();
        let renamed = self.renamed(entry);
        // The key that the source of an SDK says for a field of several of one name.
        let mut places: BTreeMap<(NameId, &str), usize> = BTreeMap::new();
        let mut of_keys: BTreeSet<(NameId, usize)> = BTreeSet::new();
        for &witness in &entry.witnesses {
            let Body::Fields(fields) = &witness.claim.body else {
                continue;
            };
            let page = self.page(&witness);
            // Only a page with fewer names than rows has a duplicate name.
            let counted = page.name_set.len() < page.names.len();
            let mut taken: BTreeSet<(NameId, usize)> = BTreeSet::new();
            // Below this none is free: a page may have one name 10,000 times.
            let mut least_free: BTreeMap<NameId, usize> = BTreeMap::new();
            for (at, (field, &name)) in fields.iter().zip(&page.names).enumerate() {
                let key = field.source_key.as_ref().map(|key| key.value.key.as_str());
                let name = match key {
                    None => renamed.get(&name).copied().unwrap_or(name),
                    Some(_) => name,
                };
                if !counted && key.is_none() && places.is_empty() {
                    let row = Row { witness, field, at };
                    let rows = joined.entry((name, 0));
                    rows.or_insert_with(|| Vec::with_capacity(1)).push(row);
                    continue;
                }
                let known = key.unwrap_or(&field.name.value);
                let known = places.get(&(name, known)).copied();
                let known = known.filter(|nth| !taken.contains(&(name, *nth)));
                let nth = known.unwrap_or_else(|| {
                    let next = least_free.entry(name).or_default();
                    // Beside another key of the name on one page it is another field; alone, the
                    // SDKs may disagree how one key is spelt.
                    while taken.contains(&(name, *next))
                        || counted && of_keys.contains(&(name, *next))
                    {
                        work::count(1);
                        *next += 1;
                    }
                    *next
                });
                if let Some(key) = key {
                    let nth = *places.entry((name, key)).or_insert(nth);
                    of_keys.insert((name, nth));
                }
                taken.insert((name, nth));
                let row = Row { witness, field, at };
                joined.entry((name, nth)).or_default().push(row);
            }
        }
        joined
    }

    /// The names by keys of fields that have another name on some page: `guids` for `guid`. Pages of
    /// an SDK without a source say the latter alone.
    fn renamed(&self, entry: &Entry<'a>) -> BTreeMap<NameId, NameId> {
        let mut renamed: BTreeMap<NameId, Option<NameId>> = BTreeMap::new();
        let mut keys: BTreeSet<NameId> = BTreeSet::new();
        for witness in &entry.witnesses {
            let Body::Fields(fields) = &witness.claim.body else {
                continue;
            };
            for (field, &by_key) in fields.iter().zip(&self.page(witness).names) {
                if field.source_key.is_none() {
                    continue;
                }
                keys.insert(by_key);
                if let Some(name) = self.names.get(&field.name.value) {
                    let known = renamed.entry(name).or_insert(Some(by_key));
                    *known = known.filter(|known| *known == by_key);
                }
            }
        }
        let renamed = renamed.into_iter();
        let several = renamed.filter(|(name, _)| !keys.contains(name));
        several
            .filter_map(|(name, key)| Some((name, key?)))
            .collect()
    }

    /// What the type cell of a row says.
    pub fn type_of(&self, row: &Row<'_>) -> &LinkedType {
        &self.types(&row.witness)[row.at]
    }

    /// The row of a field on the first page that has it.
    pub fn row_of(&self, entry: EntryId, name: NameId) -> Option<&Row<'a>> {
        self[entry].rows.get(&(name, 0))?.first()
    }

    /// Where the first page that has a field says its type.
    pub fn place_of_type(&self, entry: &Entry<'_>, name: &str) -> Option<Place> {
        let name = self.names.get(name)?;
        let row = entry.rows.get(&(name, 0))?.first()?;
        Some(row.field.ty.place)
    }
}

impl Entry<'_> {
    /// Whether a page has the map for keys without a field of their own.
    pub fn has_rest(&self) -> bool {
        let mut rows = self.rows.values().flatten();
        rows.any(|row| row.field.is_rest)
    }
}
