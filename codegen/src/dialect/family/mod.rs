//! Which family of docs reads a page.
//!
//! The pages of a folder tell together: `signs` says what a page is a sign of. An SDK's folder is
//! what stands above its `docs` or `models`; what stands in no SDK's folder is one reference.

mod signs;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::reference::profile::Profile;
use super::sdk::page::location;
use crate::config::{Config, Family};
use crate::page::{PageFile, Site, parse_site};
use crate::source::Files;
use signs::{Sign, Signs};

/// Pages of one family. Those of a reference stand in one folder, whose path below the API's folder
/// this is; those of SDKs are split further where they are read.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub family: Family,
    pub folder: String,
    /// Their places among the pages of the API.
    pub pages: Vec<usize>,
}

/// The pages of each family, in their order.
pub(crate) fn split(files: &Files, pages: &[PageFile], config: &Config) -> Vec<Shelf> {
    let mut sdks: Vec<&PageFile> = Vec::new();
    let mut references: BTreeMap<String, Vec<&PageFile>> = BTreeMap::new();
    let mut open: Vec<&PageFile> = Vec::new();
    for page in pages {
        match configured(&page.path, config) {
            Some((_, Family::Sdk)) => sdks.push(page),
            Some((folder, Family::Reference)) => {
                references.entry(folder.to_owned()).or_default().push(page);
            }
            None => open.push(page),
        }
    }
    let (found, rest) = told(files, &open, config);
    sdks.extend(found);
    if !rest.is_empty() {
        let is_sdk_on_top = sdks
            .iter()
            .any(|page| source(&page.path, config).is_empty());
        let folder = if is_sdk_on_top {
            shared(&rest)
        } else {
            String::new()
        };
        references.entry(folder).or_default().extend(rest);
    }
    // The order of the pages is that of the input again.
    let place: BTreeMap<&str, usize> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| (page.path.as_str(), at))
        .collect();
    let sdks = (!sdks.is_empty()).then_some((Family::Sdk, String::new(), sdks));
    let references = references
        .into_iter()
        .map(|(folder, pages)| (Family::Reference, folder, pages));
    let shelves = sdks.into_iter().chain(references);
    shelves
        .map(|(family, folder, pages)| {
            let places = pages
                .iter()
                .filter_map(|page| place.get(page.path.as_str()));
            let mut pages: Vec<_> = places.copied().collect();
            pages.sort_unstable();
            Shelf {
                family,
                folder,
                pages,
            }
        })
        .collect()
}

/// The family of a page by the settings, and the folder that these name.
fn configured<'c>(path: &str, config: &'c Config) -> Option<(&'c str, Family)> {
    let folder = location::configured(path, config)?;
    let source = &config.sources.get(folder)?.value;
    let family = source.family.as_ref().map(|family| family.value);
    let family = family.or_else(|| source.language.as_ref().map(|_| Family::Sdk))?;
    Some((folder, family))
}

/// Pages of SDKs, and those of a reference, where the settings do not say.
fn told<'a>(
    files: &Files,
    pages: &[&'a PageFile],
    config: &Config,
) -> (Vec<&'a PageFile>, Vec<&'a PageFile>) {
    let profile = Profile::of(config);
    let mut signs = Signs::new(&profile);
    let read: Vec<_> = pages
        .iter()
        .map(|page| Read {
            sign: signs.of(files, &page.path, &page.page),
            source: source(&page.path, config),
            page,
        })
        .collect();
    let having = |pages: &[&Read<'a>], sign| -> BTreeSet<String> {
        let pages = pages.iter().filter(|read| read.sign == sign);
        pages.map(|read| read.source.clone()).collect()
    };
    let mut sdks = having(&read.iter().collect::<Vec<_>>(), Sign::Generated);
    let mut rest: Vec<_> = read.iter().filter(|read| !read.is_in(&sdks)).collect();
    let count = |pages: &[&Read<'a>], sign| pages.iter().filter(|read| read.sign == sign).count();
    if count(&rest, Sign::ModelPage) >= count(&rest, Sign::Fields) {
        sdks.extend(having(&rest, Sign::ModelPage));
        rest.retain(|read| !read.is_in(&sdks));
    }
    let is_reference = if sdks.is_empty() {
        rest.iter().any(|read| read.sign >= Sign::Table)
            || rest.iter().any(|read| {
                let shown = parse_site(files, read.page.page.file, &Site::default());
                signs.of(files, &read.page.path, &shown) >= Sign::Table
            })
    } else {
        // Beside the folders of SDKs there are pages about all of it.
        let is_about_sdks = |read: &Read<'_>| ABOUT.contains(&stem(read).as_str());
        rest.iter()
            .any(|read| read.sign == Sign::Fields && !is_about_sdks(read))
    };
    if !is_reference {
        return (pages.to_vec(), Vec::new());
    }
    let (of_sdks, rest) = read.iter().partition::<Vec<_>, _>(|read| read.is_in(&sdks));
    let pages = |read: Vec<&Read<'a>>| read.into_iter().map(|read| read.page).collect();
    (pages(of_sdks), pages(rest))
}

/// Names of pages that are about a folder of SDKs as a whole.
const ABOUT: [&str; 6] = [
    "changelog",
    "contributing",
    "migration",
    "readme",
    "releases",
    "usage",
];

fn stem(read: &Read<'_>) -> String {
    location::home(&read.page.path).stem.to_lowercase()
}

struct Read<'a> {
    page: &'a PageFile,
    /// The folder of its SDK, if it is of one.
    source: String,
    sign: Sign,
}

impl Read<'_> {
    /// Whether its folder is that of an SDK, or below it. The API's folder is no SDK's own.
    fn is_in(&self, sdks: &BTreeSet<String>) -> bool {
        let mut folder = self.source.as_str();
        loop {
            if sdks.contains(folder) {
                return true;
            }
            match folder.rsplit_once('/') {
                Some((above, _)) => folder = above,
                None => return false,
            }
        }
    }
}

fn source(path: &str, config: &Config) -> String {
    match location::configured(path, config) {
        Some(folder) => folder.to_owned(),
        None => location::home(path).source,
    }
}

/// The folder that pages have in common.
fn shared(pages: &[&PageFile]) -> String {
    let mut folders = pages.iter().map(|page| {
        let folder = page.path.rsplit_once('/');
        folder.map_or("", |(folder, _)| folder)
    });
    let mut common: Vec<&str> = folders.next().unwrap_or_default().split('/').collect();
    for other in folders {
        let same = common.iter().zip(other.split('/'));
        let same = same.take_while(|(a, b)| *a == b).count();
        common.truncate(same);
    }
    common.join("/")
}
