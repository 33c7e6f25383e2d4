//! Derives and attributes that the user adds.

use crate::config::{ModelConfig, STANDARD_DERIVES};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Added, Kind, Model, Traits};
use crate::resolve::context::{Context, Models};
use crate::source::Located;

/// Adds what the user adds to all types, and to each model; what a model cannot have is an error if
/// it is asked for by name.
pub(crate) fn add(cx: &Context<'_>, models: &mut Models, diagnostics: &mut Diagnostics) {
    for model in models.values_mut() {
        let own = cx
            .catalog
            .of_path(&model.path)
            .and_then(|entry| entry.settings);
        report_impossible(own, model, diagnostics);
        if !model.emitted || matches!(model.kind, Kind::Alias(_)) {
            continue;
        }
        let derives = cx.config.derives.iter();
        let derives = derives.chain(own.iter().flat_map(|own| &own.derives));
        let attributes = cx.config.attributes.iter();
        let attributes = attributes.chain(own.iter().flat_map(|own| &own.attributes));
        let non_exhaustive = own.and_then(|own| own.non_exhaustive.as_ref());
        let non_exhaustive = non_exhaustive.or(cx.config.non_exhaustive.as_ref());
        let traits = model.traits;
        model.added = Added {
            derives: distinct(derives.filter(|derive| is_new(&derive.value, traits))),
            attributes: distinct(attributes),
            exhaustive: non_exhaustive.is_some_and(|set| !set.value),
        };
    }
}

fn distinct<'t>(texts: impl Iterator<Item = &'t Located<String>>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts {
        if !distinct.contains(&text.value) {
            distinct.push(text.value.clone());
        }
    }
    distinct
}

/// Whether a derive is possible, and not among those that a type of these traits has.
fn is_new(derive: &str, traits: Traits) -> bool {
    match derive {
        "PartialOrd" => traits.partial_ord && !traits.ord,
        other => !STANDARD_DERIVES.contains(&other),
    }
}

fn is_possible(derive: &str, traits: Traits) -> bool {
    match derive {
        "Copy" => traits.copy,
        "Default" => traits.default,
        "Eq" => traits.eq,
        "Hash" => traits.hash,
        "Ord" => traits.ord,
        "PartialOrd" => traits.partial_ord,
        _ => true,
    }
}

fn report_impossible(own: Option<&ModelConfig>, model: &Model, diagnostics: &mut Diagnostics) {
    let Some(own) = own else {
        return;
    };
    let undefined = match (&model.replaced, &model.kind) {
        (Some(_), _) => Some("it is replaced by a type of your own"),
        (None, Kind::Alias(_)) => Some("it is an alias of another type"),
        (None, _) => None,
    };
    if let Some(why) = undefined {
        let set = own.derives.iter().chain(&own.attributes);
        for set in set {
            let message = format!("cannot add derives or attributes to `{}`", model.title);
            diagnostics.push(Diagnostic::error(set.place, message).label(why));
        }
        if let Some(set) = &own.non_exhaustive {
            let message = format!("`non-exhaustive` has no effect on `{}`", model.title);
            diagnostics.push(Diagnostic::error(set.place, message).label(why));
        }
        return;
    }
    for set in &own.derives {
        if !is_possible(&set.value, model.traits) {
            let message = format!("`{}` cannot derive `{}`", model.title, set.value);
            let error = Diagnostic::error(set.place, message);
            let error = error.label("one of its fields or variants lacks this trait");
            let hint = "list the traits of your own types in [types.\"PATH\"]";
            diagnostics.push(error.hint(hint));
        }
    }
}
