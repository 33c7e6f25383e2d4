//! Which family of docs reads a page.

use std::collections::BTreeMap;

use crate::page::PageFile;

/// A family of docs, which have the same structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Written by an SDK's generator: one page is one model, a folder is one SDK.
    Sdk,
}

/// The pages of each family, in their order.
pub(crate) fn split(pages: &[PageFile]) -> BTreeMap<Family, Vec<&PageFile>> {
    let mut families: BTreeMap<Family, Vec<&PageFile>> = BTreeMap::new();
    for page in pages {
        families.entry(Family::Sdk).or_default().push(page);
    }
    families
}
