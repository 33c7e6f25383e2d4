//! Brings the model pages of an SDK into `specs/`, and the keys that its source uses.
//!
//! [`plan`] reads the checkout, [`compare`] reads what an earlier import left, and [`write()`] makes
//! the one the other. Only the last changes the disk.

pub(crate) mod changes;
pub(crate) mod keys;
pub(crate) mod pages;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::claim::{Reason, Source};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::dialect;
use crate::input::{self, Flaw};
use crate::language::Language;
use crate::page::{self, PageFile};
use crate::source::Files;

pub use changes::{Change, ChangeKind, Changes, compare, write};
pub use keys::Keys;

/// What an import brings, by paths below the API's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The language of the SDK.
    pub language: Language,
    /// The folder of its pages: `java/models`.
    pub folder: String,
    /// The pages and their text: `java/models/shared/Order.md`.
    pub pages: BTreeMap<String, String>,
    /// The path of the file of keys: `java/keys.tsv`.
    pub keys_path: String,
    /// What the SDK's source says about keys.
    pub keys: Keys,
    /// The pages of the checkout that are not taken, in the order of their paths.
    pub left_out: Vec<LeftOutPage>,
    /// The symbolic links in the checkout, which are not followed.
    pub links: Vec<String>,
    /// Its files whose names not every system can hold, and what is no file: they are not read.
    pub odd: Vec<String>,
    /// Pairs of pages whose paths differ only in case: some systems can hold only one of them.
    pub twins: Vec<(String, String)>,
}

/// A page that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutPage {
    /// Its path below the checkout.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why a page is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It describes no model of the API.
    NoModel(Reason),
    /// It is of another SDK, in this folder of the checkout.
    OtherSdk(String),
    /// It is not UTF-8.
    NotUtf8,
    /// What would be made of it is more than of a page may be.
    TooLarge,
    /// Another page of the checkout, that of this path, goes to the same place.
    Taken(String),
}

/// Why there is nothing to import.
#[derive(Debug)]
pub enum Refusal {
    /// No page below the path describes a model.
    NoModels,
    /// The path holds several SDKs: their folders.
    Several(Vec<String>),
    /// A file could not be read.
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Finds the model pages of the SDK below `path`. Links are not followed.
///
/// # Errors
///
/// [`Refusal::NoModels`] for a folder without model pages, [`Refusal::Several`] for a repository
/// of several SDKs of which none is at its root, and what cannot be read, with its path.
pub fn plan(path: &Path) -> Result<Import, Refusal> {
    let mut files = Files::default();
    let checkout = input::list(path)?;
    let mut pages = Vec::new();
    let mut no_text = Vec::new();
    for file in checkout.files.iter().filter(|file| input::is_page(file)) {
        let read = match input::read_page(path, file)? {
            Ok(read) => read,
            Err(flaw) => {
                no_text.push(LeftOutPage {
                    path: file.clone(),
                    why: match flaw {
                        Flaw::TooMuch(_) => Why::TooLarge,
                        Flaw::Utf16 | Flaw::Byte(..) => Why::NotUtf8,
                    },
                });
                continue;
            }
        };
        let id = files.add(read);
        pages.push(PageFile {
            page: page::parse(&files, id),
            path: file.clone(),
        });
    }
    // What is wrong with a page is said when the specs are read.
    let mut unsaid = Diagnostics::default();
    let mut sources = dialect::read(&files, &mut pages, &[], &Config::default(), &mut unsaid);
    let at = only(&sources)?;
    let others = sources.iter().enumerate();
    let others = others.filter(|(other, source)| *other != at && !source.models.is_empty());
    let others: Vec<String> = others.map(|(_, source)| source.folder.clone()).collect();
    let source = &mut sources[at];
    let language = most_common(source.models.iter().filter_map(|model| model.language));
    let language = language.ok_or(Refusal::NoModels)?;
    let folder = format!("{}/models", word(language));
    let keys = keys::read(path, &checkout.files, &mut files, source, language, &others)?;
    let (pages, mut left_out) = pages::sort(&files, &pages, &sources, &sources[at], &folder);
    left_out.extend(no_text);
    left_out.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Import {
        language,
        folder,
        keys_path: format!("{}/keys.tsv", word(language)),
        keys,
        left_out,
        twins: pages::differ_in_case(&pages),
        pages,
        links: checkout.links,
        odd: checkout.odd,
    })
}

/// Which is the one source that has models, or of several that at the root of the checkout.
fn only(sources: &[Source]) -> Result<usize, Refusal> {
    let with_models = || {
        let all = sources.iter().enumerate();
        all.filter(|(_, source)| !source.models.is_empty())
    };
    let mut several = with_models();
    let root = with_models().find(|(_, source)| source.folder.is_empty());
    match (several.next(), several.next(), root) {
        (None, ..) => Err(Refusal::NoModels),
        (Some((only, _)), None, _) | (_, _, Some((only, _))) => Ok(only),
        (Some(_), Some(_), None) => {
            let folders = with_models().map(|(_, source)| source.folder.clone());
            Err(Refusal::Several(folders.collect()))
        }
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
