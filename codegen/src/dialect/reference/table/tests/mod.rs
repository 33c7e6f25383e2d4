//! Whole tables, read with the default profile.

mod damaged;
mod kinds;
mod names;
mod presence;
mod rows;

use super::*;
use crate::dialect::reference::book::Leaf;
use crate::dialect::reference::profile::Profile;
use crate::page::{PageFile, parse};
use crate::source::{Files, SourceFile};

/// Reads the tables of a page, and hands them to a check with the warnings.
fn with(profile: &Profile, text: &str, check: impl FnOnce(&[RefTable<'_>], &[String])) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("api/a.md", text));
    let mut page = PageFile {
        path: "a.md".to_owned(),
        page: parse(&files, id),
    };
    let book = Book::read(&files, "", vec![Leaf::of(&mut page)], profile);
    let mut diagnostics = Diagnostics::default();
    let tables = read(&book, &mut diagnostics);
    let found = diagnostics.sorted();
    let warnings = found.iter().map(|found| {
        let place = found.place.map_or("", |place| files.text(place));
        format!("{}: {} `{}`", found.message, found.label, place.trim())
    });
    check(&tables, &warnings.collect::<Vec<_>>());
}

/// The tables of a page, one line each.
fn gives(text: &str, expected: &[&str]) {
    with(Profile::standard(), text, |tables, _| {
        let printed: Vec<_> = tables.iter().map(print).collect();
        assert_eq!(printed, expected, "{text}");
    });
}

/// The rows of a page with one table of fields.
fn first<T>(text: &str, check: impl FnOnce(&[FieldRow<'_>]) -> T) -> T {
    let mut seen = None;
    with(Profile::standard(), text, |tables, _| {
        match &tables[0].content {
            Content::Fields(rows) => seen = Some(check(rows)),
            other => panic!("{other:?}"),
        }
    });
    seen.unwrap()
}

fn print(table: &RefTable<'_>) -> String {
    match &table.content {
        Content::Fields(rows) => format!("fields {}", fields(rows)),
        Content::Values(table) => values(table),
        Content::Links(table) => {
            let links = table
                .links
                .iter()
                .map(|(target, text)| format!("{}={target}", text.value));
            let links = links.collect::<Vec<_>>().join(" ");
            let values = table.values.as_ref().map_or(String::new(), values);
            format!("links {links} {values}").trim().to_owned()
        }
        Content::Binary => "binary".to_owned(),
        Content::Other => "other".to_owned(),
    }
}

fn fields(rows: &[FieldRow<'_>]) -> String {
    let rows = rows.iter().map(|row| {
        let required = match row.required.value {
            Stated::Yes => "!",
            Stated::No => "?",
            Stated::Silent => "",
        };
        let many = if row.is_many { "*" } else { "" };
        let ty = row
            .ty
            .map_or(String::new(), |cell| format!(":{}", bare(&cell.inlines)));
        let below = if row.children.is_empty() {
            String::new()
        } else {
            format!("({})", fields(&row.children))
        };
        format!("{}{required}{many}{ty}{below}", row.name.value)
    });
    rows.collect::<Vec<_>>().join(" ")
}

fn values(table: &ValueTable) -> String {
    let values = table.values.iter().map(|value| {
        let name = value
            .name
            .as_deref()
            .map_or(String::new(), |name| format!(":{name}"));
        format!("{}{name}", value.value.value)
    });
    let values = values.collect::<Vec<_>>().join(" ");
    let sure = if table.is_sure { "" } else { " perhaps" };
    format!("{:?}{sure} {values}", table.scalar)
}
