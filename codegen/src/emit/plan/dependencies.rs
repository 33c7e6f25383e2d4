//! The dependencies of the crate: its own, and those of the user's types and derives.

use std::collections::BTreeMap;

use super::needs::Needs;
use crate::model::{DateTimeType, Dependency};

/// What the crate needs for itself, by name.
pub(crate) fn own(needs: Needs) -> BTreeMap<String, Dependency> {
    let mut all = BTreeMap::new();
    let mut add = |name: &str, version: &str, default_features: bool, features: &[&str]| {
        let dependency = Dependency {
            features: features.iter().map(|&it| it.to_owned()).collect(),
            default_features,
            ..Dependency::of_version(version)
        };
        all.insert(name.to_owned(), dependency);
    };
    if needs.foreign {
        add("erased-serde", "0.4", true, &[]);
    }
    add(
        "serde",
        "1",
        true,
        if needs.derives { &["derive"] } else { &[] },
    );
    add("serde_json", "1", true, &["float_roundtrip", "raw_value"]);
    if needs.index_maps {
        add("indexmap", "2", true, &["serde"]);
    }
    match needs.dates {
        Some(DateTimeType::Time) => {
            add("time", "0.3", false, &["formatting", "parsing", "std"]);
        }
        Some(DateTimeType::Jiff) => add("jiff", "0.2", false, &["std"]),
        Some(DateTimeType::Chrono) => add("chrono", "0.4", false, &["std"]),
        Some(DateTimeType::String) | None => {}
    }
    add("arbitrary", "1", true, &[]);
    add("schemars", "1", false, &["std"]);
    for (name, dependency) in &mut all {
        dependency.optional = match name.as_str() {
            "arbitrary" | "schemars" => true,
            "serde_json" => !needs.opaque,
            _ => false,
        };
    }
    all
}

/// What the crate's tests need besides.
pub(crate) fn of_tests(all: &BTreeMap<String, Dependency>) -> BTreeMap<String, Dependency> {
    let only_there = all
        .iter()
        .filter(|(name, it)| *name == "serde_json" && it.optional);
    let wanted = only_there.map(|(name, it)| {
        let it = Dependency {
            optional: false,
            ..it.clone()
        };
        (name.clone(), it)
    });
    wanted.collect()
}

/// All that the crate depends on, by name.
pub(crate) fn all<'a>(
    needs: Needs,
    wanted: impl Iterator<Item = (&'a String, &'a Dependency)>,
) -> BTreeMap<String, Dependency> {
    let mut all = own(needs);
    for (name, wanted) in wanted {
        // Two that contradict each other were reported before anything is emitted.
        let both = all.get(name).and_then(|known| known.join(wanted));
        let both = both.unwrap_or_else(|| all.remove(name).unwrap_or_else(|| wanted.clone()));
        all.insert(name.clone(), both);
    }
    all
}
