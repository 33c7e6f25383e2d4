//! Models in the order of the pages, whenever they were found.

use std::collections::BTreeMap;

use super::ModelId;
use super::build::Built;
use crate::dialect::reference::book::Spot;
use crate::dialect::reference::table::RefTable;

/// Puts models into the order of the pages; what names them is changed with them.
pub(super) fn sort(
    built: &mut Built,
    by_section: &mut BTreeMap<Spot, ModelId>,
    tables: &[RefTable<'_>],
) {
    let mut header = vec![None; built.drafts.len()];
    for (table, id) in &built.by_table {
        header[id.0].get_or_insert(tables[*table].header.start);
    }
    let mut order: Vec<usize> = (0..built.drafts.len()).collect();
    order.sort_by_key(|&at| {
        let draft = &built.drafts[at];
        (draft.spot, header[at].unwrap_or(draft.place.start))
    });
    let mut new = vec![ModelId(0); order.len()];
    for (to, &from) in order.iter().enumerate() {
        new[from] = ModelId(to);
    }
    let mut drafts: Vec<_> = std::mem::take(&mut built.drafts)
        .into_iter()
        .map(Some)
        .collect();
    built.drafts = order.iter().filter_map(|&at| drafts[at].take()).collect();
    let ids = built.drafts.iter_mut().flat_map(|draft| &mut draft.extends);
    let ids = ids
        .chain(built.by_table.values_mut())
        .chain(by_section.values_mut());
    for id in ids {
        *id = new[id.0];
    }
    let labels = std::mem::take(&mut built.labels).into_iter();
    let labels = labels.map(|((of, name), id)| ((new[of.0], name), new[id.0]));
    built.labels = labels.collect();
}
