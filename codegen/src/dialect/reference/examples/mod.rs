//! Whose the JSON examples of a reference are.

use super::book::Book;
use super::table::RefTable;
use crate::claim::Source;
use crate::diagnostic::Diagnostics;

/// Gives each example to the model that it shows.
pub(crate) fn attach(
    _book: &Book<'_>,
    _tables: &[RefTable<'_>],
    _source: &mut Source,
    _diagnostics: &mut Diagnostics,
) {
}
