//! Which pages of a checkout are taken, and where they go.

use std::collections::{BTreeMap, BTreeSet};

use super::{LeftOutPage, Why};
use crate::claim::{LeftOut, Reason, Source};
use crate::page::PageFile;
use crate::source::{FileId, Files};

/// The pages that `source`, one of all, takes to `folder`, with their text; and the others.
pub(crate) fn sort(
    files: &Files,
    pages: &[PageFile],
    sources: &[Source],
    source: &Source,
    folder: &str,
) -> (BTreeMap<String, String>, Vec<LeftOutPage>) {
    let kept = kept(files, pages, source);
    let reasons = reasons(sources, source);
    let mut taken: BTreeMap<String, &PageFile> = BTreeMap::new();
    let mut others = Vec::new();
    for page in pages {
        let file = page.page.file;
        let why = if kept.contains(&file) {
            let to = format!("{folder}/{}", below_models(&page.path, &source.folder));
            match taken.get(&to) {
                Some(other) => Why::Taken(other.path.clone()),
                None => {
                    taken.insert(to, page);
                    continue;
                }
            }
        } else {
            let why = reasons.get(&file).cloned();
            why.unwrap_or(Why::NoModel(Reason::NotAModel))
        };
        others.push(LeftOutPage {
            path: page.path.clone(),
            why,
        });
    }
    let text = |page: &PageFile| files.get(page.page.file).text.to_string();
    let taken = taken.into_iter().map(|(to, page)| (to, text(page)));
    (taken.collect(), others)
}

/// The pages of which a system without case holds one.
pub(crate) fn differ_in_case(pages: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut first: BTreeMap<String, &String> = BTreeMap::new();
    let twins = pages.keys().filter_map(|path| {
        let twin = first.insert(path.to_lowercase(), path)?;
        Some((twin.clone(), path.clone()))
    });
    twins.collect()
}

/// Why pages are not taken, as far as they were understood.
fn reasons(sources: &[Source], source: &Source) -> BTreeMap<FileId, Why> {
    let mut reasons = BTreeMap::new();
    for it in sources {
        let left_out = it.left_out.iter();
        reasons.extend(left_out.map(|page| (page.file, Why::NoModel(page.reason))));
        if it.folder != source.folder {
            let models = it.models.iter().map(|model| model.name.place.file);
            reasons.extend(models.map(|file| (file, Why::OtherSdk(it.folder.clone()))));
        }
    }
    reasons
}

/// The pages of models, and those that tell what a field of a model is: files to upload, and the
/// client library's responses.
fn kept(files: &Files, pages: &[PageFile], source: &Source) -> BTreeSet<FileId> {
    let models = source.models.iter().map(|model| model.name.place.file);
    let mut kept: BTreeSet<FileId> = models.collect();
    let paths: BTreeMap<FileId, &PageFile> =
        pages.iter().map(|page| (page.page.file, page)).collect();
    // A page that is empty describes nothing; any other that cannot be understood was to be one.
    let is_empty = |file: &FileId| {
        let page = paths.get(file).map(|page| &page.page);
        page.is_none_or(|page| {
            page.title.is_none() && page.intro.is_empty() && page.sections.is_empty()
        })
    };
    let broken = source.not_understood.iter().copied();
    kept.extend(broken.filter(|file| !is_empty(file)));
    let texts = kept.iter().map(|file| files.get(*file).text.as_str());
    let linked: BTreeSet<&str> = texts.flat_map(linked).collect();
    let tells = |page: &&LeftOut| {
        let path = paths.get(&page.file).map_or("", |page| page.path.as_str());
        let name = path.rsplit('/').next().unwrap_or_default();
        // Outside of `models`, such a page is about the SDK's library: TypeScript's `RFCDate`. One
        // without a title names nothing.
        let is_none = page.is_user_type || page.title.is_empty();
        linked.contains(name) && !(page.reason == Reason::NotAModel && is_none)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_above_the_models_are_left() {
        let cases = [
            ("docs/models/shared/A.md", "", "shared/A.md"),
            ("x/docs/sdk/models/Models/a.md", "x", "a.md"),
            ("java/A.md", "java", "A.md"),
            ("A.md", "", "A.md"),
        ];
        for (path, folder, below) in cases {
            assert_eq!(below_models(path, folder), below, "{path}");
        }
    }
}
