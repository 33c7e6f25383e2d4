//! Pages for the tests of this module, and the plan of their models.

use super::{Plan, PlannedBody, plan};
use crate::claim::{Cues, Stated};
use crate::dialect::reference::book::{Book, Leaf};
use crate::dialect::reference::profile::Profile;
use crate::dialect::reference::profile::pattern::{Pattern, Patterns};
use crate::dialect::reference::table::{
    Content, FieldRow, LinkTable, Marks, RefTable, ValueKind, ValueRow, ValueTable,
};
use crate::page::{Block, Cell, Inline, PageFile, Row, Table, parse, plain};
use crate::source::{Files, Located, SourceFile};

/// A few rules, as the default has them.
pub(super) fn profile() -> Profile {
    let patterns = |all: &[&str]| {
        let all = all.iter().map(|it| Pattern::new(it).unwrap());
        Patterns(all.collect())
    };
    let mut profile = Profile::default();
    profile.enums.by_description = true;
    let models = &mut profile.models;
    models.heading_strip = patterns(&[
        r"\s+(extra |additional )fields$",
        r"\s+(fields|object|class|structure|parameters|response|request)$",
        r"^the\s+",
    ]);
    models.generic_headings = patterns(&[
        r"^(fixed |optional |patterned )*(fields|parameters|properties)\b",
        r"^(request|response|query|json|query string)?[ -]*(parameters?|params|fields|body|format|object)$",
        r"^(request|response|returns|values|http request)$",
        r"^(get|put|post) method$",
    ]);
    models.heading_skip = patterns(&["limits$"]);
    models.heading_extends = patterns(&["(extra|additional) fields$"]);
    models.request_words = patterns(&[r"\brequests?\b"]);
    models.request_words_weak = patterns(&[r"\b(parameters?|params)\b"]);
    models.query_words = patterns(&[r"\bquery string\b"]);
    models.response_words = patterns(&[r"\b(responses?|returns?)\b"]);
    models.label_introduces = patterns(&[r":\W*$", "following"]);
    models.label = patterns(&[
        r"values (?:of|for) `([^`]+)`",
        r"`([^`]+)` (?:object|field|array|action)",
        r"each (\w+) (?:object|entry)",
        r"^`([^`]+)`: ",
        r"^(\w+) object",
    ]);
    profile.enums.list_item = patterns(&["^`([^`]+)`"]);
    let prose = &mut profile.prose;
    prose.all_optional = patterns(&["all parameters are optional"]);
    prose.all_nullable = patterns(&["optional and nullable"]);
    prose.alias = patterns(&["payload is an?", "same as"]);
    prose.extends = patterns(&["with the following extra fields", "in addition to"]);
    prose.one_of = patterns(&[r"\bone of\b"]);
    prose.as_list = patterns(&["as an array of the following"]);
    prose.route = patterns(&[r"\b(GET|POST|PUT)\s+`?(/\S+)"]);
    profile
}

/// Plans pages, whose tables are what their first header says: `Field`, `Value` (sure), `Word`
/// (not sure), `Link`.
pub(super) fn planned<T>(
    profile: &Profile,
    pages: &[(&str, &str)],
    check: impl FnOnce(&Book<'_>, &Plan) -> T,
) -> T {
    let mut files = Files::default();
    let ids: Vec<_> = pages
        .iter()
        .map(|(path, text)| files.add(SourceFile::new(format!("api/{path}"), *text)))
        .collect();
    let pages: Vec<_> = ids
        .iter()
        .zip(pages)
        .map(|(id, (path, _))| {
            Leaf::of(&mut PageFile {
                path: (*path).to_owned(),
                page: parse(&files, *id),
            })
        })
        .collect();
    let book = Book::read(&files, "", pages, profile);
    let tables = tables(&book);
    check(&book, &plan(&book, &tables))
}

/// The models of pages, a line each: `Room: fields 2, response POST /rooms`.
pub(super) fn models(pages: &[(&str, &str)]) -> Vec<String> {
    planned(&profile(), pages, |_, plan| {
        plan.models
            .iter()
            .map(|model| {
                let body = match &model.body {
                    PlannedBody::Fields(tables) => format!("fields {}", tables.len()),
                    PlannedBody::AsList(tables) => format!("list {}", tables.len()),
                    PlannedBody::Values(_) => "values".to_owned(),
                    PlannedBody::Listed(values) => format!("listed {}", values.len()),
                    PlannedBody::Links(_) => "links".to_owned(),
                    PlannedBody::OneOf(links) => format!("one of {}", links.len()),
                    PlannedBody::Alias(target, _) => format!("alias {target}"),
                };
                let role = model
                    .role
                    .map_or(String::new(), |role| format!(" {role:?}").to_lowercase());
                let route = model.route.iter().map(|route| format!(" {route}"));
                let extends = model.extends.iter();
                let extends = extends.map(|id| format!(" + {}", plan.models[id.0].title.value));
                let optional = model.all_optional.then(|| " optional".to_owned());
                let nullable = model.all_nullable.then(|| " nullable".to_owned());
                let rest = route.chain(extends).chain(optional).chain(nullable);
                let rest: String = rest.collect();
                format!("{}: {body}{role}{rest}", model.title.value)
            })
            .collect()
    })
}

/// The titles of the models of pages.
pub(super) fn titles(pages: &[(&str, &str)]) -> Vec<String> {
    planned(&profile(), pages, |_, plan| {
        plan.models
            .iter()
            .map(|model| model.title.value.clone())
            .collect()
    })
}

fn tables<'b>(book: &'b Book<'_>) -> Vec<RefTable<'b>> {
    let mut tables = Vec::new();
    for page in 0..book.pages.len() {
        for spot in book.spots(page) {
            for (block, what) in book.blocks(spot).iter().enumerate() {
                if let Block::Table(table) = what {
                    let titles = plain(&table.header.cells[0].inlines);
                    tables.push(RefTable {
                        id: super::TableId { spot, block },
                        header: table.header.place,
                        content: content(table, &titles),
                        marks: Marks::default(),
                        without_field: Vec::new(),
                        titles,
                    });
                }
            }
        }
    }
    tables
}

fn content<'b>(table: &'b Table, kind: &str) -> Content<'b> {
    let values = |is_sure| ValueTable {
        values: table.rows.iter().map(value).collect(),
        scalar: ValueKind::Text,
        is_sure,
    };
    match kind {
        "Field" => Content::Fields(table.rows.iter().map(field).collect()),
        "Value" => Content::Values(values(true)),
        "Word" => Content::Values(values(false)),
        "Link" => Content::Links(LinkTable {
            links: table
                .rows
                .iter()
                .filter_map(|row| link(&row.cells[0]))
                .collect(),
            values: (table.header.cells.len() > 1).then(|| values(true)),
        }),
        _ => Content::Other,
    }
}

fn link(cell: &Cell) -> Option<(String, Located<String>)> {
    cell.inlines.iter().find_map(|inline| match inline {
        Inline::Link(link) => {
            let text = Located::new(plain(&link.text), link.place);
            Some((link.target.to_string(), text))
        }
        _ => None,
    })
}

fn value(row: &Row) -> ValueRow {
    let cell = row.cells.last().unwrap();
    ValueRow {
        value: Located::new(plain(&cell.inlines), cell.place),
        name: None,
        link: link(&row.cells[0]).map(|(target, _)| target),
    }
}

fn field(row: &Row) -> FieldRow<'_> {
    FieldRow {
        name: Located::new(plain(&row.cells[0].inlines), row.cells[0].place),
        is_variable: false,
        position: None,
        ty: row.cells.get(1),
        width: None,
        required: Located::new(Stated::Silent, row.place),
        is_conditional: false,
        is_many: false,
        null_in_words: None,
        example: None,
        values: None,
        description: row.cells.get(2).into_iter().collect(),
        deprecated: None,
        attached: Vec::new(),
        children: Vec::new(),
        cues: Cues::default(),
        row: row.place,
    }
}
