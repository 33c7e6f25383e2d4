//! The pages by the paths that links write.

use std::collections::BTreeMap;

use super::BookPage;

/// Which page a path means.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// By path without extension and `/index`, in lower case.
    by_path: BTreeMap<String, usize>,
    /// By the last part of the path; none where several pages have it.
    by_name: BTreeMap<String, Option<usize>>,
    /// By the path in capitals, its parts joined: `RESOURCES_ROOM`.
    by_slug: BTreeMap<String, usize>,
}

impl Paths {
    pub(super) fn new(pages: &[BookPage]) -> Self {
        let mut paths = Self::default();
        for (at, page) in pages.iter().enumerate() {
            let path = bare(&page.below);
            let name = last(&path).to_owned();
            paths
                .by_name
                .entry(name)
                .and_modify(|page| *page = None)
                .or_insert(Some(at));
            paths.by_slug.entry(slug(&path)).or_insert(at);
            paths.by_path.entry(path).or_insert(at);
        }
        for (at, page) in pages.iter().enumerate() {
            let named = |key: &str| {
                let mut lines = page.page.front_matter.iter();
                let found = lines.find(|(name, _)| name == key);
                found.map(|(_, value)| value.value.trim_matches(['"', '\'', ' ']))
            };
            let path = bare(&page.below);
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            for name in [named("slug"), named("id")].into_iter().flatten() {
                let path = if name.starts_with('/') {
                    name.to_owned()
                } else {
                    format!("{folder}/{name}")
                };
                let path = bare(&path);
                if !path.is_empty() {
                    paths.by_path.entry(path).or_insert(at);
                }
            }
        }
        paths
    }

    /// The page of a path below the folder of the pages.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        self.by_path.get(&bare(path)).copied()
    }

    /// The only page of that file name.
    pub(super) fn by_name(&self, path: &str) -> Option<usize> {
        let path = bare(path);
        self.by_name.get(last(&path)).copied().flatten()
    }

    /// The page of an old anchor, `DOCS_RESOURCES_ROOM`: words in front may name the site.
    pub(super) fn by_slug(&self, text: &str) -> Option<usize> {
        let text = slug(text);
        let mut rest = text.as_str();
        loop {
            if let Some(&page) = self.by_slug.get(rest) {
                return Some(page);
            }
            (_, rest) = rest.split_once('_')?;
        }
    }
}

/// A path as links are compared: without extension, `/index` and the case of its letters.
fn bare(path: &str) -> String {
    let path = path.trim_matches('/').to_lowercase();
    let mut path = path.as_str();
    for end in [".md", ".mdx", ".html", ".markdown"] {
        path = path.strip_suffix(end).unwrap_or(path);
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name {
        "index" | "readme" => folder.to_owned(),
        _ => path.to_owned(),
    }
}

fn last(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn slug(path: &str) -> String {
    path.to_uppercase().replace(['/', '-', '.', ' '], "_")
}

/// A relative path, seen from a folder; `None` if it leads above the top.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
