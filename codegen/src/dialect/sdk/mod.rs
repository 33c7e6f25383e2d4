//! Pages written by an SDK generator: each page is one model, each folder one SDK.
//!
//! The folders are the steps, in this order: `page` finds the kind of each page, `language` its
//! language, `claims` reads it, and `cleanup` corrects the claims once all pages of an SDK are
//! read.

pub(crate) mod claims;
pub(crate) mod cleanup;
pub(crate) mod language;
pub(crate) mod page;

#[cfg(test)]
pub(crate) mod testing;

use std::collections::BTreeMap;

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::keys::KeysFile;
use crate::language::Language;
use crate::page::PageFile;
use crate::source::{Files, Place};
use claims::type_meaning::TypeReader;
use claims::{model, type_cell};
use cleanup::{sdk_models, source_keys, union_members};
use language::detect::Languages;
use language::null_convention::NullConvention;
use language::vocabulary::Vocabulary;
use language::{all, undetected};
use page::field_columns;
use page::kind::{self, SortedPage};
use page::links::PageIndex;
use page::location;
use page::titles::Titles;
use page::unread;

/// Reads pages into claims, one [`Source`] for each SDK among them, with what files of keys say.
pub(crate) fn read(
    files: &Files,
    pages: &[&PageFile],
    keys: &[KeysFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let mut sources: BTreeMap<String, Vec<SortedPage>> = BTreeMap::new();
    for file in pages {
        let sorted = kind::sort(files, file, diagnostics);
        unread::warn(files, &sorted, diagnostics);
        let folder = location::configured(&file.path, config).unwrap_or(&sorted.home.source);
        sources.entry(folder.to_owned()).or_default().push(sorted);
    }
    let sources = sources.into_iter().map(|(folder, pages)| {
        let configured = config.sources.get(&folder);
        let language = configured.and_then(|source| source.value.language.as_ref());
        let language = language.map(|language| language.value);
        read_source(files, folder, &pages, language, diagnostics)
    });
    let mut sources: Vec<Source> = sources.collect();
    for file in keys {
        let path = format!("{}/keys.tsv", file.folder);
        let folder = location::configured(path.trim_start_matches('/'), config);
        let folder = folder.map_or_else(|| location::home(&path).source, str::to_owned);
        match sources.iter_mut().find(|source| source.folder == folder) {
            Some(source) => source_keys::join(files, file, source),
            None => diagnostics.push(
                Diagnostic::warning(
                    Topic::Keys,
                    Place::new(file.file, 0..0),
                    "no pages stand beside these keys",
                )
                .hint("put the file into the folder of its SDK's pages, or remove it"),
            ),
        }
    }
    sources
}

fn read_source(
    files: &Files,
    folder: String,
    pages: &[SortedPage],
    configured: Option<Language>,
    diagnostics: &mut Diagnostics,
) -> Source {
    let index = PageIndex::of(pages);
    let called = Language::of_folder(&folder);
    let languages = Languages::of(pages, configured, called);
    if configured.is_none() {
        let types = |page: &SortedPage, words: &Vocabulary| type_cell::all(page, words, &index);
        for (pages, score) in languages.groups(pages) {
            match called.filter(|_| !languages.are_mixed) {
                Some(called) if score.admits(called) => {}
                Some(called) => {
                    undetected::warn_of_folder(pages, score, called, &folder, diagnostics)
                }
                None => undetected::warn(pages, score, &folder, &types, diagnostics),
            }
        }
    }
    field_columns::warn(pages, diagnostics);
    let convention = NullConvention::of(languages.with(pages));
    let titles = Titles::of(pages);
    let mut listed = Vec::new();
    let mut source = Source {
        folder,
        models: Vec::new(),
        left_out: Vec::new(),
        not_understood: Vec::new(),
        unmatched: None,
        other_tables: Vec::new(),
        without_field: Vec::new(),
    };
    for (sorted, language) in languages.with(pages) {
        let words = all::of(language);
        // Pages of several SDKs in one folder: each has a convention of its own.
        let convention = if languages.are_mixed {
            NullConvention::of(std::iter::once((sorted, language)))
        } else {
            convention
        };
        let start = Place::new(sorted.page.file, 0..0);
        let mut types = TypeReader::new(words, &index, sorted.path, start);
        model::read(
            files,
            sorted,
            &mut types,
            convention,
            &titles,
            &mut source,
            diagnostics,
        );
        listed.append(&mut types.listed);
    }
    union_members::complete(&mut source.models, listed);
    sdk_models::leave_out(&mut source);
    source
}

#[cfg(test)]
mod tests {
    use super::testing::{Reading, fields_page, read, read_with};
    use super::*;
    use crate::config::SourceConfig;
    use crate::source::Located;

    fn languages(reading: &Reading) -> Vec<(&str, Vec<(&str, Language)>)> {
        let sources = reading.sources.iter();
        sources
            .map(|source| {
                let models = source.models.iter();
                let models =
                    models.map(|model| (model.name.value.as_str(), model.language.unwrap()));
                (source.folder.as_str(), models.collect())
            })
            .collect()
    }

    #[test]
    fn splits_sdks_and_detects_their_languages() {
        let java = fields_page("A", &["`a` | *String* | yes | N/A"]);
        let bare = fields_page("B", &[]);
        let typescript = fields_page("A", &["`a` | *string* | yes | N/A"]);
        let reading = read(&[
            ("java/docs/models/shared/A.md", &java),
            ("java/docs/models/shared/B.md", &bare),
            ("typescript/docs/models/a.md", &typescript),
            ("typescript/docs/models/operations/b.md", &bare),
        ]);
        use Language::{Java, TypeScript};
        assert_eq!(
            languages(&reading),
            [
                ("java", vec![("A", Java), ("B", Java)]),
                ("typescript", vec![("A", TypeScript), ("B", TypeScript)]),
            ]
        );
        let namespaces = reading.sources[1]
            .models
            .iter()
            .map(|m| m.namespace.as_str());
        assert_eq!(namespaces.collect::<Vec<_>>(), ["", "operations"]);
    }

    #[test]
    fn few_cells_tell_a_language() {
        use Language::{Php, Python, Ruby};
        let cases = [
            (Python, "*str*", "b.md"),
            (Php, "array<*string*>", "B.md"),
            (Php, "[\\DateTime](https://x)", "B.md"),
            (Ruby, "*::String*", "b.md"),
            (
                Ruby,
                "[T.nilable(Models::Shared::B)](../../models/shared/b.md)",
                "b.md",
            ),
        ];
        for (language, cell, file) in cases {
            let page = fields_page("A", &[&format!("`a` | {cell} | yes | N/A")]);
            let reading = read(&[(&format!("docs/models/{file}"), &page)]);
            assert_eq!(languages(&reading), [("", vec![("A", language)])], "{cell}");
        }
    }

    #[test]
    fn pages_of_several_languages_in_one_folder_tell_their_own() {
        let java = fields_page("A", &["`a` | *Optional\\<String>* | yes | N/A"]);
        let early = fields_page(
            "B",
            &[
                "`a` | List<*String*> | no | N/A",
                "`b` | *string* | yes | N/A",
            ],
        );
        let typescript = fields_page("C", &["`a` | Record<string, *number*> | yes | N/A"]);
        let reading = read(&[("A.md", &java), ("B.md", &early), ("C.md", &typescript)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        use Language::{Java, TypeScript};
        assert_eq!(
            languages(&reading),
            [("", vec![("A", Java), ("B", Java), ("C", TypeScript)])]
        );
        assert_eq!(
            reading.fields("B")[1].nullable,
            crate::claim::Stated::Silent
        );
    }

    #[test]
    fn a_configured_folder_is_a_source_of_that_language() {
        let mut files = crate::source::Files::default();
        let id = files.add(crate::source::SourceFile::new("spec.toml", "java"));
        let place = crate::source::Place::new(id, 0..4);
        let source = SourceConfig {
            language: Some(Located::new(Language::Java, place)),
            ..SourceConfig::default()
        };
        let mut config = Config::default();
        config
            .sources
            .insert("x/y".to_owned(), Located::new(source, place));
        let page = fields_page("A", &["`a` | *string* | yes | N/A"]);
        let reading = read_with(
            &[("x/y/docs/models/a.md", &page), ("x/yz/a.md", &page)],
            &config,
        );
        assert_eq!(
            languages(&reading),
            [
                ("x/y", vec![("A", Language::Java)]),
                ("x/yz", vec![("A", Language::TypeScript)]),
            ]
        );
    }
}
