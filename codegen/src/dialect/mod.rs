//! From pages to claims: the meaning of headings, columns, required marks and type cells.
//!
//! Docs come in families. Each family has a folder with one entry function `read`. `cells` reads
//! single cells, for all families.

pub(crate) mod cells;
pub(crate) mod family;
pub(crate) mod reference;
pub(crate) mod sdk;

use std::collections::BTreeMap;

use crate::claim::Source;
use crate::config::{Config, Family};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::keys::KeysFile;
use crate::page::PageFile;
use crate::source::Files;

/// Reads an API's pages into claims, one [`Source`] for each set of docs among them. A file of keys
/// says what the source of the SDK in whose folder it stands knows about the fields of its pages.
///
/// What cannot be read, and what is left unread on a page of a model, is a warning in
/// `diagnostics`; the rest of its page is read all the same.
pub fn read(
    files: &Files,
    pages: &[PageFile],
    keys: &[KeysFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let shelves = family::split(files, pages, config);
    let references = shelves.iter();
    let references = references.filter(|shelf| shelf.family == Family::Reference);
    let references = references.count();
    let mut vain = Vec::new();
    let sources = shelves
        .into_iter()
        .flat_map(|shelf| match shelf.family {
            Family::Sdk => sdk::read(files, &shelf.pages, keys, config, diagnostics),
            Family::Reference => {
                let source = reference::read(
                    files,
                    shelf.folder,
                    &shelf.pages,
                    config,
                    &mut vain,
                    diagnostics,
                );
                vec![source]
            }
        })
        .collect();
    report_vain(&vain, references, diagnostics);
    sources
}

/// Reports the settings that none of the references has a use for.
fn report_vain(vain: &[Diagnostic], references: usize, diagnostics: &mut Diagnostics) {
    let mut by_place: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
    for error in vain {
        by_place.entry(error.place).or_default().push(error);
    }
    let everywhere = by_place
        .into_values()
        .filter(|errors| errors.len() == references);
    for errors in everywhere {
        diagnostics.push(errors[0].clone());
    }
}
