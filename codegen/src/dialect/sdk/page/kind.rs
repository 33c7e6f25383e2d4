//! A page sorted by what it describes, before its language is known.

use super::field_table;
use super::field_table::RowDraft;
use super::location;
use super::location::Home;
use super::member_sections;
use super::member_sections::MemberDraft;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::PageFile;
use crate::fold::fold_name;
use crate::page::{Block, Code, Heading, Inline, Page, Section, Table};
use crate::source::{Files, Place};

/// A page of an SDK.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    /// The path below the API's folder.
    pub path: &'a str,
    pub page: &'a Page,
    pub home: Home,
    pub kind: DraftKind<'a>,
}

/// What a page describes.
#[derive(Debug)]
pub(crate) enum DraftKind<'a> {
    /// `## Fields`.
    Fields(&'a Heading, Vec<RowDraft<'a>>),
    /// `## Values`.
    Values(&'a Heading, &'a Section),
    /// `## Supported Types`.
    Members(&'a Heading, Vec<MemberDraft<'a>>),
    /// A title and prose.
    Silent(&'a Heading),
    /// The intervals of a retry configuration, in a table without a column for required.
    RetryConfig(&'a Heading),
    /// No model.
    Other(&'a Heading),
    /// It has its diagnostic.
    NotUnderstood,
}

/// The headings of level 2 that say what a model is.
const STRUCTURAL: [&str; 3] = ["Fields", "Values", "Supported Types"];

/// Sorts a page. Only the exact level-2 headings of the generator count:
/// descriptions have headings of their own.
pub(crate) fn draft<'a>(
    files: &Files,
    file: &'a PageFile,
    diagnostics: &mut Diagnostics,
) -> Draft<'a> {
    let page = &file.page;
    let home = location::home(&file.path);
    let kind = kind(files, page, &home, diagnostics);
    Draft {
        path: &file.path,
        page,
        home,
        kind,
    }
}

fn kind<'a>(
    files: &Files,
    page: &'a Page,
    home: &Home,
    diagnostics: &mut Diagnostics,
) -> DraftKind<'a> {
    let Some(title) = page.title.as_ref().filter(|title| !title.text.is_empty()) else {
        // Go's page about the options of a call starts at level 2.
        if let Some(first) = page.sections.first()
            && !STRUCTURAL.iter().any(|name| section(page, name).is_some())
        {
            return DraftKind::Other(&first.heading);
        }
        diagnostics.push(
            Diagnostic::warning(
                Topic::NotUnderstood,
                start_of(page),
                "the page has no title",
            )
            .label("expected a heading such as `# ProcessV3`")
            .hint("restore the page, or remove it from the specs"),
        );
        return DraftKind::NotUnderstood;
    };
    if is_retry_table(files, page) {
        return DraftKind::RetryConfig(title);
    }
    if let Some(section) = section(page, "Fields") {
        return match field_table::rows(files, section, diagnostics) {
            Some(rows) => DraftKind::Fields(title, rows),
            None => DraftKind::NotUnderstood,
        };
    }
    if let Some(section) = section(page, "Values") {
        return DraftKind::Values(title, section);
    }
    if section(page, "Supported Types").is_some() {
        return DraftKind::Members(title, member_sections::drafts(&page.sections));
    }
    let named_as_model = home.in_models
        && !title.text.contains(char::is_whitespace)
        && fold_name(&title.text) == fold_name(&home.stem);
    let headings = page.sections.iter();
    let plain = !headings
        .clone()
        .any(|s| s.level <= 2 && s.heading.text != "Example Usage");
    if named_as_model && plain {
        return DraftKind::Silent(title);
    }
    if named_as_model {
        diagnostics.push(
            Diagnostic::warning(
                Topic::EmptyPage,
                title.place,
                "the page is named as a model and describes none",
            )
            .label("no `## Fields`, `## Values` or `## Supported Types` below"),
        );
    }
    DraftKind::Other(title)
}

/// The section below a level-2 heading of that text.
pub(crate) fn section<'a>(page: &'a Page, name: &str) -> Option<&'a Section> {
    let mut sections = page.sections.iter();
    sections.find(|section| section.level == 2 && section.heading.text == name)
}

/// The first code block below `## Example Usage`.
pub(crate) fn usage(page: &Page) -> Option<&Code> {
    let blocks = &section(page, "Example Usage")?.blocks;
    blocks.iter().find_map(|block| match block {
        Block::Code(code) => Some(code),
        _ => None,
    })
}

/// All code blocks of a page.
pub(crate) fn codes(page: &Page) -> impl Iterator<Item = &Code> {
    let below = page.sections.iter().flat_map(|section| &section.blocks);
    page.intro
        .iter()
        .chain(below)
        .filter_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        })
}

/// The first table of a section.
pub(crate) fn first_table(section: &Section) -> Option<&Table> {
    section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Whether a heading is struck through: its model is deprecated.
pub(crate) fn is_struck(heading: &Heading) -> bool {
    let mut inlines = heading.inlines.iter();
    inlines.any(|inline| matches!(inline, Inline::Strike(_)))
}

fn start_of(page: &Page) -> Place {
    Place::new(page.file, 0..0)
}

fn is_retry_table(files: &Files, page: &Page) -> bool {
    let below = page.sections.iter().flat_map(|section| &section.blocks);
    page.intro.iter().chain(below).any(|block| match block {
        Block::Table(table) => {
            let names = |row: &crate::page::Row| {
                let cell = row.cells.first().map(|cell| files.text(cell.place));
                cell.map_or_else(String::new, |text| text.replace(['`', '*'], ""))
            };
            names(&table.header) == "Name"
                && crate::dialect::sdk::cleanup::sdk_models::are_retry_settings(
                    table.rows.iter().map(names),
                )
        }
        _ => false,
    })
}
