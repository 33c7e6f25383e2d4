//! Small pages for the tests of this module.

use crate::claim::{Body, FieldClaim, Source, Stated, TypeShape, ValuesClaim};
use crate::config::{Config, SourceConfig};
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::page::{self, Block, Code, PageFile};
use crate::source::{Files, Located, Place, SourceFile};

/// The block of a page that holds TypeScript.
pub(crate) fn code(text: &str) -> (Files, Code) {
    let mut files = Files::default();
    let page = format!("# T\n\n```typescript\n{text}\n```\n");
    let id = files.add(SourceFile::new("t.md", page));
    let page = page::parse(&files, id);
    let Some(Block::Code(code)) = page.intro.into_iter().next() else {
        panic!("no code block around {text}");
    };
    (files, *code)
}

/// What reading an API's pages gives.
pub(crate) struct Reading {
    pub files: Files,
    pub sources: Vec<Source>,
    pub diagnostics: Diagnostics,
}

/// Reads pages and files of keys, each a path and a text.
pub(crate) fn read(pages: &[(&str, &str)]) -> Reading {
    read_with(pages, &Config::default())
}

/// Reads pages by a configuration.
pub(crate) fn read_with(pages: &[(&str, &str)], config: &Config) -> Reading {
    let mut files = Files::default();
    let mut parsed = Vec::new();
    let mut keys = Vec::new();
    for (path, text) in pages {
        let id = files.add(SourceFile::new(*path, *text));
        if path.ends_with(".tsv") {
            keys.push(((*path).to_owned(), id));
            continue;
        }
        parsed.push(PageFile {
            path: (*path).to_owned(),
            page: page::parse(&files, id),
        });
    }
    let mut diagnostics = Diagnostics::default();
    let keys = crate::keys::read(&files, &keys, &mut diagnostics);
    let pages: Vec<_> = parsed.iter().collect();
    let sources = super::read(&files, &pages, &keys, config, &mut diagnostics);
    Reading {
        files,
        sources,
        diagnostics,
    }
}

impl Reading {
    /// Findings as `path:line:column: message`.
    pub fn findings(&self) -> Vec<String> {
        let sorted = self.diagnostics.sorted().into_iter();
        sorted
            .map(|found| match found.place {
                Some(place) => format!("{}: {}", self.files.locate(place), found.message),
                None => found.message.clone(),
            })
            .collect()
    }

    /// The fields of a model.
    pub fn fields(&self, model: &str) -> &[FieldClaim] {
        let models = self.sources.iter().flat_map(|source| &source.models);
        let mut named = models.filter(|claim| claim.name.value == model);
        match named.next().map(|claim| &claim.body) {
            Some(Body::Fields(fields)) => fields,
            other => panic!("{model}: {other:?}"),
        }
    }
}

/// The values on the page of an enum that has no fault.
pub(crate) fn read_values(page: &str) -> ValuesClaim {
    let reading = read(&[("A.md", page)]);
    assert_eq!(reading.findings(), Vec::<String>::new());
    match &reading.sources[0].models[0].body {
        Body::Values(values) => values.clone(),
        other => panic!("{other:?}"),
    }
}

/// Values and their names.
pub(crate) fn pairs(claim: &ValuesClaim) -> Vec<(&str, Option<&str>)> {
    let values = claim.values.iter();
    values
        .map(|v| (v.value.value.as_str(), v.name.as_deref()))
        .collect()
}

/// A page with a field table of rows such as `` `a` | *string* | yes | N/A``.
pub(crate) fn fields_page(title: &str, rows: &[&str]) -> String {
    let mut page = format!(
        "# {title}\n\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n"
    );
    for row in rows {
        let row = row
            .replace("| yes |", "| :heavy_check_mark: |")
            .replace("| no |", "| :heavy_minus_sign: |");
        page.push_str(&format!("| {row} |\n"));
    }
    page
}

/// Asserts the types of cells on a page of a language, in one notation for all languages.
#[track_caller]
pub(crate) fn check_types(language: Language, cells: &[(&str, &str)]) {
    let rows: Vec<_> = cells
        .iter()
        .map(|(cell, _)| format!("`a` | {cell} | no | N/A"))
        .collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    let reading = read_in(language, &rows);
    let fields = reading.fields("A").iter();
    let found: Vec<_> = fields.map(|field| print(&field.ty.value)).collect();
    let expected: Vec<_> = cells.iter().map(|(_, ty)| *ty).collect();
    assert_eq!(found, expected);
}

/// What rows on a page of a language say of null.
pub(crate) fn sayings(language: Language, rows: &[&str]) -> Vec<Stated> {
    let reading = read_in(language, rows);
    let fields = reading.fields("A").iter();
    fields.map(|field| field.nullable).collect()
}

fn read_in(language: Language, rows: &[&str]) -> Reading {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("spec.toml", "x"));
    let place = Place::new(id, 0..1);
    let source = SourceConfig {
        language: Some(Located::new(language, place)),
        ..SourceConfig::default()
    };
    let mut config = Config::default();
    config
        .sources
        .insert("x".to_owned(), Located::new(source, place));
    let reading = read_with(&[("x/models/a.md", &fields_page("A", rows))], &config);
    assert_eq!(reading.findings(), Vec::<String>::new());
    reading
}

/// A type in a notation of its own: `DateTime[]`, `{String}`, `(A | operations.B)?`.
pub(crate) fn print(shape: &TypeShape) -> String {
    match shape {
        TypeShape::Scalar(scalar) => format!("{scalar:?}"),
        TypeShape::List(item) => format!("{}[]", print(item)),
        TypeShape::Map(value) => format!("{{{}}}", print(value)),
        TypeShape::Nullable(inner) => format!("{}?", print(inner)),
        TypeShape::Model(name) => match name.namespace.as_deref() {
            None | Some("") => name.name.clone(),
            Some(namespace) => format!("{namespace}.{}", name.name),
        },
        TypeShape::Union(members) => {
            let members: Vec<_> = members.iter().map(print).collect();
            format!("({})", members.join(" | "))
        }
        TypeShape::Const(value) => format!("{value:?}"),
        TypeShape::Any | TypeShape::RawResponse => format!("{shape:?}"),
    }
}
