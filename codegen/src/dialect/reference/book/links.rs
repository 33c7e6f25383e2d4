//! Where links lead.

use super::paths::join;
use super::{Book, Landing, Spot, TableId};
use crate::page::{Link, Target};

impl Book<'_> {
    /// Where a link on a page leads.
    pub fn follow(&self, page: usize, target: &str) -> Landing {
        let key = (page, target.to_owned());
        if let Some(landing) = self.followed.borrow().get(&key) {
            return *landing;
        }
        let landing = self.look_up(page, target);
        self.followed.borrow_mut().insert(key, landing);
        landing
    }

    fn look_up(&self, from: usize, target: &str) -> Landing {
        let link = Link::new(target.trim());
        if link.page.is_empty() {
            let Some(anchor) = link.anchor.as_deref() else {
                return Landing::Page(from);
            };
            let here = self.land(from, anchor);
            return match (here, link.old_style()) {
                (Landing::NoAnchor(_), Some((page, anchor))) => match self.paths.by_slug(page) {
                    Some(page) => self.land(page, anchor),
                    None => here,
                },
                _ => here,
            };
        }
        let path = crate::page::link::decode(link.page);
        match (self.page_of(from, &path), link.anchor.as_deref()) {
            (Some(page), Some(anchor)) => self.land(page, anchor),
            (Some(page), None) => Landing::Page(page),
            (None, _) => Landing::Elsewhere,
        }
    }

    /// The page that a path or URL means.
    fn page_of(&self, from: usize, path: &str) -> Option<usize> {
        let rules = &self.profile.links;
        let own = rules.own_urls.iter();
        let own = own
            .filter_map(|url| strip_folder(path, url))
            .min_by_key(|rest| rest.len());
        if let Some(rest) = own {
            return self.absolute(rest);
        }
        if is_url(path) {
            return None;
        }
        if path.starts_with('/') {
            return self.absolute(path);
        }
        let below = &self.pages[from].below;
        let folder = below.rsplit_once('/').map_or("", |(folder, _)| folder);
        // Sites that show `rooms.md` as `rooms/` have links that are seen from there.
        let as_folder = below
            .rsplit_once('.')
            .map_or(below.as_str(), |(name, _)| name);
        [folder, as_folder]
            .iter()
            .filter_map(|folder| join(folder, path))
            .find_map(|path| self.below_roots(&path))
            .or_else(|| self.by_name(path))
    }

    /// The page of a path that begins at the top of a site.
    fn absolute(&self, path: &str) -> Option<usize> {
        let roots = self.profile.links.roots.iter();
        let below = roots.filter_map(|root| strip_folder(path, root));
        if let Some(below) = below.min_by_key(|rest| rest.len())
            && let Some(page) = join("", below).and_then(|path| self.below_roots(&path))
        {
            return Some(page);
        }
        let path = join("", path)?;
        // What stands in front may be the folder of the site.
        let mut rest = path.as_str();
        loop {
            if let Some(page) = self.below_roots(rest) {
                return Some(page);
            }
            match rest.split_once('/') {
                Some((_, below)) => rest = below,
                None => return self.by_name(&path),
            }
        }
    }

    /// The page of a path; folders that links leave out, or have and the pages have not, are tried.
    fn below_roots(&self, path: &str) -> Option<usize> {
        let found = self.paths.find(path);
        found.or_else(|| {
            let roots = self.profile.links.page_roots.iter();
            roots.map(|root| root.trim_matches('/')).find_map(|root| {
                let below = self.paths.find(&format!("{root}/{path}"));
                below.or_else(|| self.paths.find(strip_folder(path, root)?))
            })
        })
    }

    fn by_name(&self, path: &str) -> Option<usize> {
        let is_on = self.profile.links.by_basename;
        is_on.then(|| self.paths.by_name(path)).flatten()
    }

    /// What an anchor of a page means.
    fn land(&self, page: usize, anchor: &str) -> Landing {
        let spot = |section| Spot { page, section };
        match self.pages[page].anchors.find(anchor) {
            None => Landing::NoAnchor(page),
            Some(Target::Section(None)) => Landing::Page(page),
            Some(Target::Section(section)) => Landing::Section(spot(section)),
            Some(Target::Table { section, block }) => Landing::Table(TableId {
                spot: spot(section),
                block,
            }),
            Some(Target::Row {
                section,
                block,
                row,
            }) => {
                let spot = spot(section);
                Landing::Row(TableId { spot, block }, row)
            }
        }
    }
}

/// What stands behind a folder, with or without its slash at the end.
fn strip_folder<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    let folder = folder.trim_end_matches('/');
    let rest = path.strip_prefix(folder)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

fn is_url(path: &str) -> bool {
    let scheme = path.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-".contains(&b))
    };
    path.starts_with("//") || scheme.is_some_and(is_scheme)
}
