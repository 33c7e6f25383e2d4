//! The Rust names of models.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::rust::{self, Scope};
use crate::claim::Body;
use crate::config::{Config, ModelConfig};
use crate::fold::fold_name;
use crate::model::ModelPath;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::{Catalog, Entry};

/// Gives every entry its settings and its Rust path: by `spec.toml`, else by its title.
pub(crate) fn name_models<'a>(catalog: &mut Catalog<'a>, config: &'a Config) {
    let mut order: Vec<EntryId> = catalog.iter().map(|(entry, _)| entry).collect();
    // Pages before models that are only named, so that what has a page keeps its name. Of models
    // of one title, what most pages describe comes first, then what is in them decides.
    let full_titles = catalog.entries().map(Entry::full_title);
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    full_titles.for_each(|title| *count.entry(title).or_default() += 1);
    order.sort_by_cached_key(|&entry| {
        let entry = &catalog[entry];
        let pages = Reverse(entry.witnesses.len());
        let (namespace, title) = (entry.namespace.clone(), entry.title.clone());
        let undescribed = entry.witnesses.is_empty();
        let content = (count[&entry.full_title()] > 1)
            .then(|| content(entry))
            .flatten();
        (undescribed, namespace, title, pages, content)
    });
    let shares_title = |entry: &Entry<'_>| count[&entry.full_title()] > 1;
    let mut scopes: BTreeMap<Option<String>, Scope> = BTreeMap::new();
    for entry in order {
        let entry = &mut catalog[entry];
        entry.settings = settings_of(config, entry);
        let set = entry.settings.and_then(|config| config.rust_name.as_ref());
        let name = set.map_or_else(|| rust::type_name(&entry.title), |name| name.value.clone());
        let module = (!entry.namespace.is_empty()).then(|| rust::module_name(&entry.namespace));
        // Two namespaces may become one module, and a title may be that of several models.
        let names = match word_for(entry).filter(|_| shares_title(entry)) {
            Some(word) if !name.ends_with(word) => {
                vec![name.clone(), format!("{name}{word}"), name]
            }
            _ => vec![name],
        };
        let name = scopes.entry(module.clone()).or_default().take(names);
        entry.path = ModelPath::new(module.as_deref(), &name);
    }
    catalog.fill_directory();
}

/// What a model is, where its name is another's already.
fn word_for(entry: &Entry<'_>) -> Option<&'static str> {
    if entry.has(|body| matches!(body, Body::Values(_))) {
        return Some("Enum");
    }
    let union = entry.has(|body| matches!(body, Body::Members(_)));
    union.then_some("Union")
}

/// What tells models of one title apart: what their pages list, the longest list first.
fn content(entry: &Entry<'_>) -> Option<(u8, Reverse<usize>, Vec<String>)> {
    let pages = entry.witnesses.iter().map(|page| &page.claim.body);
    let contents = pages.map(|body| {
        let (kind, mut listed): (_, Vec<String>) = match body {
            Body::Fields(fields) => {
                let names = fields.iter().map(|field| fold_name(&field.name.value));
                (0, names.collect())
            }
            Body::Members(members) => (1, vec![String::new(); members.len()]),
            Body::Values(claim) => {
                let values = claim.values.iter().map(|it| it.value.value.clone());
                (2, values.collect())
            }
            Body::Silent => (3, Vec::new()),
        };
        listed.sort_unstable();
        (kind, Reverse(listed.len()), listed)
    });
    contents.min()
}

/// The settings of an entry, by namespace and title, `operations::Status`, else by its title.
fn settings_of<'c>(config: &'c Config, entry: &Entry<'_>) -> Option<&'c ModelConfig> {
    if config.models.is_empty() {
        return None;
    }
    let full = config.models.get(&entry.full_title());
    let found = full.or_else(|| config.models.get(&entry.title));
    found.map(|config| &config.value)
}
