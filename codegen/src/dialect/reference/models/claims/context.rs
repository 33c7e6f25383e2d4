//! What all claims are made from.

use std::collections::BTreeMap;

use super::nullable::Nulls;
use super::presence::Silence;
use crate::dialect::reference::book::{Book, TableId};
use crate::dialect::reference::models::plan::{ModelId, Plan, Planned};
use crate::dialect::reference::table::{Content, FieldRow, RefTable};
use crate::dialect::reference::type_cell::TypeCells;

/// What all claims are made from.
pub(super) struct Context<'a, 'b> {
    pub book: &'a Book<'a>,
    pub tables: &'a [RefTable<'b>],
    pub plan: &'a Plan,
    pub cells: TypeCells<'a>,
    /// The tables by where they stand.
    pub by_id: BTreeMap<TableId, usize>,
    pub silence: Silence,
    pub nulls: Nulls,
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
