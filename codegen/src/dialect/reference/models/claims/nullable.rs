//! What it means that a type does not say null.

use crate::claim::{Role, Stated};
use crate::dialect::reference::table::{Content, FieldRow, RefTable};
use crate::dialect::reference::type_cell::TypeCells;

/// How types say null.
pub(super) struct Nulls {
    /// Whether so many types say null that the others say that it may not come.
    are_marked: bool,
}

/// Fewer marks are an accident.
const LEAST: usize = 5;

impl Nulls {
    pub fn new(tables: &[RefTable<'_>], cells: &TypeCells<'_>) -> Self {
        let mut marked = 0;
        for table in tables {
            if let Content::Fields(rows) = &table.content {
                marked += count(rows, cells);
            }
        }
        Self {
            are_marked: marked >= LEAST,
        }
    }

    /// What a type says that does not say null. Of what is sent nothing is known.
    pub fn unmarked(&self, role: Option<Role>) -> Stated {
        match role {
            None | Some(Role::Response) if self.are_marked => Stated::No,
            _ => Stated::Silent,
        }
    }
}

fn count(rows: &[FieldRow<'_>], cells: &TypeCells<'_>) -> usize {
    let rows = rows.iter().map(|row| {
        let ty = row.ty.map(|cell| cells.read(&cell.inlines, cell.place));
        let is_nullable = ty.is_some_and(|reading| reading.is_nullable);
        usize::from(is_nullable) + count(&row.children, cells)
    });
    rows.sum()
}
