//! The Rust names of models.

use std::collections::BTreeMap;

use super::rust::{self, Scope};
use crate::config::{Config, ModelConfig};
use crate::model::ModelPath;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::{Catalog, Entry};

/// Gives every entry its settings and its Rust path: by `spec.toml`, else by its title.
pub(crate) fn name_models<'a>(catalog: &mut Catalog<'a>, config: &'a Config) {
    let mut order: Vec<EntryId> = catalog.iter().map(|(entry, _)| entry).collect();
    // Pages before models that are only named, so that what has a page keeps its name.
    order.sort_by_cached_key(|&entry| {
        let entry = &catalog[entry];
        let undescribed = entry.witnesses.is_empty();
        (undescribed, entry.namespace.clone(), entry.title.clone())
    });
    let mut scopes: BTreeMap<Option<String>, Scope> = BTreeMap::new();
    for entry in order {
        let entry = &mut catalog[entry];
        entry.settings = settings_of(config, entry);
        let set = entry.settings.and_then(|config| config.rust_name.as_ref());
        let name = set.map_or_else(|| rust::type_name(&entry.title), |name| name.value.clone());
        let module = (!entry.namespace.is_empty()).then(|| rust::module_name(&entry.namespace));
        // Two namespaces may become one module.
        let name = scopes.entry(module.clone()).or_default().take([name]);
        entry.path = ModelPath::new(module.as_deref(), &name);
    }
    catalog.fill_directory();
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
