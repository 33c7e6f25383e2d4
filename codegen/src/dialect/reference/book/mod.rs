//! The pages of a reference as one: sections in their order, and where links lead.

mod context;
mod definitions;
mod links;
mod paths;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::profile::{PathPattern, Profile};
use crate::diagnostic::{Diagnostic, Topic};
use crate::page::{Anchors, Block, Definition, Page, PageFile, Site, parse_site};
use crate::source::{FileId, Files};
use context::Order;
use paths::Paths;

/// The pages of a reference.
#[derive(Debug)]
pub(crate) struct Book<'a> {
    pub files: &'a Files,
    pub profile: &'a Profile,
    pub pages: Vec<BookPage>,
    paths: Paths,
    /// The links that were followed: the same stand in many cells.
    followed: RefCell<BTreeMap<(usize, String), Landing>>,
}

/// A page that is to be read.
#[derive(Debug)]
pub(crate) struct Leaf {
    path: String,
    file: FileId,
    definitions: Vec<Definition>,
}

impl Leaf {
    /// What is needed of a page that was read as CommonMark; its tree is dropped.
    pub fn of(read: &mut PageFile) -> Self {
        let file = read.page.file;
        let page = std::mem::replace(&mut read.page, Page::empty(file));
        Self {
            path: read.path.clone(),
            file,
            definitions: page.definitions,
        }
    }
}

/// A page.
#[derive(Debug)]
pub(crate) struct BookPage {
    /// Its path below the API's folder.
    pub path: String,
    /// Its path below the folder of these pages.
    pub below: String,
    pub page: Page,
    pub anchors: Anchors,
    /// Whether the profile leaves its tables out. Links may still lead to it.
    pub is_skipped: bool,
    order: Order,
}

/// A section of a page; none is the title and what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub page: usize,
    pub section: Option<usize>,
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TableId {
    pub spot: Spot,
    /// Its index among the blocks of the section.
    pub block: usize,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Landing {
    /// To a page as a whole.
    Page(usize),
    /// To a heading.
    Section(Spot),
    /// To a table.
    Table(TableId),
    /// To a row of one.
    Row(TableId, usize),
    /// To a page of these that has no such anchor.
    NoAnchor(usize),
    /// Out of these pages.
    Elsewhere,
}

impl<'a> Book<'a> {
    /// Reads the pages of a folder anew, as sites of docs render them.
    pub fn read(files: &'a Files, folder: &str, pages: Vec<Leaf>, profile: &'a Profile) -> Self {
        let below = |path: &str| {
            let rest = path.strip_prefix(folder).unwrap_or(path);
            rest.trim_start_matches('/').to_owned()
        };
        let site = Site {
            headings: profile.prose.heading_tags.iter().cloned().collect(),
            definitions: definitions::shared(&pages, profile, below),
        };
        let rules = &profile.files;
        let is_skipped = |below: &str| {
            let fits = |pattern: &PathPattern| pattern.fits(below);
            let is_in = rules.include.is_empty() || rules.include.iter().any(fits);
            !is_in || rules.exclude.iter().any(fits)
        };
        let pages: Vec<_> = pages
            .into_iter()
            .map(|leaf| {
                let page = parse_site(files, leaf.file, &site);
                let below = below(&leaf.path);
                BookPage {
                    path: leaf.path,
                    is_skipped: is_skipped(&below),
                    below,
                    anchors: Anchors::new(&page),
                    order: Order::new(&page),
                    page,
                }
            })
            .collect();
        Self {
            files,
            profile,
            paths: Paths::new(&pages),
            followed: RefCell::default(),
            pages,
        }
    }

    /// The patterns of paths in the settings that no page has.
    pub fn vain(&self) -> impl Iterator<Item = Diagnostic> {
        let own = self.profile.files.own.iter();
        let vain = own.filter(|pattern| {
            let mut pages = self.pages.iter();
            !pages.any(|page| pattern.value.fits(&page.below))
        });
        vain.map(|pattern| {
            let message = format!("no page has a path like `{}`", pattern.value.written());
            Diagnostic::warning(Topic::Setting, pattern.place, message).hint(
                "patterns are compared with paths below the folder of the pages; `*` is any part",
            )
        })
    }

    /// The blocks of a section.
    pub fn blocks(&self, spot: Spot) -> &[Block] {
        let page = &self.pages[spot.page].page;
        match spot.section {
            Some(section) => &page.sections[section].blocks,
            None => &page.intro,
        }
    }

    /// All sections of a page in its order, the title first.
    pub fn spots(&self, page: usize) -> impl Iterator<Item = Spot> + use<> {
        let sections = 0..self.pages[page].page.sections.len();
        let title = Spot {
            page,
            section: None,
        };
        let sections = sections.map(move |section| Spot {
            page,
            section: Some(section),
        });
        std::iter::once(title).chain(sections)
    }
}
