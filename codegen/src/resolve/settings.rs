//! What `spec.toml` decides about models and fields, and what it names in vain.

use indexmap::IndexMap;

use super::catalog::{Catalog, Entry, names_in};
use super::names::{self, Scope};
use super::wire;
use super::{Context, Models};
use crate::claim::{Body, TypeShape};
use crate::config::{Config, FieldConfig, ModelConfig};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ExtraKeys, Kind, ModelPath};
use crate::suggest::nearest;

/// Gives every entry its Rust path: by `spec.toml`, else by its title.
pub(super) fn name_models(catalog: &mut Catalog<'_>, config: &Config) {
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
    let mut scopes: IndexMap<String, Scope> = IndexMap::new();
    for index in order {
        let entry = &mut catalog.entries[index];
        let set = config_of(config, entry).and_then(|config| config.rust_name.as_ref());
        let name = set.map_or_else(|| names::type_name(&entry.title), |name| name.value.clone());
        let name = scopes
            .entry(entry.namespace.clone())
            .or_default()
            .take([name]);
        let module = (!entry.namespace.is_empty()).then(|| names::module_name(&entry.namespace));
        entry.path = ModelPath::new(module.as_deref(), &name);
    }
}

/// The settings of an entry, by its title, or by namespace and title: `operations::Status`.
fn config_of<'c>(config: &'c Config, entry: &Entry<'_>) -> Option<&'c ModelConfig> {
    let path = entry.full_title();
    let found = config
        .models
        .get(&path)
        .or_else(|| config.models.get(&entry.title));
    found.map(|config| &config.value)
}

impl Context<'_> {
    /// The settings of a model.
    pub(super) fn model_config(&self, entry: &Entry<'_>) -> Option<&ModelConfig> {
        config_of(self.config, entry)
    }

    /// Whether keys that no field has are kept: by the model's setting, else by the API's.
    pub(super) fn keeps_extra(&self, entry: &Entry<'_>) -> bool {
        let model = self
            .model_config(entry)
            .and_then(|config| config.extra.as_ref());
        let set = model.or(self.config.extra.as_ref());
        set.is_some_and(|set| set.value == ExtraKeys::Keep)
    }

    /// The settings of a field, by any of its names.
    pub(super) fn field_config<'n>(
        &self,
        entry: &Entry<'_>,
        mut names: impl Iterator<Item = &'n str>,
    ) -> Option<&FieldConfig> {
        let fields = &self.model_config(entry)?.fields;
        names
            .find_map(|name| fields.get(name))
            .map(|config| &config.value)
    }
}

/// Reports settings that name no model, or no field of their model: a typing error must not pass
/// in silence.
pub(super) fn report_unused(cx: &Context<'_>, models: &Models, diagnostics: &mut Diagnostics) {
    for (name, settings) in &cx.config.models {
        let entries = || {
            cx.catalog
                .entries
                .iter()
                .filter(|e| e.title == *name || e.full_title() == *name)
        };
        if entries().next().is_none() {
            let titles = cx.catalog.entries.iter().map(|entry| entry.title.as_str());
            let error = Diagnostic::error(settings.place, format!("no model is called `{name}`"));
            diagnostics.push(with_suggestion(error, nearest(name, titles)));
            continue;
        }
        let known: Vec<&str> = entries()
            .flat_map(|entry| field_names(entry, models))
            .collect();
        for (field, settings) in &settings.value.fields {
            // A key as the wire case spells it is another name once `wire-name` is set.
            let case = cx.case.value;
            let spelt = known.iter().any(|name| wire::spell(case, name) == *field);
            if !known.contains(&field.as_str()) && !spelt {
                let error =
                    Diagnostic::error(settings.place, format!("`{name}` has no field `{field}`"));
                let near = nearest(field, known.iter().copied());
                diagnostics.push(with_suggestion(error, near));
            }
            if let Some(ty) = &settings.value.ty {
                report_unknown_names(cx, &ty.value, diagnostics);
            }
        }
    }
}

fn report_unknown_names(cx: &Context<'_>, ty: &TypeShape, diagnostics: &mut Diagnostics) {
    names_in(ty, &mut |name| {
        if cx.catalog.named(&name.name).is_none() {
            let message = format!("no model is called `{}`", name.name);
            let error = Diagnostic::error(name.place, message);
            let titles = cx.catalog.entries.iter().map(|entry| entry.title.as_str());
            diagnostics.push(with_suggestion(error, nearest(&name.name, titles)));
        }
    });
}

fn field_names<'m>(entry: &'m Entry<'_>, models: &'m Models) -> Vec<&'m str> {
    let on_wire = match models.get(&entry.path).map(|model| &model.kind) {
        Some(Kind::Struct(object)) => object.fields.as_slice(),
        _ => &[],
    };
    let in_docs = entry
        .witnesses
        .iter()
        .flat_map(|witness| match &witness.claim.body {
            Body::Fields(fields) => fields.as_slice(),
            _ => &[],
        });
    on_wire
        .iter()
        .map(|field| field.wire_name.value.as_str())
        .chain(in_docs.map(|field| field.name.value.as_str()))
        .collect()
}

pub(super) fn with_suggestion(error: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error,
    }
}
