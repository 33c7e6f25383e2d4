//! Selects the models to generate: all, unless `spec.toml` names some or namespaces, or excludes or
//! replaces some.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ModelPath, Type};
use crate::resolve::context::{Context, Models};
use crate::source::Located;
use crate::suggest::{Known, Near, with_suggestion};

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

/// The models that the user names, by themselves or by their namespaces, if any.
fn roots(
    cx: &Context<'_>,
    models: &Models,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ModelPath>> {
    let namespaces = cx.config.namespaces.as_ref();
    let only = cx.config.only.as_ref();
    if namespaces.is_none() && only.is_none() {
        return None;
    }
    let mut roots = BTreeSet::new();
    if let Some(wanted) = namespaces {
        roots.extend(of_namespaces(cx, &wanted.value, diagnostics));
    }
    if let Some(wanted) = only {
        roots.extend(of_names(cx, &wanted.value, diagnostics));
    }
    let there = roots.into_iter().filter(|path| models.contains_key(*path));
    Some(there.cloned().collect())
}

fn of_namespaces<'c>(
    cx: &'c Context<'_>,
    wanted: &[Located<String>],
    diagnostics: &mut Diagnostics,
) -> impl Iterator<Item = &'c ModelPath> {
    let entries = || cx.catalog.entries();
    let known: BTreeSet<&str> = entries().map(|entry| entry.namespace.as_str()).collect();
    let mut near = Known::default();
    for name in wanted {
        if !known.contains(name.value.as_str()) {
            let message = format!("no page is in namespace `{}`", name.value);
            let error = Diagnostic::error(name.place, message);
            let known = entries().map(|entry| entry.namespace.as_str());
            let near = near.nearest(&name.value, || known);
            diagnostics.push(with_suggestion(error, near));
        }
    }
    let names: BTreeSet<String> = wanted.iter().map(|it| it.value.clone()).collect();
    entries()
        .filter(move |entry| names.contains(&entry.namespace))
        .map(|entry| &entry.path)
}

fn of_names<'c>(
    cx: &'c Context<'_>,
    wanted: &[Located<String>],
    diagnostics: &mut Diagnostics,
) -> Vec<&'c ModelPath> {
    let mut found = Vec::new();
    let mut near = Known::default();
    for name in wanted {
        let before = found.len();
        let pattern = name.value.contains(['*', '?', '[']);
        match glob::Pattern::new(&name.value).ok().filter(|_| pattern) {
            Some(pattern) => {
                let paths = cx.catalog.entries().map(|entry| &entry.path);
                found.extend(paths.filter(|path| pattern.matches(path.as_str())));
            }
            None => {
                let titled = cx.catalog.titled(&name.value);
                found.extend(titled.map(|(_, entry)| &entry.path));
                let named = cx.catalog.named(&name.value);
                found.extend(named.map(|entry| &cx.catalog[entry].path));
            }
        }
        if found.len() == before {
            let (message, near) = if pattern {
                (
                    format!("no model's path is like `{}`", name.value),
                    Near::Nothing,
                )
            } else {
                let titles = || cx.catalog.entries().map(|entry| entry.title.as_str());
                let near = near.nearest(&name.value, titles);
                (format!("no model is called `{}`", name.value), near)
            };
            let error = Diagnostic::error(name.place, message);
            diagnostics.push(with_suggestion(error, near));
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::resolve::testing::{describe, messages, table};

    #[test]
    fn only_what_is_named_is_generated_and_what_it_uses() {
        let of = |title: &str, ty: &str| {
            table(
                title,
                &[&format!("| `of` | {ty} | :heavy_check_mark: | N/A |  |")],
            )
        };
        let pages = [
            (
                "docs/models/shared/Job.md",
                of("Job", "[Run](../shared/Run.md)"),
            ),
            ("docs/models/shared/Run.md", of("Run", "*String*")),
            ("docs/models/shared/Plan.md", of("Plan", "*String*")),
            ("docs/models/errors/Late.md", of("Late", "*String*")),
            ("docs/models/errors/Lost.md", of("Lost", "*String*")),
        ];
        let pages: Vec<_> = pages
            .iter()
            .map(|(path, text)| (*path, text.as_str()))
            .collect();
        let found = |spec: &str| {
            let (api, diagnostics) = describe(&pages, spec);
            let paths = api.models.keys().map(|path| path.as_str().to_owned());
            (
                paths.collect::<Vec<_>>(),
                messages(&diagnostics, Severity::Error),
            )
        };
        let none: Vec<String> = Vec::new();
        for (spec, paths) in [
            ("only = [\"Job\"]", &["Job", "Run"][..]),
            (
                "only = [\"errors::L*t\", \"Plan\"]",
                &["Plan", "errors::Lost"],
            ),
            ("only = [\"errors::Late\"]", &["errors::Late"]),
            (
                "only = [\"Run\"]\nnamespaces = [\"errors\"]",
                &["Run", "errors::Late", "errors::Lost"],
            ),
        ] {
            assert_eq!(
                found(spec),
                (
                    paths.iter().map(|it| (*it).to_owned()).collect(),
                    none.clone()
                )
            );
        }
        let (_, errors) = found("only = [\"Jab\", \"failures::*\"]");
        let expected = [
            "no model is called `Jab`",
            "no model's path is like `failures::*`",
        ];
        assert_eq!(errors, expected);
    }
}
