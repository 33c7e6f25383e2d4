//! From planned models to claims: rows, types, what links mean, nested models.
//!
//! A planned model becomes one claim, and each field with rows below it, list of values of its own
//! or partial type one more, behind it.

mod constants;
mod context;
mod enums;
mod fields;
mod home;
mod made;
mod meaning;
mod models;
mod nested;
mod nullable;
mod presence;
mod shapes;
mod unions;
mod unread;
mod values;

#[cfg(test)]
mod tests;

use super::plan::Plan;
use crate::claim::ModelClaim;
use crate::diagnostic::Diagnostics;
use crate::dialect::reference::book::Book;
use crate::dialect::reference::table::RefTable;
use crate::source::Place;
use context::Context;
use made::Made;

/// The claims of all planned models and of those that are nested in them, and the rows that are
/// parts of forms.
pub(crate) fn read(
    book: &Book<'_>,
    tables: &[RefTable<'_>],
    plan: &Plan,
    diagnostics: &mut Diagnostics,
) -> (Vec<ModelClaim>, Vec<Place>) {
    let cx = Context::new(book, tables, plan);
    let mut made = Made::new(plan);
    let mut maker = models::Maker {
        cx: &cx,
        made: &mut made,
        diagnostics,
    };
    maker.all();
    (made.models, made.form_parts)
}
