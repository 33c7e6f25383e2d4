//! The crates that paths of types and derives start at.

use std::collections::BTreeSet;

use crate::config::crates_of;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::crate_of;
use crate::resolve::context::Context;
use crate::source::Located;
use crate::suggest::{nearest, with_suggestion};

/// Crates that the generated one has in any case.
const ALWAYS_THERE: &[&str] = &["alloc", "core", "serde", "serde_json", "std"];

/// Crates of its own, which the user may want more features of.
const ITS_OWN: &[&str] = &[
    "arbitrary",
    "chrono",
    "indexmap",
    "jiff",
    "schemars",
    "serde",
    "serde_json",
    "time",
];

/// Reports types and derives whose crate the manifest lacks, and crates that none of them needs.
pub(crate) fn report(cx: &Context<'_>, types: &[Located<&str>], diagnostics: &mut Diagnostics) {
    let models = cx.config.models.values();
    let of_models = models.flat_map(|model| &model.value.derives);
    let derives: Vec<_> = cx
        .config
        .derives
        .iter()
        .chain(of_models)
        .map(|derive| Located::new(derive.value.as_str(), derive.place))
        .filter(|derive| derive.value.starts_with("::"))
        .collect();
    for path in types {
        for name in crates_of(path.value) {
            report_crate(cx, name, path, false, diagnostics);
        }
    }
    for path in &derives {
        report_crate(cx, crate_of(path.value), path, true, diagnostics);
    }
    let named = types.iter().chain(&derives).map(|path| path.value);
    report_unneeded(cx, named.flat_map(crates_of).collect(), diagnostics);
}

/// Reports dependencies that no path starts at and no attribute mentions.
fn report_unneeded(cx: &Context<'_>, named: BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    let models = cx.config.models.values().map(|model| &model.value);
    let fields = models.clone().flat_map(|model| model.fields.values());
    let attributes: Vec<&str> = cx
        .config
        .attributes
        .iter()
        .chain(models.flat_map(|model| &model.attributes))
        .chain(fields.flat_map(|field| &field.value.attributes))
        .map(|attribute| attribute.value.as_str())
        .collect();
    for (name, set) in &cx.config.dependencies {
        let path = name.replace('-', "_");
        let mentioned = |it: &&str| it.contains(name.as_str()) || it.contains(&path);
        if !ITS_OWN.contains(&name.as_str())
            && !named.contains(path.as_str())
            && !attributes.iter().any(mentioned)
        {
            let error = Diagnostic::error(set.place, format!("no path uses the crate `{name}`"));
            let error = error.label(format!("no path here starts with `::{path}`"));
            diagnostics.push(with_suggestion(
                error,
                nearest(&path, named.iter().copied()),
            ));
        }
    }
}

fn report_crate(
    cx: &Context<'_>,
    name: &str,
    path: &Located<&str>,
    derive: bool,
    diagnostics: &mut Diagnostics,
) {
    let Located { value: path, place } = *path;
    if ALWAYS_THERE.contains(&name) {
        return;
    }
    let mut known = cx.config.dependencies.iter();
    match known.find(|(known, _)| known.replace('-', "_") == name) {
        Some((known, set)) if set.value.optional => {
            let message = format!("`{path}` is in an optional crate");
            let hint = if derive {
                format!(
                    "write attributes = [\"cfg_attr(feature = \\\"{known}\\\", derive({path}))\"]"
                )
            } else {
                "remove `optional`".to_owned()
            };
            let error = Diagnostic::error(place, message).hint(hint);
            diagnostics.push(error.related(set.place, "optional here"));
        }
        Some(_) => {}
        None => {
            let message = format!("the generated crate does not depend on `{name}`");
            let hint = format!("add it to the file: [dependencies] {name} = \"VERSION\"");
            diagnostics.push(Diagnostic::error(place, message).hint(hint));
        }
    }
}
