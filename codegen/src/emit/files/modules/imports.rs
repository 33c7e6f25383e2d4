//! `use` lines.

use std::collections::{BTreeMap, BTreeSet};

/// `use` lines for paths; several from one place on one line. A crate that a module here is called
/// as is named by its whole path.
pub(super) fn uses(paths: &[&str], modules: &BTreeSet<&str>) -> String {
    let mut places: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
    for path in paths {
        if let Some((place, name)) = path.rsplit_once("::") {
            places
                .entry((place == "crate", place))
                .or_default()
                .push(name);
        }
    }
    let mut text = String::new();
    let mut first = true;
    for ((own, place), names) in places {
        if own && !first {
            text.push('\n');
        }
        first = false;
        let hidden = place
            .split("::")
            .next()
            .is_some_and(|name| modules.contains(name));
        let root = if hidden { "::" } else { "" };
        text.push_str(&match names.as_slice() {
            [name] => format!("use {root}{place}::{name};\n"),
            names => format!("use {root}{place}::{{{}}};\n", names.join(", ")),
        });
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
