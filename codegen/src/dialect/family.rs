//! Which family of docs reads a page.

use std::collections::BTreeMap;

use crate::page::PageFile;

/// A family of docs, which have the same structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Written by an SDK's generator: one page is one model, a folder is one SDK.
    Sdk,
    /// Written by people: a page holds many models.
    Reference,
}

/// Pages of one family. Those of a reference stand in one folder, whose path below the API's folder
/// this is; those of SDKs are split further where they are read.
#[derive(Debug)]
pub(crate) struct Shelf<'a> {
    pub family: Family,
    pub folder: String,
    pub pages: Vec<&'a PageFile>,
}

/// The pages of each family, in their order.
pub(crate) fn split(pages: &[PageFile]) -> Vec<Shelf<'_>> {
    let mut families: BTreeMap<Family, Vec<&PageFile>> = BTreeMap::new();
    for page in pages {
        families.entry(Family::Sdk).or_default().push(page);
    }
    let shelves = families.into_iter().map(|(family, pages)| Shelf {
        family,
        folder: String::new(),
        pages,
    });
    shelves.collect()
}
