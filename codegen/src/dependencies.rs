//! Crates that several users of one manifest want.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::emit::own_dependencies;
use crate::model::{Api, Dependency};
use crate::source::Place;

/// Reports dependencies that contradict those of another API or of the crate itself: there is one
/// manifest for all.
pub(crate) fn report<'a>(
    apis: &[Api],
    configs: impl Iterator<Item = &'a Config>,
    diagnostics: &mut Diagnostics,
) {
    let own = own_dependencies(apis);
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
            let feature = apis
                .iter()
                .find(|api| api.module.trim_start_matches("r#") == name);
            if let Some(api) = feature.filter(|_| set.value.optional) {
                let message = format!("`{name}` is the feature of the API `{}`", api.name);
                let error = Diagnostic::error(set.place, message);
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
