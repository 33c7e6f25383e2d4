//! Which models the tables make, their names, and their claims.

pub(crate) mod claims;
pub(crate) mod plan;

use super::book::Book;
use super::table::{Content, RefTable};
use crate::claim::Source;
use crate::diagnostic::Diagnostics;
use crate::source::Located;

/// Makes the claims of a reference.
pub(crate) fn read(
    book: &Book<'_>,
    tables: &[RefTable<'_>],
    folder: String,
    diagnostics: &mut Diagnostics,
) -> Source {
    let plan = plan::plan(book, tables);
    let others = tables.iter().filter(|table| {
        matches!(table.content, Content::Binary | Content::Other)
            || (matches!(table.content, Content::Values(_) | Content::Links(_))
                && !plan.by_table.contains_key(&table.id))
    });
    Source {
        folder,
        models: claims::read(book, tables, &plan, diagnostics),
        left_out: Vec::new(),
        not_understood: Vec::new(),
        unmatched: None,
        other_tables: others
            .map(|table| Located::new(table.titles.clone(), table.header))
            .collect(),
    }
}
