//! What links to a section, a table or a name mean.

use std::collections::BTreeMap;

use super::build::Built;
use super::{ModelId, PlannedBody};
use crate::claim::Role;
use crate::dialect::reference::book::{Book, Spot};
use crate::dialect::reference::table::RefTable;

/// What links to sections mean: the section's own table, else the first table of fields below it,
/// else the first of values. Parameters and replies of endpoints come last.
pub(super) fn by_section(
    book: &Book<'_>,
    tables: &[RefTable<'_>],
    built: &Built,
) -> BTreeMap<Spot, ModelId> {
    let mut own: BTreeMap<Spot, ModelId> = BTreeMap::new();
    let mut below: BTreeMap<Spot, (u8, ModelId)> = BTreeMap::new();
    for (table, &id) in &built.by_table {
        let spot = tables[*table].id.spot;
        let draft = &built.drafts[id.0];
        let is_values = matches!(draft.body, PlannedBody::Values(_));
        if !is_values || !has_fields(built, own.get(&spot)) {
            own.entry(spot).or_insert(id);
        }
        let rank = match (&draft.role, is_values) {
            (_, true) => 3,
            (Some(Role::Request | Role::Query), _) => 2,
            (Some(Role::Response), _) => 1,
            (None, _) => 0,
        };
        for above in book.above(spot).skip(1) {
            let known = below.entry(above).or_insert((rank, id));
            if known.0 > rank {
                *known = (rank, id);
            }
        }
    }
    for (spot, (_, id)) in below {
        own.entry(spot).or_insert(id);
    }
    own
}

fn has_fields(built: &Built, id: Option<&ModelId>) -> bool {
    id.is_some_and(|id| !matches!(built.drafts[id.0].body, PlannedBody::Values(_)))
}
