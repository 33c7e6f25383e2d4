//! What all claims are made from.

use std::collections::BTreeMap;

use super::nullable::Nulls;
use super::presence::Silence;
use crate::dialect::reference::book::Book;
use crate::dialect::reference::models::plan::{ModelId, Plan, Planned, PlannedBody};
use crate::dialect::reference::table::{Content, FieldRow, RefTable};
use crate::dialect::reference::type_cell::TypeCells;
use crate::fold::fold_name;

/// What all claims are made from.
pub(super) struct Context<'a, 'b> {
    pub book: &'a Book<'a>,
    pub tables: &'a [RefTable<'b>],
    pub plan: &'a Plan,
    pub cells: TypeCells<'a>,
    /// By page and heading: what cells of that page may call a model that has another title because
    /// other pages have one of the name. None where a page has several.
    pub by_heading: BTreeMap<(usize, String), Option<ModelId>>,
    /// The value by which a table of links tells a member of its union from the others: by member
    /// and table.
    pub tags: BTreeMap<(ModelId, usize), String>,
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
        let cells = TypeCells::new(book.profile);
        let mut cx = Self {
            book,
            tables,
            plan,
            by_heading: by_heading(book, plan),
            silence: Silence::new(book.profile, tables, plan),
            nulls: Nulls::new(tables, &cells),
            cells,
            tags: BTreeMap::new(),
        };
        cx.tags = cx.tags();
        cx
    }

    fn tags(&self) -> BTreeMap<(ModelId, usize), String> {
        let mut tags = BTreeMap::new();
        for model in &self.plan.models {
            let PlannedBody::Links(table) = model.body else {
                continue;
            };
            let Some(Content::Links(links)) = self.tables.get(table).map(|table| &table.content)
            else {
                continue;
            };
            for row in links.values.iter().flat_map(|values| &values.values) {
                let link = row.link.as_ref();
                let member = link.and_then(|link| self.linked(model.spot.page, link));
                if let Some(member) = member {
                    let value = || row.value.value.clone();
                    tags.entry((member, table)).or_insert_with(value);
                }
            }
        }
        tags
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
