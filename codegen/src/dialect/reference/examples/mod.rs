//! Whose the JSON examples of a reference are, and what they show.
//!
//! `block` and `json` read them, `ties` finds the table that each shows, and `fill` gives types to
//! fields that have none. Examples of references are abridged and old: a key that one lacks says
//! nothing, and a key that no row has is counted, but makes no field, unless settings say that it is
//! of the transport.

pub(crate) mod block;
pub(crate) mod evidence;
pub(crate) mod fill;
pub(crate) mod fit;
pub(crate) mod json;
pub(crate) mod known;
pub(crate) mod objects;
pub(crate) mod roles;
pub(crate) mod scopes;
pub(crate) mod shape;
#[cfg(test)]
mod tests;
pub(crate) mod ties;
pub(crate) mod unlisted;

use super::book::Book;
use super::table::RefTable;
use crate::claim::Source;
use crate::diagnostic::Diagnostics;
use known::Known;

/// Gives each example to the model that it shows.
pub(crate) fn attach(
    book: &Book<'_>,
    tables: &[RefTable<'_>],
    source: &mut Source,
    diagnostics: &mut Diagnostics,
) {
    let known = Known::new(&source.models);
    let ties = ties::tie(book, tables, &known);
    let envelope = &book.profile.examples.envelope;
    let found = evidence::collect(&known, &ties, envelope);
    unlisted::warn(&source.models, &found.unlisted, diagnostics);
    fill::types(book.files, &mut source.models, &found.untyped);
    fill::transport(book.files, &mut source.models, &found.transport);
    for tie in ties.into_iter().filter(|tie| tie.is_strict) {
        source.models[tie.model].examples.extend(tie.objects);
    }
}
