//! Which models the tables make, their names, and their claims.

use super::book::Book;
use super::table::RefTable;
use crate::claim::Source;
use crate::diagnostic::Diagnostics;

/// Makes the claims of a reference.
pub(crate) fn read(
    _book: &Book<'_>,
    _tables: &[RefTable<'_>],
    folder: String,
    _diagnostics: &mut Diagnostics,
) -> Source {
    Source {
        folder,
        models: Vec::new(),
        left_out: Vec::new(),
        not_understood: Vec::new(),
        unmatched: None,
        other_tables: Vec::new(),
    }
}
