//! The titles of an SDK's pages.

use std::collections::BTreeMap;

use super::kind::SortedPage;
use crate::fold::fold_name;

/// The titles of all pages of an SDK, found whatever their case.
#[derive(Debug, Default)]
pub(crate) struct Titles<'t>(BTreeMap<String, Vec<&'t str>>);

impl<'t> Titles<'t> {
    /// Of pages, sorted already.
    pub fn of(pages: &'t [SortedPage<'_>]) -> Self {
        let mut titles = Self::default();
        for title in pages.iter().filter_map(|sorted| sorted.page.title.as_ref()) {
            let alike = titles.0.entry(fold_name(&title.text)).or_default();
            alike.push(&title.text);
        }
        titles
    }

    /// Whether a page has exactly that title.
    pub fn contains(&self, title: &str) -> bool {
        let alike = self.0.get(&fold_name(title));
        alike.is_some_and(|alike| alike.contains(&title))
    }

    /// The title that a name means, case and separators aside.
    pub fn find(&self, name: &str) -> Option<&'t str> {
        self.0.get(&fold_name(name))?.first().copied()
    }

    /// The title of the member that a union calls by a key of its own: `PetCat` for `Cat` in `Pet`.
    ///
    /// Where what is read and what is written differ, generators split unions and members, and mark
    /// one of the two: beside `PetInput`, `Pet` is what is read.
    pub fn of_member(&self, union: &str, key: &str) -> Option<&'t str> {
        const INPUT: &str = "Input";
        const OUTPUT: &str = "Output";
        let find = |base: &str, side: &str| self.find(&format!("{base}{key}{side}"));
        for side in [INPUT, OUTPUT] {
            if let Some(base) = union.strip_suffix(side) {
                let found = find(union, "").or_else(|| find(base, side));
                return found.or_else(|| find(base, ""));
            }
        }
        let is_read = self.contains(&format!("{union}{INPUT}"));
        let read = is_read.then(|| find(union, OUTPUT)).flatten();
        read.or_else(|| find(union, ""))
    }
}
