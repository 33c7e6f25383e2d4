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
pub(crate) mod ties;

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
    _diagnostics: &mut Diagnostics,
) {
    let known = Known::new(&source.models);
    let ties = ties::tie(book, tables, &known);
    let envelope = &book.profile.examples.envelope;
    let found = evidence::collect(&known, &ties, envelope);
    fill::types(book.files, &mut source.models, &found.untyped);
    for tie in ties {
        let model = &mut source.models[tie.model];
        if tie.is_strict {
            let objects = tie.objects.into_iter();
            let objects = objects.map(|(value, place)| Located::new(value, place));
            model.examples.extend(objects);
        }
    }
}
