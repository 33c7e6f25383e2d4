//! `[reference.files]` and `[reference.links]`: which pages there are, and where links lead.

use super::super::section::Section;
use super::change::list;
use super::flag;
use super::path_pattern::PathPattern;
use super::pattern::{self, Patterns};
use crate::source::Located;

/// `[reference.files]`: patterns of paths below the source's folder, with `*` for any characters.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct FileRules {
    pub include: Vec<PathPattern>,
    pub exclude: Vec<PathPattern>,
    /// Pages whose link definitions hold on all pages.
    pub definitions: Vec<PathPattern>,
    /// Those of them that stand in `spec.toml`.
    pub own: Vec<Located<PathPattern>>,
}

/// `[reference.links]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct LinkRules {
    /// What an absolute link is below: `/docs/`.
    pub roots: Vec<String>,
    /// URLs that are pages of this folder.
    pub own_urls: Vec<String>,
    /// Folders above the pages that links leave out, or have and the pages have not.
    pub page_roots: Vec<String>,
    /// Whether a link means the only page of its file name.
    pub by_basename: bool,
    /// In a description: names a table by its anchor; the first group.
    pub attach: Patterns,
}

pub(super) fn files(table: &mut Section<'_>, files: &mut FileRules) {
    let is_own = !table.is_trusted();
    let lists = [
        ("include", &mut files.include),
        ("exclude", &mut files.exclude),
        ("definitions", &mut files.definitions),
    ];
    for (key, patterns) in lists {
        let places = list(table, key, patterns).into_iter();
        // What is added stands first.
        let own = places.zip(patterns.iter());
        let own = own.map(|(place, pattern)| Located::new(pattern.clone(), place));
        files.own.extend(own.filter(|_| is_own));
    }
}

pub(super) fn links(table: &mut Section<'_>, links: &mut LinkRules) {
    list(table, "roots", &mut links.roots);
    list(table, "own-urls", &mut links.own_urls);
    list(table, "page-roots", &mut links.page_roots);
    flag(table, "by-basename", &mut links.by_basename);
    pattern::grouped::<1>(table, "attach", &mut links.attach);
}
