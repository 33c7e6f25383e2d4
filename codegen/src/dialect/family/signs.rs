//! What a page is a sign of.

use crate::dialect::reference::profile::{Column, Profile, Words};
use crate::dialect::sdk::page::kind::STRUCTURAL;
use crate::dialect::sdk::page::{location, sections};
use crate::page::{Block, Inline, Page, Section, Table};
use crate::source::Files;

/// What a page is a sign of, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    Nothing,
    /// It has a table.
    Table,
    /// It has a table of fields, by the words of its header.
    Fields,
    /// It has the headings of a model's page, and no others.
    ModelPage,
    /// The same, with marks that only generators set, or in a folder of models.
    Generated,
}

/// Reads the signs of pages.
pub(super) struct Signs<'p> {
    profile: &'p Profile,
}

impl<'p> Signs<'p> {
    pub fn new(profile: &'p Profile) -> Self {
        Self { profile }
    }

    /// The strongest sign of a page.
    pub fn of(&mut self, files: &Files, path: &str, page: &Page) -> Sign {
        if let Some(sign) = of_model_page(files, path, page) {
            return sign;
        }
        let below = page.sections.iter().flat_map(|section| &section.blocks);
        let mut sign = Sign::Nothing;
        for block in page.intro.iter().chain(below) {
            if let Block::Table(table) = block {
                if self.has_fields(files, table) {
                    return Sign::Fields;
                }
                sign = Sign::Table;
            }
        }
        sign
    }

    fn has_fields(&self, files: &Files, table: &Table) -> bool {
        let headers: Vec<String> = table
            .header
            .cells
            .iter()
            .map(|cell| files.text(cell.place).replace(['`', '*', '_'], ""))
            .collect();
        let columns = &self.profile.columns;
        let is = |header: &str, column: Column| {
            let mut words = columns.words.iter();
            let found = words.find(|(_, words)| words.find(header).is_some());
            found.is_some_and(|(known, _)| *known == column)
        };
        let has = |column| headers.iter().any(|header| is(header, column));
        let words: &Words = &self.profile.tables.field_words;
        has(Column::Name)
            && (has(Column::Type)
                || has(Column::Required)
                || headers.iter().any(|header| words.find(header).is_some()))
    }
}

/// The other headings of level 2 on such a page.
const OTHERS: [&str; 2] = [sections::USAGE, sections::TAGS];

/// The sign of a page on which all headings above level 3 are those of a generator.
fn of_model_page(files: &Files, path: &str, page: &Page) -> Option<Sign> {
    let is_of_model = |section: &Section| STRUCTURAL.contains(&section.heading.text.as_str());
    let mut sections = page.sections.iter();
    let structural = sections.find(|section| section.level == 2 && is_of_model(section))?;
    if location::is_in_models(path) {
        return Some(Sign::Generated);
    }
    let mut top = page.sections.iter().filter(|section| section.level <= 2);
    let is_known = |section: &Section| {
        section.level == 2
            && (is_of_model(section) || OTHERS.contains(&section.heading.text.as_str()))
    };
    if !top.all(is_known) {
        return None;
    }
    let table = structural.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    match (structural.heading.text.as_str(), table) {
        ("Supported Types", _) => Some(Sign::Generated),
        ("Values", _) | (_, None) => Some(Sign::ModelPage),
        (_, Some(table)) => of_field_table(files, table),
    }
}

fn of_field_table(files: &Files, table: &Table) -> Option<Sign> {
    let headers = table.header.cells.iter();
    let headers: Vec<_> = headers.map(|cell| files.text(cell.place)).collect();
    let is_as_generated =
        headers.len() <= 5 && headers.starts_with(&["Field", "Type", "Required", "Description"]);
    if !is_as_generated {
        return None;
    }
    let is_marked = table.rows.iter().any(|row| {
        let mut types = row.cells[1].inlines.iter();
        types.any(|inline| matches!(inline, Inline::Emphasis(_)))
            || files.text(row.cells[2].place).starts_with(":heavy_")
    });
    Some(if is_marked {
        Sign::Generated
    } else {
        Sign::ModelPage
    })
}
