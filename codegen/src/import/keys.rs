//! The keys that the source of the SDK uses, and how far they go for its pages.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::claim::{Body, Source};
use crate::diagnostic::Diagnostics;
use crate::dialect::sdk::cleanup::source_keys;
use crate::input;
use crate::keys::{self, Fact, Says};
use crate::language::Language;
use crate::sdk_source::{self, SdkSource, Warning, is_model_source};
use crate::source::{Files, SourceFile};

/// What the source of an SDK says about the keys of its models.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// The file of keys; `None` if no key was found.
    pub text: Option<String>,
    /// How many source files were read.
    pub files: usize,
    /// How many fields the pages have, but for those that stand under no key: bodies of requests, maps
    /// of other keys.
    pub fields: usize,
    /// How many of them have a key.
    pub found: usize,
    /// The models of the source that have members, and no page: `components/Order`.
    pub without_page: Vec<String>,
    /// The pages, by path below the checkout, with fields for which the source has no key, and their
    /// names.
    pub without_key: Vec<(String, Vec<String>)>,
    /// What could not be read or used.
    pub warnings: Vec<Warning>,
}

/// Reads the source of the SDK whose docs `source` are, and joins its keys to their fields. Source
/// below `others`, the folders of other SDKs, is theirs.
pub(crate) fn read(
    checkout: &Path,
    paths: &[String],
    files: &mut Files,
    source: &mut Source,
    language: Language,
    others: &[String],
) -> io::Result<Keys> {
    let Some(mut sdk) = SdkSource::new(language) else {
        return Ok(Keys::default());
    };
    let is_theirs = |path: &str| others.iter().any(|other| below(path, other).is_some());
    for path in paths {
        let inner = below(path, &source.folder);
        if !inner.is_some_and(|inner| is_model_source(inner, language)) || is_theirs(path) {
            continue;
        }
        match input::read_bytes(checkout, path, sdk_source::LARGEST)? {
            Some(bytes) => sdk.file(path, &bytes),
            None => sdk.too_large(path),
        }
    }
    let mut found = sdk.finish();
    if !found.facts.is_empty() {
        join(files, &keys::write(&found.facts), source);
    }
    // Classes have many fields without a key, of which pages show but few.
    let shown = source.models.iter().filter_map(|model| match &model.body {
        Body::Fields(fields) => Some(fields),
        _ => None,
    });
    let shown = shown.flatten().filter_map(|field| field.no_key.as_deref());
    let shown: BTreeSet<&str> = shown.map(|it| it.value.as_str()).collect();
    let is_shown = |fact: &Fact| fact.says != Says::Keyless || shown.contains(fact.at.as_str());
    let is_left_out = source_keys::of_pages_left_out(source);
    found
        .facts
        .retain(|fact| is_shown(fact) && !is_left_out(fact));
    let text = (!found.facts.is_empty()).then(|| keys::write(&found.facts));
    let mut keys = Keys {
        text,
        files: found.files,
        warnings: found.warnings,
        ..Keys::default()
    };
    keys.count(files, source);
    Ok(keys)
}

/// Joins the facts of a file of keys as it is done when the specs are read.
fn join(files: &mut Files, text: &str, source: &mut Source) {
    let path = "keys.tsv".to_owned();
    let file = files.add(SourceFile::new(path.as_str(), text));
    let mut unsaid = Diagnostics::default();
    for facts in keys::read(files, &[(path, file)], &mut unsaid) {
        source_keys::join(files, &facts, source);
    }
}

/// The rest of a path below a folder, which may be empty.
fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

impl Keys {
    fn count(&mut self, files: &Files, source: &Source) {
        for model in &source.models {
            let Body::Fields(fields) = &model.body else {
                continue;
            };
            let mut lacking = Vec::new();
            for field in fields.iter().filter(|field| !field.is_rest) {
                if field.source_key.is_some() {
                    self.found += 1;
                } else if field.no_key.is_some() {
                    continue;
                } else {
                    lacking.push(field.name.value.clone());
                }
                self.fields += 1;
            }
            if !lacking.is_empty() {
                self.without_key.push((model.page.clone(), lacking));
            }
        }
        let unmatched = source.unmatched.iter().flat_map(|it| &it.models);
        let model = |line: &str| line.split('\t').nth(1).map(str::to_owned);
        self.without_page = unmatched.filter_map(|it| model(files.text(*it))).collect();
    }
}
