//! Reads the pages of real SDKs, `shared/corpus/API/LANGUAGE/` beside the repository; skipped
//! when they are absent.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use fieldtable::claim::{Body, Source};
use fieldtable::config::Config;
use fieldtable::diagnostic::{Diagnostics, Severity};
use fieldtable::dialect::{self, PageFile};
use fieldtable::page;
use fieldtable::source::{Files, SourceFile};

const LANGUAGES: [&str; 5] = ["java", "php", "python", "ruby", "typescript"];

fn sdks() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let Ok(apis) = corpus.read_dir() else {
        println!("skipped: {} is absent", corpus.display());
        return Vec::new();
    };
    let mut sdks: Vec<_> = apis
        .flat_map(|api| {
            let api = api.unwrap().path();
            LANGUAGES.map(|language| api.join(language))
        })
        .filter(|sdk| sdk.is_dir())
        .collect();
    sdks.sort();
    sdks
}

fn load(sdk: &Path) -> (Files, Vec<PageFile>) {
    let mut files = Files::default();
    let mut pages = Vec::new();
    for entry in walkdir::WalkDir::new(sdk).sort_by_file_name() {
        let entry = entry.unwrap();
        let extension = entry.path().extension().and_then(|it| it.to_str());
        if matches!(extension, Some("md" | "mdx")) {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let path = entry.path().strip_prefix(sdk).unwrap();
            let path = path.to_str().unwrap().to_owned();
            let id = files.add(SourceFile::new(path.clone(), text));
            let page = page::parse(&files, id);
            pages.push(PageFile { path, page });
        }
    }
    (files, pages)
}

fn summary(sources: &[Source]) -> String {
    let mut counts = BTreeMap::<String, usize>::new();
    for source in sources {
        for model in &source.models {
            let kind = match model.body {
                Body::Fields(_) => "structs",
                Body::Values(_) => "enums",
                Body::Members(_) => "unions",
                Body::Silent => "silent",
            };
            *counts.entry(kind.to_owned()).or_default() += 1;
            *counts.entry("examples".to_owned()).or_default() += model.examples.len();
            *counts.entry(model.language.to_string()).or_default() += 1;
        }
        for page in &source.left_out {
            *counts.entry(format!("{:?}", page.reason)).or_default() += 1;
        }
        *counts.entry("not understood".to_owned()).or_default() += source.not_understood.len();
    }
    let counts = counts.iter().map(|(name, count)| format!("{name} {count}"));
    counts.collect::<Vec<_>>().join(", ")
}

#[test]
fn every_page_of_the_corpus_is_understood() {
    let mut complaints = Vec::new();
    for sdk in sdks() {
        let start = Instant::now();
        let (files, pages) = load(&sdk);
        let loaded = start.elapsed();
        let mut diagnostics = Diagnostics::default();
        let sources = dialect::read(&files, &pages, &Config::default(), &mut diagnostics);
        println!(
            "{}: {} pages, {} sources, {}; {} errors, {} warnings; {loaded:.0?} + {:.0?}",
            sdk.display(),
            pages.len(),
            sources.len(),
            summary(&sources),
            diagnostics.count(Severity::Error),
            diagnostics.count(Severity::Warning),
            start.elapsed() - loaded,
        );
        let lost: usize = sources
            .iter()
            .map(|source| source.not_understood.len())
            .sum();
        if lost > 0 {
            complaints.push(format!("{}: {lost} pages not understood", sdk.display()));
        }
        for diagnostic in diagnostics.sorted() {
            let at = diagnostic
                .place
                .map(|place| files.locate(place).to_string());
            let at = at.unwrap_or_default();
            let text = format!("{at}: {}: {}", diagnostic.message, diagnostic.label);
            println!("{text}");
            if diagnostic.severity == Severity::Error {
                complaints.push(text);
            }
        }
        let expected = sdk.file_name().unwrap().to_str().unwrap();
        for model in sources.iter().flat_map(|source| &source.models) {
            let found = model.language.to_string().to_lowercase();
            if found != expected {
                complaints.push(format!("{}: read as {found}", model.name.value));
            }
        }
    }
    assert_eq!(complaints, Vec::<String>::new());
}
