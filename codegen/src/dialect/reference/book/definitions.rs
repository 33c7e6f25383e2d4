//! Definitions of links that hold on all pages.

use std::collections::BTreeMap;

use super::Leaf;
use super::paths::join;
use crate::dialect::reference::profile::Profile;

/// Those of the pages that are for that, then those that all pages give alike.
pub(super) fn shared(
    pages: &[Leaf],
    profile: &Profile,
    below: impl Fn(&str) -> String,
) -> BTreeMap<String, String> {
    let mut shared = BTreeMap::new();
    let mut alike: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for file in pages {
        let below = below(&file.path);
        let is_for_all = profile.files.definitions.iter().any(|it| it.fits(&below));
        for definition in &file.definitions {
            let target = from_anywhere(&below, &definition.target);
            if is_for_all {
                let label = definition.label.clone();
                shared.entry(label).or_insert_with(|| target.clone());
            }
            let before = alike.entry(&definition.label);
            before
                .and_modify(|before| {
                    if before.as_ref() != Some(&target) {
                        *before = None;
                    }
                })
                .or_insert(Some(target));
        }
    }
    for (label, target) in alike {
        if let Some(target) = target {
            shared.entry(label.to_owned()).or_insert(target);
        }
    }
    shared
}

/// A target as other pages have to write it: `/rooms/list#a` for `list#a` on a page in `rooms`.
fn from_anywhere(page: &str, target: &str) -> String {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    if target.starts_with('#') {
        return format!("/{page}{target}");
    }
    if target.starts_with('/') || target.contains(':') {
        return target.to_owned();
    }
    let end = target.find(['#', '?']).unwrap_or(target.len());
    match join(folder, &target[..end]) {
        Some(path) => format!("/{path}{}", &target[end..]),
        None => target.to_owned(),
    }
}
