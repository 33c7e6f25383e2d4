//! The rows of all pages of a model, by field.

use indexmap::IndexMap;

use super::ids::{EntryId, NameId};
use super::linked::LinkedType;
use super::{Catalog, Entry, Witness};
use crate::claim::{Body, FieldClaim};
use crate::source::Place;

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
        let mut joined = JoinedRows::new();
        for &witness in &entry.witnesses {
            let Body::Fields(fields) = &witness.claim.body else {
                continue;
            };
            let page = self.page(&witness);
            // Only a page with fewer names than rows has a duplicate name.
            let counted = page.name_set.len() < page.names.len();
            let mut seen: IndexMap<NameId, usize> = IndexMap::new();
            for (at, (field, &name)) in fields.iter().zip(&page.names).enumerate() {
                let nth = if counted {
                    let seen = seen.entry(name).or_default();
                    *seen += 1;
                    *seen - 1
                } else {
                    0
                };
                let row = Row { witness, field, at };
                joined.entry((name, nth)).or_default().push(row);
            }
        }
        joined
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
    /// The names of all fields on any page.
    pub fn names(&self) -> impl Iterator<Item = NameId> {
        let first = self.rows.keys().filter(|(_, nth)| *nth == 0);
        first.map(|(name, _)| *name)
    }

    /// Whether a page has the map for keys without a field of their own.
    pub fn has_rest(&self) -> bool {
        let mut rows = self.rows.values().flatten();
        rows.any(|row| row.field.is_rest)
    }
}
