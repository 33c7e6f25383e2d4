//! Whose the JSON examples of a reference are, and what they show.
//!
//! `block` and `json` read them, `ties` finds the table that each shows, and `fill` gives types to
//! fields that have none. Examples of references are abridged and old: a key that one lacks says
//! nothing, and a key that no row has is counted, but makes no field.

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
use crate::source::Located;
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
    let strict = ties.into_iter().filter(|tie| tie.is_strict);
    let strict = strict.map(|tie| (tie.model, tie.without_transport(&known, envelope)));
    let strict: Vec<_> = strict.collect();
    fill::types(book.files, &mut source.models, &found.untyped);
    for (model, examples) in strict {
        source.models[model].examples.extend(examples);
    }
}
