//! Samples as values of the model: each is a test, or a warning that says why not.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::catalog::Catalog;
use super::fitting::Fitting;
use super::literal::verbatim;
use super::misfit::{Misfit, Search};
use super::settings::with_suggestion;
use super::shown::bodies;
use super::{Context, Models, rows};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{DateTimeType, Example, ModelPath, Type};
use crate::sample::Sample;
use crate::source::{Located, Place};
use crate::suggest::nearest;

/// The entry of each sample; one that names no model is an error.
pub(super) fn of_entries<'s>(
    catalog: &Catalog<'_>,
    samples: &'s [Sample],
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, &'s Sample)> {
    let mut found = Vec::new();
    // One setting may name the model of many files.
    let mut reported: BTreeSet<Place> = BTreeSet::new();
    for sample in samples {
        let Located { value: name, place } = &sample.model;
        if let Some(entry) = catalog.named(name) {
            found.push((entry, sample));
            continue;
        }
        if !reported.insert(*place) {
            continue;
        }
        let message = format!("no model is called `{name}`");
        let titles: Vec<String> = catalog.entries.iter().map(|e| e.full_title()).collect();
        let near = nearest(name, titles.iter().map(String::as_str));
        let mut error = Diagnostic::error(*place, message);
        if place.file == sample.body.place.file {
            error = error.label("the folder of a sample names its model, or spec.toml does");
        }
        diagnostics.push(with_suggestion(error, near));
    }
    found
}

/// Puts the samples first among the examples of their models.
pub(super) fn attach(
    cx: &Context<'_>,
    samples: &[(usize, &Sample)],
    models: &mut Models,
    date_time: DateTimeType,
    diagnostics: &mut Diagnostics,
) {
    let mut fitting: IndexMap<ModelPath, Vec<Example>> = IndexMap::new();
    for (entry, sample) in samples {
        let path = &cx.catalog.entries[*entry].path;
        let ty = Type::Model(path.clone());
        let place = sample.body.place;
        for (nth, body) in bodies(&cx.catalog, *entry, &sample.body.value)
            .iter()
            .enumerate()
        {
            let root = if std::ptr::eq(body, &sample.body.value) {
                sample.path.clone()
            } else {
                format!("{}[{nth}]", sample.path)
            };
            let search = Search { models, date_time };
            if let Some(misfit) = search.misfit(&ty, body, &root, place) {
                diagnostics.push(contradiction(cx, &misfit));
                continue;
            }
            let fits = Fitting {
                models,
                date_time,
                types: &cx.config.types,
            };
            let value = verbatim(body, 0).filter(|value| fits.reads_back(&ty, value));
            if let Some(value) = value {
                let at = cx.files.locate(place);
                fitting
                    .entry(path.clone())
                    .or_default()
                    .push(Example { value, at });
            }
        }
    }
    for (path, mut examples) in fitting {
        if let Some(model) = models.get_mut(&path) {
            let known = std::mem::take(&mut model.examples);
            let new = known
                .into_iter()
                .filter(|known| examples.iter().all(|sample| sample.value != known.value))
                .collect::<Vec<_>>();
            examples.extend(new);
            model.examples = examples;
        }
    }
}

fn contradiction(cx: &Context<'_>, misfit: &Misfit) -> Diagnostic {
    let message = format!("a sample contradicts the model at `{}`", misfit.path);
    let mut warning = Diagnostic::warning(misfit.place, message)
        .label(format!(
            "{} here, {} in the model",
            misfit.found, misfit.expected
        ))
        .hint("correct the sample, or settle the field in spec.toml; it is no test as it stands");
    let field = misfit.field.as_ref().and_then(|(path, wire_name)| {
        let entries = cx.catalog.entries.iter();
        let entry = entries.clone().position(|entry| entry.path == *path)?;
        rows::place(&cx.catalog, entry, wire_name)
    });
    if let Some(place) = field {
        warning = warning.related(place, "what the page says");
    }
    warning
}
