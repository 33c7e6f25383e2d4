//! Crates that several users of one manifest want.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Dependency};
use crate::source::Place;

/// Reports dependencies that contradict those of another API or of the crate itself: there is one
/// manifest for all. `own` is what the crate depends on for itself.
pub(crate) fn report<'a>(
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
                let message = format!("the generated crate depends on another `{name}`");
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
                    let message = format!("two APIs depend on different crates `{name}`");
                    let error = Diagnostic::error(set.place, message);
                    let error = error.related(*place, "the other");
                    diagnostics.push(error.hint("all APIs share one manifest: write both alike"));
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
