//! Warnings about keys that were seen nowhere.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Field, Kind, Model, ModelPath, Struct, Type};
use crate::resolve::context::{Context, Models};
use crate::resolve::names::wire_case::depends_on_case;
use crate::source::Place;

/// Warns where keys depend on a case that has little behind it, and of links that have lost a sign.
pub(crate) fn warn(cx: &Context<'_>, api: &str, models: &Models, diagnostics: &mut Diagnostics) {
    if cx.case.rule.is_weak_case() {
        warn_of_case(cx, api, models, diagnostics);
    }
    warn_of_links(cx, models, diagnostics);
}

fn warn_of_case(cx: &Context<'_>, api: &str, models: &Models, diagnostics: &mut Diagnostics) {
    let guessed: Vec<_> = derived(models)
        .filter(|(_, field)| depends_on_case(&field.wire_name.value))
        .collect();
    let mut places = guessed
        .iter()
        .filter_map(|&(model, field)| Some((field, place(cx, model, field)?)));
    let Some((field, place)) = places.next() else {
        return;
    };
    let count = guessed.len();
    let message = format!(
        "the case of the keys of `{api}` has little behind it: {}",
        cx.case.rule
    );
    diagnostics.push(
        Diagnostic::warning(Topic::Guess, place, message)
            .label(format!(
                "taken to be `{}` on the wire; guesses like this: {count}",
                field.wire_name.value
            ))
            .hint("import the SDK with its source, add a sample, or set `wire-case` in spec.toml"),
    );
}

/// HAL's links have the key `_links`, and generators drop the sign.
fn warn_of_links(cx: &Context<'_>, models: &Models, diagnostics: &mut Diagnostics) {
    let mut found = derived(models).filter(|(_, field)| {
        field.wire_name.value == "links"
            && fields_of(models, &field.ty.value).is_some_and(|links| is_links(models, links))
    });
    let Some((model, field)) = found.next() else {
        return;
    };
    let Some(first) = place(cx, model, field) else {
        return;
    };
    let mut warning = Diagnostic::warning(
        Topic::Guess,
        first,
        "the key `links` is a guess: on the wire this is often `_links`",
    )
    .label("all its fields have an `href`")
    .hint("import the SDK with its source, add a sample, or set `keys.links` in spec.toml");
    const SHOWN: usize = 3;
    let mut more = 0;
    for (model, field) in found {
        match place(cx, model, field) {
            Some(place) if warning.related.len() < SHOWN => {
                warning = warning.related(place, "here too");
            }
            _ => more += 1,
        }
    }
    if more > 0 {
        warning
            .label
            .push_str(&format!("; {more} more such fields are not shown"));
    }
    diagnostics.push(warning);
}

fn is_links(models: &Models, links: &Struct) -> bool {
    let has_target = |field: &Field| {
        fields_of(models, &field.ty.value).is_some_and(|link| {
            let mut keys = link.fields.iter();
            keys.any(|field| field.wire_name.value == "href")
        })
    };
    !links.fields.is_empty() && links.fields.iter().all(has_target)
}

/// The fields whose keys were derived, each with its model.
fn derived(models: &Models) -> impl Iterator<Item = (&Model, &Field)> {
    let emitted = models.values().filter(|model| model.emitted);
    let fields = emitted.flat_map(|model| match &model.kind {
        Kind::Struct(object) => object
            .fields
            .iter()
            .map(move |field| (model, field))
            .collect(),
        _ => Vec::new(),
    });
    fields.filter(|(_, field)| field.key_is_derived())
}

/// The struct that a type is or holds, whatever aliases are between.
fn fields_of<'m>(models: &'m Models, ty: &Type) -> Option<&'m Struct> {
    let mut seen: BTreeSet<&ModelPath> = BTreeSet::new();
    let mut path = ty.model()?;
    loop {
        let (path_there, model) = models.get_key_value(path)?;
        if !seen.insert(path_there) {
            return None;
        }
        match &model.kind {
            Kind::Struct(object) => return Some(object),
            Kind::Alias(alias) => path = alias.ty.model()?,
            _ => return None,
        }
    }
}

/// Where the first page of a model names a field.
fn place(cx: &Context<'_>, model: &Model, field: &Field) -> Option<Place> {
    let entry = cx.catalog.of_path(&model.path)?;
    let name = cx.catalog.names.get(&field.wire_name.value);
    let row = name.and_then(|name| entry.rows.get(&(name, 0))?.first());
    match row {
        Some(row) => Some(row.field.name.place),
        None => entry.mentions.first().copied(),
    }
}
