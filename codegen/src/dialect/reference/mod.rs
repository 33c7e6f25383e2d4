//! Pages that people write: one page holds many models, and the unit is a table under its heading.
//!
//! The folders are the steps, in this order: `profile` is the words and patterns by which all else
//! is read, `book` the pages and how links lead through them, `table` what a table is and what its
//! rows say, `type_cell` what a type cell says, `models` which models the tables make and their
//! claims, and `examples` whose the JSON between them is.

pub(crate) mod book;
pub(crate) mod examples;
pub(crate) mod models;
pub(crate) mod profile;
pub(crate) mod table;
pub(crate) mod type_cell;

#[cfg(test)]
mod tests;

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Files;
use book::Book;
pub(crate) use book::Leaf;
use profile::Profile;

/// Reads the pages of a reference, which stand in one folder, into claims. What settings name in
/// vain is added to `vain`: they may mean another one.
pub(crate) fn read(
    files: &Files,
    folder: String,
    pages: Vec<Leaf>,
    config: &Config,
    vain: &mut Vec<Diagnostic>,
    diagnostics: &mut Diagnostics,
) -> Source {
    let profile = Profile::of(config);
    let book = Book::read(files, &folder, pages, &profile);
    vain.extend(book.vain());
    let tables = table::read(&book, diagnostics);
    let mut source = models::read(&book, &tables, folder, vain, diagnostics);
    examples::attach(&book, &tables, &mut source, diagnostics);
    source
}
