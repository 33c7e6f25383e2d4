//! What all claims are made from.

use std::collections::BTreeMap;

use super::nullable::Nulls;
use super::presence::Silence;
use crate::dialect::reference::book::{Book, TableId};
use crate::dialect::reference::models::plan::{ModelId, Plan, Planned};
use crate::dialect::reference::table::{Content, FieldRow, RefTable};
use crate::dialect::reference::type_cell::TypeCells;
use crate::fold::fold_name;

/// What all claims are made from.
pub(super) struct Context<'a, 'b> {
    pub book: &'a Book<'a>,
    pub tables: &'a [RefTable<'b>],
    pub plan: &'a Plan,
    pub cells: TypeCells<'a>,
    /// The tables by where they stand.
    pub by_id: BTreeMap<TableId, usize>,
    /// By page and heading: what cells of that page may call a model that has another title because
    /// other pages have one of the name. None where a page has several.
    pub by_heading: BTreeMap<(usize, String), Option<ModelId>>,
    pub silence: Silence,
    pub nulls: Nulls,
}

/// The models that describe no call, by page and heading.
fn by_heading(book: &Book<'_>, plan: &Plan) -> BTreeMap<(usize, String), Option<ModelId>> {
    let mut found: BTreeMap<(usize, String), Option<ModelId>> = BTreeMap::new();
    for (at, model) in plan.models.iter().enumerate() {
        let Some(heading) = book.heading(model.spot) else {
            continue;
        };
        if model.role.is_some() {
            continue;
        }
        let mut text = heading.text.trim().to_owned();
        let mut names = vec![fold_name(&text)];
        for pattern in &book.profile.models.heading_strip.0 {
            let shorter = pattern.strip(&text).trim().to_owned();
            if !shorter.is_empty() {
                text = shorter;
            }
        }
        names.push(fold_name(&text));
        names.dedup();
        for name in names {
            let id = Some(ModelId(at));
            let known = found.entry((model.spot.page, name)).or_insert(id);
            if *known != id {
                *known = None;
            }
        }
    }
    found
}

impl<'a, 'b> Context<'a, 'b> {
    pub fn new(book: &'a Book<'a>, tables: &'a [RefTable<'b>], plan: &'a Plan) -> Self {
        let by_id = tables.iter().enumerate();
        let cells = TypeCells::new(book.profile);
        Self {
            book,
            tables,
            plan,
            by_id: by_id.map(|(at, table)| (table.id, at)).collect(),
            by_heading: by_heading(book, plan),
            silence: Silence::new(book.profile, tables, plan),
            nulls: Nulls::new(tables, &cells),
            cells,
        }
    }

    /// A planned model.
    pub fn planned(&self, id: ModelId) -> &'a Planned {
        &self.plan.models[id.0]
    }

    /// The rows of a table of fields.
    pub fn rows(&self, table: usize) -> &'a [FieldRow<'b>] {
        match self.tables.get(table).map(|table| &table.content) {
            Some(Content::Fields(rows)) => rows,
            _ => &[],
        }
    }
}
