//! A page sorted by what it describes, before its language is known.

use super::field_table::{self, FieldTable};
use super::location::{self, Home};
use super::member_sections::{self, MemberSection};
use super::sections::{self, section};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::type_expr::TypeExpr;
use crate::fold::same_name;
use crate::page::{Block, Heading, Page, PageFile, Row, Section};
use crate::source::{Files, Place};

/// A page of an SDK.
#[derive(Debug)]
pub(crate) struct SortedPage<'a> {
    /// The path below the API's folder.
    pub path: &'a str,
    pub page: &'a Page,
    pub home: Home,
    pub kind: PageKind<'a>,
}

impl SortedPage<'_> {
    /// Whether its title and its place are those of a model's page.
    pub fn is_named_as_model(&self) -> bool {
        let title = self.page.title.as_ref();
        title.is_some_and(|title| is_named_as_model(title, &self.home))
    }

    /// All types that its cells and headings name.
    pub fn types(&self) -> Vec<&TypeExpr> {
        match &self.kind {
            PageKind::Fields(_, table) => {
                let types = table.rows.iter().filter_map(|row| row.ty.as_ref());
                types.filter_map(|ty| ty.as_ref().ok()).collect()
            }
            PageKind::Members(_, members) => {
                let members = members.iter();
                members
                    .filter_map(|member| member.ty.as_ref().ok())
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

/// What a page describes.
#[derive(Debug)]
pub(crate) enum PageKind<'a> {
    /// `## Fields`.
    Fields(&'a Heading, FieldTable<'a>),
    /// `## Values`.
    Values(&'a Heading, &'a Section),
    /// `## Supported Types`.
    Members(&'a Heading, Vec<MemberSection<'a>>),
    /// A title and prose.
    Silent(&'a Heading),
    /// The intervals of a retry configuration, in a table without a column for required.
    RetryConfig(&'a Heading),
    /// No model; without a title, if nothing on the page is that of a model.
    Other(Option<&'a Heading>),
    /// It has its diagnostic.
    NotUnderstood,
}

/// The headings of level 2 that say what a model is.
pub(crate) const STRUCTURAL: [&str; 3] = ["Fields", "Values", "Supported Types"];

/// Sorts a page. Only the exact level-2 headings of the generator count:
/// descriptions have headings of their own.
pub(crate) fn sort<'a>(
    files: &Files,
    file: &'a PageFile,
    diagnostics: &mut Diagnostics,
) -> SortedPage<'a> {
    let page = &file.page;
    let home = location::home(&file.path);
    let kind = kind(files, page, &home, diagnostics);
    SortedPage {
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
) -> PageKind<'a> {
    let Some(title) = page.title.as_ref().filter(|title| !title.text.is_empty()) else {
        // A licence, or an example of use. A page that is empty has lost its text.
        let is_empty = page.intro.is_empty() && page.sections.is_empty();
        if !is_empty && !STRUCTURAL.iter().any(|name| section(page, name).is_some()) {
            let first = page.sections.first().map(|first| &first.heading);
            return PageKind::Other(first);
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
        return PageKind::NotUnderstood;
    };
    if is_retry_table(files, page) {
        return PageKind::RetryConfig(title);
    }
    if let Some(section) = section(page, "Fields") {
        return match field_table::read(files, section, diagnostics) {
            Some(table) => PageKind::Fields(title, table),
            None => PageKind::NotUnderstood,
        };
    }
    if let Some(section) = section(page, "Values") {
        return PageKind::Values(title, section);
    }
    if section(page, "Supported Types").is_some() {
        return PageKind::Members(title, member_sections::read(&page.sections, &title.text));
    }
    let named_as_model = is_named_as_model(title, home);
    let headings = page.sections.iter();
    let plain = !headings
        .clone()
        .any(|s| s.level <= 2 && s.heading.text != sections::USAGE);
    if named_as_model && plain {
        return PageKind::Silent(title);
    }
    if named_as_model {
        diagnostics.push(
            Diagnostic::warning(
                Topic::EmptyPage,
                title.place,
                "expected a model on this page",
            )
            .label("no `## Fields`, `## Values` or `## Supported Types` below"),
        );
    }
    PageKind::Other(Some(title))
}

fn is_named_as_model(title: &Heading, home: &Home) -> bool {
    home.in_models
        && !title.text.contains(char::is_whitespace)
        && same_name(&title.text, &home.stem)
}

fn start_of(page: &Page) -> Place {
    Place::new(page.file, 0..0)
}

fn is_retry_table(files: &Files, page: &Page) -> bool {
    let below = page.sections.iter().flat_map(|section| &section.blocks);
    page.intro.iter().chain(below).any(|block| match block {
        Block::Table(table) => {
            let names = |row: &Row| {
                let cell = row.cells.first().map(|cell| files.text(cell.place));
                cell.map_or_else(String::new, |text| text.replace(['`', '*'], ""))
            };
            names(&table.header) == "Name" && are_retry_settings(table.rows.iter().map(names))
        }
        _ => false,
    })
}

/// Whether names are those of a retry configuration's settings.
pub(crate) fn are_retry_settings(names: impl Iterator<Item = impl AsRef<str>>) -> bool {
    let names: Vec<_> = names.collect();
    let has = |wanted: &[&str]| {
        let mut wanted = wanted.iter();
        wanted.all(|name| names.iter().any(|known| same_name(known.as_ref(), name)))
    };
    has(&["initialinterval", "maxinterval"])
        || has(&["strategy", "backoff", "retryconnectionerrors"])
}
