//! Copies the model pages of an SDK into `specs/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use crate::claim::{LeftOut, Reason, Source};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::page::{self, PageFile};
use crate::source::{FileId, Files};
use crate::{dialect, input};

/// What an import does: planned first, so that nothing is written if something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The language of the SDK.
    pub language: Language,
    /// The pages to write, by path below the API's folder: `java/models/shared/Order.md`.
    pub pages: BTreeMap<String, String>,
    /// How many pages describe no model of the API, by reason.
    pub left_out: BTreeMap<Reason, usize>,
}

/// Why there is nothing to import, or nothing that may be written.
#[derive(Debug)]
pub enum Refusal {
    /// No page below the path describes a model.
    NoModels,
    /// The path holds several SDKs: their folders.
    Several(Vec<String>),
    /// Pages would be replaced by others.
    Differs(Vec<PathBuf>),
    /// A folder below the API's leads elsewhere: a symbolic link.
    Elsewhere(PathBuf),
    /// A file could not be read or written.
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Finds the model pages of the SDK below `path`.
///
/// # Errors
///
/// [`Refusal::NoModels`] for a folder without model pages, [`Refusal::Several`] for a repository
/// of several SDKs, and what reading meets.
pub fn plan(path: &Path) -> Result<Import, Refusal> {
    let mut files = Files::default();
    let pages: Vec<PageFile> = input::pages(path, &mut files)?
        .into_iter()
        .map(|(path, id)| PageFile {
            page: page::parse(&files, id),
            path,
        })
        .collect();
    // What is wrong with a page is said when the specs are read.
    let mut unsaid = Diagnostics::default();
    let mut sources = dialect::read(&files, &pages, &Config::default(), &mut unsaid);
    sources.retain(|source| !source.models.is_empty());
    let source = match sources.as_slice() {
        [] => return Err(Refusal::NoModels),
        [only] => only,
        several => {
            let folders = several.iter().map(|source| source.folder.clone());
            return Err(Refusal::Several(folders.collect()));
        }
    };
    let language = most_common(source.models.iter().filter_map(|model| model.language));
    let Some(language) = language else {
        return Err(Refusal::NoModels);
    };
    let folder = word(language);
    let kept = kept(&files, &pages, source);
    let pages = pages
        .iter()
        .filter(|page| kept.contains(&page.page.file))
        .map(|page| {
            let below = below_models(&page.path, &source.folder);
            let text = files.get(page.page.file).text.clone();
            (format!("{folder}/models/{below}"), text)
        });
    let mut left_out = BTreeMap::new();
    for page in source
        .left_out
        .iter()
        .filter(|page| !kept.contains(&page.file))
    {
        *left_out.entry(page.reason).or_default() += 1;
    }
    Ok(Import {
        language,
        pages: pages.collect(),
        left_out,
    })
}

/// Writes the pages below the folder of an API; returns how many were not there already.
///
/// # Errors
///
/// [`Refusal::Differs`] where a page would be replaced by another one, unless `force` is set, and
/// [`Refusal::Elsewhere`] where a symbolic link leads out of the folder. Then nothing is written.
pub fn write(import: &Import, api: &Path, force: bool) -> Result<usize, Refusal> {
    let mut new = Vec::new();
    let mut differs = Vec::new();
    for (below, text) in &import.pages {
        if !Path::new(below)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            return Err(Refusal::Elsewhere(api.join(below)));
        }
        let mut path = api.to_owned();
        for part in below.split('/') {
            path.push(part);
            if path.is_symlink() {
                return Err(Refusal::Elsewhere(path));
            }
        }
        match fs::read(&path) {
            Ok(known) if known == text.as_bytes() => {}
            Ok(_) if !force => differs.push(path),
            Ok(_) => new.push((path, text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => new.push((path, text)),
            Err(error) => return Err(error.into()),
        }
    }
    if !differs.is_empty() {
        return Err(Refusal::Differs(differs));
    }
    let count = new.len();
    for (path, text) in new {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text)?;
    }
    Ok(count)
}

/// The pages of models, and those that tell what a field of a model is: files to upload, and the
/// client library's responses.
fn kept(files: &Files, pages: &[PageFile], source: &Source) -> BTreeSet<FileId> {
    let models = source.models.iter().map(|model| model.name.place.file);
    let mut kept: BTreeSet<FileId> = models
        .chain(source.not_understood.iter().copied())
        .collect();
    let texts = kept.iter().map(|file| files.get(*file).text.as_str());
    let linked: BTreeSet<&str> = texts.flat_map(linked).collect();
    let paths: BTreeMap<FileId, &str> = pages
        .iter()
        .map(|page| (page.page.file, page.path.as_str()))
        .collect();
    let tells = |page: &&LeftOut| {
        let path = paths.get(&page.file).copied().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        // Outside of `models`, such a page is about the SDK's library: TypeScript's `RFCDate`.
        let is_library = page.reason == Reason::NotAModel && page.is_user_type;
        linked.contains(name) && !is_library
    };
    let named: Vec<_> = source.left_out.iter().filter(tells).collect();
    kept.extend(named.iter().map(|page| page.file));
    kept
}

/// The names of the files that a text links to.
fn linked(text: &str) -> impl Iterator<Item = &str> {
    text.split(')')
        .filter_map(|before| before.rsplit_once('/').map(|(_, name)| name))
}

/// The path below the last folder called `models`, else below the source's folder.
fn below_models<'p>(path: &'p str, folder: &str) -> &'p str {
    let mut at = 0;
    let mut below = None;
    for part in path.split_inclusive('/') {
        at += part.len();
        if part.eq_ignore_ascii_case("models/") {
            below = Some(at);
        }
    }
    match below {
        Some(at) => &path[at..],
        None => path
            .strip_prefix(folder)
            .unwrap_or(path)
            .trim_start_matches('/'),
    }
}

fn most_common(languages: impl Iterator<Item = Language>) -> Option<Language> {
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for language in languages {
        *counts.entry(language).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(language, _)| language)
}

/// The word for a language in `spec.toml`, also a folder's name.
fn word(language: Language) -> String {
    match serde_json::to_value(language) {
        Ok(serde_json::Value::String(word)) => word,
        _ => language.to_string().to_lowercase(),
    }
}
