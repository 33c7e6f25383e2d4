//! Which models the tables make, their names, and their claims.

pub(crate) mod claims;
pub(crate) mod plan;

use std::collections::BTreeSet;

use super::book::Book;
use super::table::RefTable;
use crate::claim::{LeftOut, Reason, Source};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Located;
use plan::Plan;

/// Makes the claims of a reference. What settings name in vain is added to `vain`: they may mean
/// another one.
pub(crate) fn read(
    book: &Book<'_>,
    tables: &[RefTable<'_>],
    folder: String,
    vain: &mut Vec<Diagnostic>,
    diagnostics: &mut Diagnostics,
) -> Source {
    let mut plan = plan::plan(book, tables);
    vain.append(&mut plan.vain);
    let others = tables.iter();
    let others = others.filter(|table| !plan.by_table.contains_key(&table.id));
    let (models, form_parts) = claims::read(book, tables, &plan, diagnostics);
    let mut without_field: Vec<_> = tables
        .iter()
        .flat_map(|table| table.without_field.iter().copied())
        .chain(form_parts)
        .collect();
    // A row may be read for several models.
    without_field.sort_unstable();
    without_field.dedup();
    Source {
        folder,
        models,
        left_out: left_out(book, &plan),
        not_understood: Vec::new(),
        unmatched: None,
        other_tables: others
            .map(|table| Located::new(table.titles.clone(), table.header))
            .collect(),
        without_field,
    }
}

/// The pages that describe no model.
fn left_out(book: &Book<'_>, plan: &Plan) -> Vec<LeftOut> {
    let described: BTreeSet<usize> = plan.models.iter().map(|model| model.spot.page).collect();
    let pages = book.pages.iter().enumerate();
    let pages = pages.filter(|(at, _)| !described.contains(at));
    pages
        .map(|(_, page)| LeftOut {
            file: page.page.file,
            title: page
                .page
                .title
                .as_ref()
                .map(|title| title.text.clone())
                .unwrap_or_default(),
            namespace: String::new(),
            reason: Reason::NotAModel,
            is_user_type: false,
        })
        .collect()
}
