//! From planned models to claims: rows, types, what links mean, nested models.

use super::plan::Plan;
use crate::claim::ModelClaim;
use crate::diagnostic::Diagnostics;
use crate::dialect::reference::book::Book;
use crate::dialect::reference::table::RefTable;

/// The claims of all planned models, and of those that are nested in them.
pub(crate) fn read(
    _book: &Book<'_>,
    _tables: &[RefTable<'_>],
    _plan: &Plan,
    _diagnostics: &mut Diagnostics,
) -> Vec<ModelClaim> {
    Vec::new()
}
