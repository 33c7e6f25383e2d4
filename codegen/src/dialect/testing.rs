//! Small pages for the tests of this module.

use super::PageFile;
use crate::claim::{Body, FieldClaim, Source};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::page::{self, Block, Code};
use crate::source::{Files, SourceFile};

/// The block of a page that holds TypeScript.
pub(super) fn code(text: &str) -> (Files, Code) {
    let mut files = Files::default();
    let page = format!("# T\n\n```typescript\n{text}\n```\n");
    let id = files.add(SourceFile::new("t.md", page));
    let page = page::parse(&files, id);
    let Some(Block::Code(code)) = page.intro.into_iter().next() else {
        panic!("no code block around {text}");
    };
    (files, code)
}

/// What reading an API's pages gives.
pub(super) struct Reading {
    pub files: Files,
    pub sources: Vec<Source>,
    pub diagnostics: Diagnostics,
}

/// Reads pages, each a path and a text.
pub(super) fn read(pages: &[(&str, &str)]) -> Reading {
    read_with(pages, &Config::default())
}

/// Reads pages by a configuration.
pub(super) fn read_with(pages: &[(&str, &str)], config: &Config) -> Reading {
    let mut files = Files::default();
    let mut parsed = Vec::new();
    for (path, text) in pages {
        let id = files.add(SourceFile::new(*path, *text));
        parsed.push(PageFile {
            path: (*path).to_owned(),
            page: page::parse(&files, id),
        });
    }
    let mut diagnostics = Diagnostics::default();
    let sources = super::read(&files, &parsed, config, &mut diagnostics);
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

/// A page with a field table of rows such as `` `a` | *string* | yes | N/A``.
pub(super) fn fields_page(title: &str, rows: &[&str]) -> String {
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
