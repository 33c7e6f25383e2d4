//! From pages to claims: what the headings, columns, marks and type cells of docs mean.
//!
//! Docs come in families, each read in a folder of its own and closed behind one `read`. What a
//! single cell says is the same in all of them: `cells`.

pub(crate) mod cells;
pub(crate) mod family;
pub(crate) mod sdk;

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::page::PageFile;
use crate::source::Files;
use family::Family;

/// Reads an API's pages into claims, one [`Source`] for each set of docs among them.
///
/// What cannot be read, and what is left unread on a page of a model, is a warning in
/// `diagnostics`; the rest of its page is read all the same.
pub fn read(
    files: &Files,
    pages: &[PageFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let families = family::split(pages).into_iter();
    families
        .flat_map(|(family, pages)| match family {
            Family::Sdk => sdk::read(files, &pages, config, diagnostics),
        })
        .collect()
}
