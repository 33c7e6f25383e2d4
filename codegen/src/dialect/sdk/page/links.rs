//! Resolves the links on the pages of an SDK.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::{PageKind, SortedPage};
use super::location;
use crate::claim::Target;
use crate::fold::fold_name;

/// The pages of one SDK that describe models.
#[derive(Debug, Default)]
pub(crate) struct PageIndex {
    /// By namespace and file name in lower case; of several the first.
    by_location: BTreeMap<(String, String), ModelPage>,
    /// Namespaces and titles, folded.
    titles: BTreeSet<(String, String)>,
}

/// A page that describes a model.
#[derive(Debug)]
pub(crate) struct ModelPage {
    /// Its path below the API's folder.
    pub path: String,
    pub title: String,
    /// Whether it has nothing but title and prose.
    pub is_silent: bool,
}

/// What a link says.
pub(crate) struct Linked<'p> {
    pub target: Target,
    /// The namespace of the folder that it leads into, if that is one of models.
    pub namespace: Option<String>,
    /// The page, if it is there and describes a model.
    pub page: Option<&'p ModelPage>,
}

impl PageIndex {
    /// The pages of an SDK, sorted already.
    pub fn of(pages: &[SortedPage]) -> Self {
        let mut index = Self::default();
        for sorted in pages {
            let (title, is_silent) = match &sorted.kind {
                PageKind::Silent(title) => (title, true),
                PageKind::Fields(title, _)
                | PageKind::Values(title, _)
                | PageKind::Members(title, _) => (title, false),
                PageKind::RetryConfig(_) | PageKind::Other(_) | PageKind::NotUnderstood => {
                    continue;
                }
            };
            let namespace = &sorted.home.namespace;
            let location = (namespace.clone(), sorted.home.stem.to_lowercase());
            index
                .by_location
                .entry(location)
                .or_insert_with(|| ModelPage {
                    path: sorted.path.to_owned(),
                    title: title.text.clone(),
                    is_silent,
                });
            let name = (namespace.clone(), fold_name(&title.text));
            index.titles.insert(name);
        }
        index
    }

    /// Follows a link on the page of a path.
    ///
    /// Of its folder only the namespace counts: Ruby's links lead to `shared/` where the files are
    /// in `components/`.
    pub fn follow(&self, link: &str, from: &str) -> Linked<'_> {
        let nowhere = |target| Linked {
            target,
            namespace: None,
            page: None,
        };
        if is_external(link) {
            return nowhere(Target::External);
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let path = path.split('?').next().unwrap_or(path);
        if path.is_empty() {
            return nowhere(Target::Local(anchor.to_owned()));
        }
        let location = location::of_link(path);
        let page = location.as_ref().and_then(|(namespace, stem)| {
            let location = (namespace.clone(), stem.to_lowercase());
            self.by_location.get(&location)
        });
        let path = page.map_or_else(|| location::join(from, path), |page| page.path.clone());
        Linked {
            target: match anchor {
                "" => Target::Page(path),
                anchor => Target::Anchor {
                    page: path,
                    anchor: anchor.to_owned(),
                },
            },
            namespace: location.map(|(namespace, _)| namespace),
            page,
        }
    }

    /// Whether a model of a namespace has that title, case and separators aside.
    pub fn has_title(&self, namespace: &str, title: &str) -> bool {
        let name = (namespace.to_owned(), fold_name(title));
        self.titles.contains(&name)
    }
}

/// Whether a link leads out of the docs.
pub(crate) fn is_external(link: &str) -> bool {
    link.contains("://")
}
