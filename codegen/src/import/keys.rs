//! The keys that the source of the SDK uses, and how far they go for its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use crate::claim::{Body, FieldClaim, ModelClaim, Source};
use crate::dialect::sdk::page::location;
use crate::input;
use crate::keys::{self, Says};
use crate::language::Language;
use crate::sdk_source::{self, Found, SdkSource, Warning, is_model_source};
use crate::source::Files;

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

/// Reads the source of the SDK whose docs `source` are. Source below `others`, the folders of other
/// SDKs, is theirs.
pub(crate) fn read(
    checkout: &Path,
    paths: &[String],
    files: &Files,
    source: &Source,
    language: Language,
    others: &[&str],
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
    let found = sdk.finish();
    let mut keys = Keys {
        text: (!found.facts.is_empty()).then(|| keys::write(&found.facts)),
        files: found.files,
        warnings: found.warnings.clone(),
        ..Keys::default()
    };
    keys.compare(files, source, &found);
    Ok(keys)
}

/// The rest of a path below a folder, which may be empty.
fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

impl Keys {
    fn compare(&mut self, files: &Files, source: &Source, found: &Found) {
        let mut members: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
        let mut spelt: BTreeMap<(String, &str), &str> = BTreeMap::new();
        for fact in &found.facts {
            let (folder, name) = fact.model_parts();
            let model = (location::namespace(folder), name);
            if matches!(fact.says, Says::Field { .. }) {
                spelt.insert(model.clone(), &fact.model);
                members.entry(model).or_default().insert(&fact.member);
            }
        }
        let mut keyless: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
        for (model, member) in &found.keyless {
            let (folder, name) = model.rsplit_once('/').unwrap_or(("", model));
            let model = (location::namespace(folder), name);
            keyless.entry(model).or_default().insert(member);
        }
        for model in &source.models {
            let Body::Fields(fields) = &model.body else {
                continue;
            };
            let title = (model.namespace.clone(), model.name.value.as_str());
            spelt.remove(&title);
            self.page(
                files,
                model,
                fields,
                members.get(&title),
                keyless.get(&title),
            );
        }
        let mut titles: BTreeSet<(&str, &str)> = BTreeSet::new();
        titles.extend(
            source
                .left_out
                .iter()
                .map(|it| (it.namespace.as_str(), it.title.as_str())),
        );
        spelt.retain(|(namespace, name), _| !titles.contains(&(namespace.as_str(), *name)));
        self.without_page = spelt.into_values().map(str::to_owned).collect();
    }

    fn page(
        &mut self,
        files: &Files,
        model: &ModelClaim,
        fields: &[FieldClaim],
        members: Option<&BTreeSet<&str>>,
        keyless: Option<&BTreeSet<&str>>,
    ) {
        let mut lacking = Vec::new();
        for field in fields.iter().filter(|field| !field.is_rest) {
            // The page may print a name that the language forced on it.
            let printed = files.text(field.name.place).trim_matches(['`', '~', '*']);
            let has = |names: Option<&BTreeSet<&str>>| {
                let own = field.name.value.as_str();
                names.is_some_and(|names| names.contains(own) || names.contains(printed))
            };
            if has(keyless) {
                continue;
            }
            self.fields += 1;
            if has(members) {
                self.found += 1;
            } else {
                lacking.push(field.name.value.clone());
            }
        }
        if !lacking.is_empty() {
            self.without_key.push((model.page.clone(), lacking));
        }
    }
}
