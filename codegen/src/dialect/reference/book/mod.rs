//! The pages of a reference as one: sections in their order, and where links lead.

use std::collections::BTreeMap;

use super::profile::Profile;
use crate::page::{Anchors, Block, Page, PageFile, Site, Table, parse_site};
use crate::source::Files;

/// The pages of a reference.
#[derive(Debug)]
pub(crate) struct Book<'a> {
    pub files: &'a Files,
    pub profile: &'a Profile,
    pub pages: Vec<BookPage>,
    /// The pages by path.
    pub by_path: BTreeMap<String, usize>,
}

/// A page.
#[derive(Debug)]
pub(crate) struct BookPage {
    /// Its path below the API's folder.
    pub path: String,
    pub page: Page,
    pub anchors: Anchors,
    /// Whether the profile leaves its tables out. Links may still lead to it.
    pub is_skipped: bool,
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
    /// Reads the pages anew, as sites of docs render them.
    pub fn read(files: &'a Files, pages: &[&PageFile], profile: &'a Profile) -> Self {
        let site = Site::default();
        let pages: Vec<_> = pages
            .iter()
            .map(|file| {
                let page = parse_site(files, file.page.file, &site);
                BookPage {
                    path: file.path.clone(),
                    anchors: Anchors::new(&page),
                    page,
                    is_skipped: false,
                }
            })
            .collect();
        let by_path = pages.iter().enumerate();
        let by_path = by_path.map(|(at, page)| (page.path.clone(), at)).collect();
        Self {
            files,
            profile,
            pages,
            by_path,
        }
    }

    /// The blocks of a section.
    pub fn blocks(&self, spot: Spot) -> &[Block] {
        let page = &self.pages[spot.page].page;
        match spot.section {
            Some(section) => &page.sections[section].blocks,
            None => &page.intro,
        }
    }

    /// A table.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        match self.blocks(id.spot).get(id.block) {
            Some(Block::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// Where a link on a page leads.
    pub fn follow(&self, _page: usize, _target: &str) -> Landing {
        Landing::Elsewhere
    }
}
