//! Models of several pages whose headings and titles all say the same: versions of one page.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::names::namespace;
use crate::dialect::reference::book::Book;
use crate::fold::fold_name;

/// Puts what tells the pages of such models apart into their names.
pub(super) fn tell_apart(book: &Book<'_>, drafts: &mut [Draft]) {
    let mut pages: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
    let keys: Vec<_> = drafts
        .iter()
        .map(|draft| {
            let page = &book.pages[draft.spot.page];
            let names = draft.parts.candidates();
            let names: Vec<_> = names.iter().map(|name| fold_name(name)).collect();
            (namespace(book.profile.modules, page), names.join(" "))
        })
        .collect();
    for (draft, key) in drafts.iter().zip(&keys) {
        let pages = pages.entry(key.clone()).or_default();
        pages.insert(draft.spot.page);
    }
    let mut told: BTreeMap<BTreeSet<usize>, BTreeMap<usize, String>> = BTreeMap::new();
    for (draft, key) in drafts.iter_mut().zip(&keys) {
        let pages = &pages[key];
        if pages.len() > 1 {
            let words = match told.get(pages) {
                Some(words) => words,
                None => told.entry(pages.clone()).or_insert(difference(book, pages)),
            };
            draft.parts.path.clone_from(&words[&draft.spot.page]);
        }
    }
    number(drafts, keys);
}

/// Numbers models of one page that nothing tells apart, from the second.
fn number(drafts: &mut [Draft], keys: Vec<(String, String)>) {
    let mut count: BTreeMap<(usize, (String, String)), usize> = BTreeMap::new();
    for (draft, key) in drafts.iter_mut().zip(keys) {
        let count = count.entry((draft.spot.page, key)).or_default();
        *count += 1;
        if *count > 1 {
            let label = format!("{} {count}", draft.parts.label);
            draft.parts.label = label.trim_start().to_owned();
        }
    }
}

/// What the paths of pages have that the others have not: of the first folder in which all differ,
/// counted from the outer or the inner, else of the file, else of both, else of the whole path.
fn difference(book: &Book<'_>, pages: &BTreeSet<usize>) -> BTreeMap<usize, String> {
    let paths: Vec<(Vec<&str>, &str)> = pages
        .iter()
        .map(|&page| {
            let mut parts: Vec<_> = book.pages[page].below.split('/').collect();
            let file = parts.pop().unwrap_or_default();
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            (parts, stem)
        })
        .collect();
    let depth = paths.iter().map(|(folders, _)| folders.len()).min();
    let outer = (0..depth.unwrap_or_default()).map(|at| {
        let all = paths.iter().map(|(folders, _)| folders[at].to_owned());
        all.collect::<Vec<_>>()
    });
    let inner = paths.iter().map(|(folders, _)| last(folders, 1));
    let files = paths.iter().map(|(_, stem)| (*stem).to_owned());
    let both = paths
        .iter()
        .map(|(folders, stem)| format!("{} {stem}", last(folders, 1)));
    let two = paths.iter().map(|(folders, _)| last(folders, 2));
    let whole = paths
        .iter()
        .map(|(folders, stem)| format!("{} {stem}", folders.join(" ")));
    let all = [
        inner.collect(),
        files.collect(),
        both.collect(),
        two.collect(),
    ];
    let words = outer.chain(all).find_map(|parts: Vec<String>| {
        let words = without_common(&parts);
        let unlike: BTreeSet<_> = words.iter().map(|words| fold_name(words)).collect();
        (unlike.len() == parts.len() && !unlike.contains("")).then_some(words)
    });
    let words = words.unwrap_or_else(|| without_common(&whole.collect::<Vec<_>>()));
    pages.iter().copied().zip(words).collect()
}

/// The last folders.
fn last(folders: &[&str], count: usize) -> String {
    folders[folders.len().saturating_sub(count)..].join(" ")
}

/// Texts without the words that all of them have.
fn without_common(texts: &[String]) -> Vec<String> {
    let words = |text: &str| -> Vec<String> {
        let is_sign = |c: char| !(c.is_alphanumeric() || c == '.');
        let words = text.split(is_sign).map(|word| word.trim_matches('.'));
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = texts.iter().map(|text| words(text)).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for words in &all {
        let words: BTreeSet<&str> = words.iter().map(String::as_str).collect();
        for word in words {
            *count.entry(word).or_default() += 1;
        }
    }
    let own = |words: &Vec<String>| {
        let own = words.iter().filter(|word| count[word.as_str()] < all.len());
        own.cloned().collect::<Vec<_>>().join(" ")
    };
    all.iter().map(own).collect()
}
