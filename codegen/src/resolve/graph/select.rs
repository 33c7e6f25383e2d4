//! Selects the models to generate: all, unless `spec.toml` names namespaces, or excludes or
//! replaces some.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ModelPath, Type};
use crate::resolve::context::{Context, Models};
use crate::suggest::{Known, with_suggestion};

/// Leaves out what the user excludes or overrules, and what only other namespaces need; gives the
/// models that are made for their own sake.
pub(crate) fn select(
    cx: &Context<'_>,
    models: &mut Models,
    unneeded: &BTreeSet<ModelPath>,
    diagnostics: &mut Diagnostics,
) -> Vec<ModelPath> {
    let excluded = |path: &ModelPath| {
        let entry = cx.catalog.of_path(path);
        let config = entry.and_then(|entry| entry.settings);
        let exclude = config.and_then(|config| config.exclude.as_ref());
        exclude.is_some_and(|exclude| exclude.value)
    };
    let gone: BTreeSet<ModelPath> = models
        .keys()
        .filter(|path| excluded(path))
        .cloned()
        .collect();
    models.retain(|path, _| !gone.contains(path));
    for model in models.values_mut() {
        // An excluded model is any JSON value where it was used.
        model.kind.change_types(|ty| {
            let inner = ty.innermost_on_wire_mut();
            if matches!(inner, Type::Model(path) if gone.contains(path)) {
                *inner = Type::Any;
            }
        });
    }
    let named_roots = roots(cx, models, diagnostics);
    // Models that were made for fields of an excluded one alone go with it.
    let all_stay = named_roots.is_none() && gone.is_empty() && unneeded.is_empty();
    let mut roots = named_roots.unwrap_or_else(|| {
        let described = cx.catalog.entries().map(|entry| entry.path.clone());
        described.filter(|path| models.contains_key(path)).collect()
    });
    roots.retain(|path| !unneeded.contains(path));
    if !all_stay {
        let needed = reached(models, roots.clone(), Type::model_on_wire);
        models.retain(|path, _| needed.contains(path));
    }
    roots
}

/// The models of the namespaces that the user names, if any.
fn roots(
    cx: &Context<'_>,
    models: &Models,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ModelPath>> {
    let wanted = cx.config.namespaces.as_ref()?;
    let entries = || cx.catalog.entries();
    let known: BTreeSet<&str> = entries().map(|entry| entry.namespace.as_str()).collect();
    let mut near = Known::default();
    for name in &wanted.value {
        if !known.contains(name.value.as_str()) {
            let message = format!("no page is in namespace `{}`", name.value);
            let error = Diagnostic::error(name.place, message);
            let known = entries().map(|entry| entry.namespace.as_str());
            let near = near.nearest(&name.value, || known);
            diagnostics.push(with_suggestion(error, near));
        }
    }
    let names: BTreeSet<&str> = wanted.value.iter().map(|it| it.value.as_str()).collect();
    let roots = entries()
        .filter(|entry| names.contains(entry.namespace.as_str()))
        .map(|entry| entry.path.clone())
        .filter(|path| models.contains_key(path));
    Some(roots.collect())
}

/// The models that `mentioned` leads to from the roots.
pub(crate) fn reached(
    models: &Models,
    roots: Vec<ModelPath>,
    mentioned: fn(&Type) -> Option<&ModelPath>,
) -> BTreeSet<ModelPath> {
    let mut reached = BTreeSet::new();
    let mut waiting = roots;
    while let Some(path) = waiting.pop() {
        if let Some(model) = models.get(&path)
            && reached.insert(path)
        {
            let types = model.kind.all_types().into_iter();
            waiting.extend(types.filter_map(mentioned).cloned());
        }
    }
    reached
}
