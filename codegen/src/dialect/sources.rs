//! Splitting an API's pages into the SDKs they come from, and reading each.

use std::collections::{BTreeMap, BTreeSet};

use super::detect::{self, Score};
use super::draft::{self, Draft, DraftKind};
use super::nullability::Era;
use super::vocabulary::{self, Vocabulary};
use super::{Language, PageFile, doubt, fields, listed, members, plumbing, prose, usage, values};
use crate::claim::{Body, LeftOut, Literal, ModelClaim, Reason, Source};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::page::Heading;
use crate::source::{Files, Located};

/// Reads an API's pages into claims, one [`Source`] for each SDK among them.
///
/// A type cell, a required cell or a table that cannot be read is an error in
/// `diagnostics`; the rest of its page is read all the same.
pub fn read(
    files: &Files,
    pages: &[PageFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let mut sources: BTreeMap<String, Vec<Draft>> = BTreeMap::new();
    for file in pages {
        let draft = draft::draft(files, file, diagnostics);
        let folder = configured_folder(&file.path, config).unwrap_or(&draft.home.source);
        sources.entry(folder.to_owned()).or_default().push(draft);
    }
    sources
        .into_iter()
        .map(|(folder, drafts)| {
            let configured = config.sources.get(&folder);
            let language = configured.and_then(|source| source.value.language.as_ref());
            let language = language.map(|language| language.value);
            read_source(files, folder, &drafts, language, diagnostics)
        })
        .collect()
}

/// The innermost folder that `spec.toml` names and that holds the page.
fn configured_folder<'a>(path: &str, config: &'a Config) -> Option<&'a str> {
    let folders = config.sources.keys().map(String::as_str);
    let holding = folders.filter(|folder| {
        let below = path.strip_prefix(folder);
        folder.is_empty() || below.is_some_and(|below| below.starts_with('/'))
    });
    holding.max_by_key(|folder| folder.len())
}

fn read_source(
    files: &Files,
    folder: String,
    drafts: &[Draft],
    configured: Option<Language>,
    diagnostics: &mut Diagnostics,
) -> Source {
    let scores: Vec<_> = drafts.iter().map(Score::of).collect();
    let sum = Score::sum(&scores);
    let together = configured.unwrap_or_else(|| sum.winner());
    let mut languages: Vec<_> = scores
        .iter()
        .map(|score| configured.unwrap_or_else(|| score.winner_beside(together)))
        .collect();
    // A few pages with odd signs are no second SDK.
    const FEW: usize = 10;
    let others = languages
        .iter()
        .filter(|language| **language != together)
        .count();
    let mixed = others * FEW > drafts.len();
    if !mixed {
        languages.fill(together);
    }
    if configured.is_none() {
        let groups = match mixed {
            true => drafts
                .iter()
                .zip(&scores)
                .map(|(d, s)| (std::slice::from_ref(d), *s))
                .collect(),
            false => vec![(drafts, sum)],
        };
        for (drafts, score) in groups {
            doubt::warn(drafts, score, &folder, diagnostics);
        }
    }
    let era = detect::era(drafts.iter().zip(languages.iter().copied()));
    let titles: BTreeSet<&str> = drafts
        .iter()
        .filter_map(|draft| draft.page.title.as_ref())
        .map(|title| title.text.as_str())
        .collect();
    let mut source = Source {
        folder,
        models: Vec::new(),
        left_out: Vec::new(),
        not_understood: Vec::new(),
    };
    for (draft, language) in drafts.iter().zip(languages) {
        let words = vocabulary::of(language);
        // Pages of several SDKs in one folder: each has an era of its own.
        let era = if mixed {
            detect::era(std::iter::once((draft, language)))
        } else {
            era
        };
        read_page(files, draft, words, era, &titles, &mut source, diagnostics);
    }
    listed::settle(&mut source);
    plumbing::leave_out(&mut source);
    source
}

fn read_page(
    files: &Files,
    draft: &Draft,
    words: &Vocabulary,
    era: Era,
    titles: &BTreeSet<&str>,
    source: &mut Source,
    diagnostics: &mut Diagnostics,
) {
    let (title, body) = match &draft.kind {
        DraftKind::Fields(title, rows) => {
            let fields = fields::read(files, rows, words, era, &title.text, diagnostics);
            (title, Some(Body::Fields(fields)))
        }
        DraftKind::Values(title, section) => {
            let values = values::read(files, draft.page, section, diagnostics);
            (title, values.map(Body::Values))
        }
        DraftKind::Members(title, members) => {
            let members = members::read(members, words, titles, diagnostics);
            (title, Some(Body::Members(members)))
        }
        DraftKind::Silent(title) => (title, Some(Body::Silent)),
        DraftKind::RetryConfig(title) => {
            return source
                .left_out
                .push(left_out(draft, title, Reason::RetryConfig));
        }
        DraftKind::Other(title) => {
            return source
                .left_out
                .push(left_out(draft, title, Reason::NotAModel));
        }
        DraftKind::NotUnderstood => return source.not_understood.push(draft.page.file),
    };
    let Some(body) = body else {
        return source.not_understood.push(draft.page.file);
    };
    let prose = prose::read(files, draft.page);
    let struck = draft::is_struck(title);
    let struck = struck.then(|| Located::new(String::new(), title.place));
    source.models.push(ModelClaim {
        name: Located::new(title.text.clone(), title.place),
        namespace: draft.home.namespace.clone(),
        stem: draft.home.stem.clone(),
        language: words.language,
        description: prose.description,
        deprecated: prose.deprecated.or(struck),
        body,
        examples: examples(draft),
    });
}

/// Whole values of the model: from the usage block, and from below the members of a union.
fn examples(draft: &Draft) -> Vec<Located<Literal>> {
    let members = match &draft.kind {
        DraftKind::Members(_, members) => members.as_slice(),
        _ => &[],
    };
    let codes = draft::usage(draft.page).into_iter();
    codes
        .chain(members.iter().filter_map(|member| member.code))
        .filter(|code| vocabulary::has_literals(&code.language))
        .filter_map(usage::example)
        .collect()
}

fn left_out(draft: &Draft, title: &Heading, reason: Reason) -> LeftOut {
    LeftOut {
        file: draft.page.file,
        title: title.text.clone(),
        namespace: draft.home.namespace.clone(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::SourceConfig;
    use crate::dialect::testing::{Reading, fields_page, read, read_with};

    fn languages(reading: &Reading) -> Vec<(&str, Vec<(&str, Language)>)> {
        let sources = reading.sources.iter();
        sources
            .map(|source| {
                let models = source.models.iter();
                let models = models.map(|model| (model.name.value.as_str(), model.language));
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
            crate::claim::Saying::Silent
        );
    }

    #[test]
    fn a_configured_folder_is_a_source_of_that_language() {
        let mut files = crate::source::Files::default();
        let id = files.add(crate::source::SourceFile::new("spec.toml", "java"));
        let place = crate::source::Place::new(id, 0..4);
        let source = SourceConfig {
            language: Some(Located::new(Language::Java, place)),
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

    #[test]
    fn sorts_pages_without_a_model() {
        let reading = read(&[
            (
                "docs/models/shared/CreatedBy.md",
                "# CreatedBy\n\nWho did it.\n",
            ),
            (
                "docs/sdks/models/README.md",
                "# Models\n\n## Overview\n\ntext\n",
            ),
            ("docs/models/Half.md", "# Half\n\n## Fie"),
            ("docs/models/Empty.md", ""),
        ]);
        let source = &reading.sources[0];
        let names: Vec<_> = source
            .models
            .iter()
            .map(|m| (m.name.value.as_str(), &m.body))
            .collect();
        assert_eq!(names, [("CreatedBy", &Body::Silent)]);
        let left_out: Vec<_> = source
            .left_out
            .iter()
            .map(|l| (l.title.as_str(), l.reason))
            .collect();
        assert_eq!(
            left_out,
            [("Models", Reason::NotAModel), ("Half", Reason::NotAModel)]
        );
        assert_eq!(
            reading.findings(),
            [
                "docs/models/Half.md:1:1: the page is named as a model and describes none",
                "docs/models/Empty.md:1:1: the page has no title",
            ]
        );
    }

    #[test]
    fn unions_have_members_and_examples() {
        let page = "# U\n\n\n## Supported Types\n\n### `components.A`\n\n```typescript\nconst value: components.A = {\n  a: 1,\n};\n```\n\n### `string[]`\n\n```typescript\nconst value: string[] = [\n  \"b\",\n];\n```\n\n### `EventStream<models.A>`\n";
        let reading = read(&[("u.md", page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let model = &reading.sources[0].models[0];
        let Body::Members(members) = &model.body else {
            panic!("{:?}", model.body);
        };
        use crate::claim::{Scalar, TypeShape};
        let shapes: Vec<_> = members.iter().map(|member| &member.value).collect();
        let strings = TypeShape::List(Box::new(TypeShape::Scalar(Scalar::String)));
        assert!(
            matches!(shapes[..], [TypeShape::Model(name), list, TypeShape::RawResponse]
            if name.name == "A" && *list == strings)
        );
        assert_eq!(model.examples.len(), 2);
        assert_eq!(
            model.examples[1].value,
            Literal::Array(vec![Literal::String("b".into())])
        );
    }
}
