//! Names that `spec.toml` gives to models.
use super::rust;
use super::rust::Scope;
use crate::config::Config;
use crate::model::ModelPath;
use crate::resolve::catalog::Catalog;
use crate::resolve::settings::config_of;
use std::collections::BTreeMap;

/// Gives every entry its Rust path: by `spec.toml`, else by its title.
pub(crate) fn name_models(catalog: &mut Catalog<'_>, config: &Config) {
    let mut order: Vec<usize> = (0..catalog.entries.len()).collect();
    // Pages before models that are only named, so that what has a page keeps its name.
    order.sort_by_key(|&index| {
        let entry = &catalog.entries[index];
        (
            entry.witnesses.is_empty(),
            entry.namespace.clone(),
            entry.title.clone(),
        )
    });
    let mut scopes: BTreeMap<Option<String>, Scope> = BTreeMap::new();
    for index in order {
        let entry = &mut catalog.entries[index];
        let set = config_of(config, entry).and_then(|config| config.rust_name.as_ref());
        let name = set.map_or_else(|| rust::type_name(&entry.title), |name| name.value.clone());
        let module = (!entry.namespace.is_empty()).then(|| rust::module_name(&entry.namespace));
        // Two namespaces may become one module.
        let name = scopes.entry(module.clone()).or_default().take([name]);
        entry.path = ModelPath::new(module.as_deref(), &name);
    }
}
