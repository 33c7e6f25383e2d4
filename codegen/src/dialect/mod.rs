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
use reference::Leaf;

/// Reads an API's pages into claims, one [`Source`] for each set of docs among them. A file of keys
/// says what the source of the SDK in whose folder it stands knows about the fields of its pages.
///
/// What cannot be read, and what is left unread on a page of a model, is a warning in
/// `diagnostics`; the rest of its page is read all the same. The pages of a reference are empty after
/// that: it reads them in its own way, and both trees of a large page are too much.
pub fn read(
    files: &Files,
    pages: &mut [PageFile],
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
            Family::Sdk => {
                let pages: Vec<_> = shelf.pages.iter().map(|at| &pages[*at]).collect();
                sdk::read(files, &pages, keys, config, diagnostics)
            }
            Family::Reference => {
                let own = shelf.pages.iter().map(|at| Leaf::of(&mut pages[*at]));
                let source = reference::read(
                    files,
                    shelf.folder,
                    own.collect(),
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
