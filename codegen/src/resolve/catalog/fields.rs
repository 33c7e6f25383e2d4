//! What rows the pages of a model have.

use super::{Catalog, Entry};
use crate::claim::{Body, FieldClaim, ModelClaim};
use crate::resolve::names::wire_case::squash;
use crate::source::Place;

/// The row of a field on the first page that has it.
pub(crate) fn place(catalog: &Catalog<'_>, entry: usize, name: &str) -> Option<Place> {
    of_field(catalog, entry, &squash(name)).map(|(_, _, field)| field.ty.place)
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
            .find(|field| squash(&field.name.value) == key)?;
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
    let mut names: Vec<String> = fields.map(|field| squash(&field.name.value)).collect();
    names.sort();
    names.dedup();
    names
}

/// Whether a page has the map for keys without a field of their own.
pub(crate) fn has_extra(entry: &Entry<'_>) -> bool {
    entry.witnesses.iter().any(|witness| {
        let language = witness.claim.language;
        match &witness.claim.body {
            Body::Fields(fields) => fields
                .iter()
                .any(|field| language.is_extra_name(&field.name.value)),
            _ => false,
        }
    })
}
