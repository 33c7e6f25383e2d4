//! Conflicts between the APIs of a crate.

use std::collections::BTreeMap;

use crate::config::{Config, PackageConfig};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Dependency};
use crate::source::Place;
use crate::suggest::nearest;

/// Reports APIs that cannot be in one crate; `own` is what the crate depends on for itself.
pub(crate) fn report<'a>(
    apis: &[Api],
    own: &BTreeMap<String, Dependency>,
    configs: impl Iterator<Item = &'a Config>,
    diagnostics: &mut Diagnostics,
) {
    report_clashes(apis, diagnostics);
    report_date_types(apis, diagnostics);
    report_dependencies(apis, own, configs, diagnostics);
}

/// Dependencies must not contradict those of another API or of the crate itself: there is one
/// manifest for all.
fn report_dependencies<'a>(
    apis: &[Api],
    own: &BTreeMap<String, Dependency>,
    configs: impl Iterator<Item = &'a Config>,
    diagnostics: &mut Diagnostics,
) {
    let mut wanted: BTreeMap<&str, (&Dependency, Place)> = BTreeMap::new();
    for config in configs {
        for (name, set) in &config.dependencies {
            let name = name.as_str();
            if let Some(known) = own.get(name)
                && known.join(&set.value).is_none()
            {
                let message = format!("the generated crate needs another version of `{name}`");
                let version = known.origin.get("version").map_or("", String::as_str);
                let hint = format!("write the version {version:?}, or leave it out");
                diagnostics.push(Diagnostic::error(set.place, message).hint(hint));
            }
            let feature = feature(apis, name).filter(|_| set.value.optional);
            if let Some(feature) = feature {
                let error = Diagnostic::error(set.place, format!("`{name}` is {feature}"));
                diagnostics
                    .push(error.hint("rename it: NAME = { package = \"…\", optional = true }"));
            }
            match wanted.get(name) {
                Some((other, place)) if other.join(&set.value).is_none() => {
                    let message =
                        format!("two APIs have different requirements for the crate `{name}`");
                    let error = Diagnostic::error(set.place, message);
                    let error = error.related(*place, "the other");
                    diagnostics.push(
                        error.hint(
                            "all APIs share one Cargo.toml: write the same requirement in both",
                        ),
                    );
                }
                Some(_) => {}
                None => {
                    wanted.insert(name, (&set.value, set.place));
                }
            }
        }
    }
}

/// The feature of a name to which an optional crate would add its own; `None` if there is none, or
/// if it is there for that crate.
fn feature(apis: &[Api], name: &str) -> Option<String> {
    if matches!(name, "default" | "full") {
        return Some("a feature of the generated crate".to_owned());
    }
    let mut apis = apis.iter();
    let api = apis.find(|api| api.module.trim_start_matches("r#") == name)?;
    Some(format!("the feature of the API `{}`", api.name))
}

/// Two folders must not become one module.
fn report_clashes(apis: &[Api], diagnostics: &mut Diagnostics) {
    let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
    for api in apis {
        if let Some(other) = folders.insert(&api.module, &api.name) {
            let (name, module) = (&api.name, &api.module);
            let message = format!("`{other}` and `{name}` are both module `{module}`");
            diagnostics.push(Diagnostic::global_error(message).hint("rename one of the folders"));
        }
    }
}

/// The crate has one type of date-times: who uses two APIs must be able to compare them.
fn report_date_types(apis: &[Api], diagnostics: &mut Diagnostics) {
    let mut typed = apis.iter().filter(|api| api.date_time.is_typed());
    let Some(first) = typed.next() else { return };
    for other in typed.filter(|api| api.date_time != first.date_time) {
        let message = format!(
            "`{}` and `{}` use different date-time crates",
            first.name, other.name
        );
        let hint = "set the same `date-time` for both, or \"string\" for one";
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
}

/// Reports what the crate cannot be called, and features that it cannot have; `own` is what it
/// depends on for itself.
pub(crate) fn report_package(
    set: &PackageConfig,
    apis: &[Api],
    own: &BTreeMap<String, Dependency>,
    diagnostics: &mut Diagnostics,
) {
    let wanted = apis.iter().flat_map(|api| &api.dependencies);
    let dependencies: BTreeMap<&str, &Dependency> = own
        .iter()
        .chain(wanted)
        .map(|(name, dependency)| (name.as_str(), dependency))
        .collect();
    if let Some(name) = &set.name
        && dependencies
            .keys()
            .any(|it| it.replace('-', "_") == name.value.replace('-', "_"))
    {
        let message = format!("the crate needs another that is called `{}`", name.value);
        let hint = format!("write `{}-models`", name.value);
        diagnostics.push(Diagnostic::error(name.place, message).hint(hint));
    }
    let modules = apis.iter().map(|api| api.module.trim_start_matches("r#"));
    let optional = dependencies.iter().filter(|(_, it)| it.optional);
    let mut known: Vec<&str> = modules
        .chain(["arbitrary", "default", "examples", "full", "schemars"])
        .collect();
    known.extend(optional.map(|(name, _)| *name));
    known.extend(set.features.keys().map(String::as_str));
    for (name, features) in &set.features {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
        let starts = name.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if !starts || !name.chars().all(is_word) {
            let message = format!("`{name}` is not a valid feature name");
            diagnostics.push(Diagnostic::error(features.place, message));
        } else if known.iter().filter(|it| *it == name).count() > 1 {
            let message = format!("the crate has a feature `{name}` of its own");
            diagnostics.push(Diagnostic::error(features.place, message).hint("rename it"));
        }
        for of in &features.value {
            let is_of_another = match (of.strip_prefix("dep:"), of.split_once('/')) {
                (Some(name), _) => dependencies.contains_key(name),
                (_, Some((name, _))) => dependencies.contains_key(name.trim_end_matches('?')),
                _ => false,
            };
            if is_of_another || known.contains(&of.as_str()) {
                continue;
            }
            let message = format!("`crate.features.{name}`: the crate has no feature `{of}`");
            let mut error = Diagnostic::error(features.place, message);
            if let Some(near) = nearest(of, known.iter().copied()) {
                error = error.hint(format!("did you mean `{near}`?"));
            }
            diagnostics.push(error);
        }
    }
}
