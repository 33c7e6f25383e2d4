//! What rows the pages of a model have.

use super::{Catalog, Entry};
use crate::claim::{Body, FieldClaim, ModelClaim};
use crate::resolve::build::field::Row;
use crate::resolve::names::key::fold_name;
use crate::source::Place;
use indexmap::IndexMap;

/// The row of a field on the first page that has it.
pub(crate) fn place(catalog: &Catalog<'_>, entry: usize, name: &str) -> Option<Place> {
    of_field(catalog, entry, &fold_name(name)).map(|(_, _, field)| field.ty.place)
}

/// The field's row on the first page that has it, and that page, by the squashed name.
pub(crate) fn of_field<'a>(
    catalog: &Catalog<'a>,
    entry: usize,
    key: &str,
) -> Option<(usize, &'a ModelClaim, &'a FieldClaim)> {
    catalog.entries[entry].witnesses.iter().find_map(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return None;
        };
        let field = fields
            .iter()
            .find(|field| fold_name(&field.name.value) == key)?;
        Some((witness.source, witness.claim, field))
    })
}

/// The squashed names of all fields on any page.
pub(crate) fn names(catalog: &Catalog<'_>, entry: usize) -> Vec<String> {
    let pages = catalog.entries[entry].witnesses.iter();
    let fields = pages.flat_map(|witness| match &witness.claim.body {
        Body::Fields(fields) => fields.as_slice(),
        _ => &[],
    });
    let mut names: Vec<String> = fields.map(|field| fold_name(&field.name.value)).collect();
    names.sort();
    names.dedup();
    names
}

/// Whether a page has the map for keys without a field of their own.
pub(crate) fn has_extra(entry: &Entry<'_>) -> bool {
    entry
        .witnesses
        .iter()
        .any(|witness| match &witness.claim.body {
            Body::Fields(fields) => fields.iter().any(|field| field.is_rest),
            _ => false,
        })
}

/// The rows of all pages by field: the fields of the first page in its order, then what only
/// others have.
pub(crate) fn join_rows<'a>(entry: &Entry<'a>) -> IndexMap<(String, usize), Vec<Row<'a>>> {
    let mut joined: IndexMap<(String, usize), Vec<Row<'a>>> = IndexMap::new();
    for &witness in &entry.witnesses {
        let Body::Fields(fields) = &witness.claim.body else {
            continue;
        };
        let mut seen: IndexMap<String, usize> = IndexMap::new();
        for field in fields {
            let key = fold_name(&field.name.value);
            // Two fields of one page may fold to the same: `_id` and `id`.
            let nth = seen
                .entry(key.clone())
                .and_modify(|nth| *nth += 1)
                .or_default();
            joined
                .entry((key, *nth))
                .or_default()
                .push(Row { witness, field });
        }
    }
    joined
}
