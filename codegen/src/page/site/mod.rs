//! Markdown as sites of docs render it: components and HTML around headings, tables and text,
//! attributes behind headings, definitions of other pages.
//!
//! [`prepare`] blanks what is none of markdown's, so that every byte keeps its place, and keeps it
//! as marks; [`reader`] reads what is left and puts the marks between its blocks.

mod containers;
mod fence;
mod html_table;
mod lookups;
mod open;
mod prepare;
mod reader;
mod runs;
mod tags;

use std::collections::BTreeMap;

use super::tree::Page;
use super::{broken_rows, events};
use crate::source::{FileId, Files};

/// What a site knows beside a page.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Components whose text is a heading, with its level: `RouteHeader` is 2.
    pub headings: BTreeMap<String, u8>,
    /// Targets of labels that hold on all pages; those of the page come first. Labels are as in
    /// [`super::Definition::label`].
    pub definitions: BTreeMap<String, String>,
}

/// Reads a markdown file of a site. Every text is a page.
///
/// Contents of components and HTML elements are read as if these were not there; they are an
/// [`super::Block::Element`] each. So are quotes and items of lists: tables and code in them are
/// blocks like others, in the order of the page.
#[must_use]
pub fn parse(files: &Files, id: FileId, site: &Site) -> Page {
    let (body, span) = events::Span::of(files, id);
    let is_mdx = files.get(id).path.to_lowercase().ends_with(".mdx");
    let joined = broken_rows::rejoin(body);
    let prepared = prepare::prepare(&joined, span, site, is_mdx);
    reader::read(body, prepared, span, site)
}

#[cfg(test)]
mod tests;
