//! The runtime of the models: files of the crate `fieldtable-runtime` that are copied into each
//! generated crate.
//!
//! That crate's own `mod` lines say which files there are. Some stand behind a feature of what
//! models need; it is decided here, so it reaches no emitted crate.

use std::collections::BTreeSet;

use super::conditions::{Module, decide};
use super::{CrateFiles, mark};
use crate::emit::plan::needs::Needs;
use crate::model::DateTimeType;

/// The files of the runtime: path below `support/` to text.
macro_rules! files {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../../runtime/src/support/", $path)))),*]
    };
}

const FILES: &[(&str, &str)] = files![
    "arbitrary/dates.rs",
    "arbitrary/flags.rs",
    "arbitrary/index_map.rs",
    "arbitrary/json.rs",
    "arbitrary/mod.rs",
    "arbitrary/models.rs",
    "arbitrary/snowflakes.rs",
    "arbitrary/unions.rs",
    "enums.rs",
    "examples.rs",
    "flags.rs",
    "json_schema/dates.rs",
    "json_schema/json.rs",
    "json_schema/mod.rs",
    "json_schema/snowflakes.rs",
    "mod.rs",
    "read/beside.rs",
    "read/depth.rs",
    "read/derived.rs",
    "read/error_path.rs",
    "read/fields.rs",
    "read/items.rs",
    "read/keys.rs",
    "read/mod.rs",
    "read/slot.rs",
    "read/visitors.rs",
    "read/waiting.rs",
    "record.rs",
    "setters.rs",
    "union/choose.rs",
    "union/content.rs",
    "union/content_fill.rs",
    "union/content_parts.rs",
    "union/content_read.rs",
    "union/content_replay.rs",
    "union/content_text.rs",
    "union/mod.rs",
    "union/read.rs",
    "values/behind.rs",
    "values/calendar_chrono.rs",
    "values/calendar_jiff.rs",
    "values/calendar_time.rs",
    "values/date_time.rs",
    "values/digits.rs",
    "values/extra.rs",
    "values/json.rs",
    "values/maybe.rs",
    "values/mod.rs",
    "values/number.rs",
    "values/snowflake.rs",
    "values/unknown_value.rs",
    "wire/containers.rs",
    "wire/foreign.rs",
    "wire/index_map.rs",
    "wire/mod.rs",
    "wire/scalars.rs",
    "wire/stack.rs",
    "wire/text.rs",
    "write/mod.rs",
    "write/piece.rs",
    "write/sinks.rs",
];

/// What checks the values of an emitted crate.
pub(super) const ARBITRARY_CHECK: &str = include_str!("../../../runtime/checks/arbitrary.rs");

/// What checks the examples of an emitted crate.
pub(super) const EXAMPLES_CHECK: &str = include_str!("../../../runtime/checks/examples.rs");

/// What checks the schemas of an emitted crate.
pub(super) const SCHEMARS_CHECK: &str = include_str!("../../../runtime/checks/schemars.rs");

/// Adds the runtime, and what the tests of all APIs share.
pub(super) fn insert(files: &mut CrateFiles, needs: Needs) {
    let features = needed(needs);
    for (path, text) in copied(&features) {
        files.insert(format!("src/support/{path}"), mark::rust(&text));
    }
    let check = include_str!("../../../runtime/checks/round_trip.rs");
    files.insert("tests/support/mod.rs".to_owned(), mark::rust(check));
    let text = if needs.dates.is_some() {
        include_str!("../../../runtime/checks/text_instant.rs")
    } else {
        include_str!("../../../runtime/checks/text_exact.rs")
    };
    files.insert("tests/support/text.rs".to_owned(), mark::rust(text));
}

/// The decided features that a crate needs.
fn needed(needs: Needs) -> BTreeSet<&'static str> {
    let mut features = BTreeSet::new();
    if needs.opaque {
        features.insert("json");
    }
    if needs.beside {
        features.insert("beside");
    }
    if needs.foreign {
        features.insert("foreign");
    }
    if needs.flags {
        features.insert("flags");
    }
    if needs.snowflakes {
        features.insert("snowflakes");
    }
    if needs.index_maps {
        features.insert("index-map");
    }
    let of_dates = needs.dates.map(|dates| match dates {
        DateTimeType::Jiff => "jiff",
        DateTimeType::Chrono => "chrono",
        DateTimeType::Time | DateTimeType::String => "time",
    });
    if let Some(of_dates) = of_dates {
        features.extend(["dates", of_dates]);
    }
    features
}

/// The files that a crate with these features has: path below `support/` and text.
fn copied(features: &BTreeSet<&str>) -> Vec<(String, String)> {
    let mut copied = Vec::new();
    let mut open = vec![("mod.rs".to_owned(), "mod.rs".to_owned())];
    while let Some((source, path)) = open.pop() {
        let known = FILES.iter().find(|(known, _)| *known == source);
        let Some((_, text)) = known else {
            continue;
        };
        let decided = decide(text, features);
        let folder = source.strip_suffix("mod.rs").unwrap_or_default();
        for Module { name, file } in decided.modules {
            let own = format!("{folder}{name}.rs");
            let own = if is_file(&own) || file.is_some() {
                own
            } else {
                format!("{folder}{name}/mod.rs")
            };
            let source = file.map(|file| format!("{folder}{file}"));
            open.push((source.unwrap_or_else(|| own.clone()), own));
        }
        copied.push((path, decided.text));
    }
    copied
}

fn is_file(path: &str) -> bool {
    FILES.iter().any(|(known, _)| *known == path)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::super::conditions::DECIDED;
    use super::*;

    fn runtime() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime")
    }

    fn all_files(folder: &Path, found: &mut BTreeSet<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                all_files(&path, found);
            } else {
                found.insert(path);
            }
        }
    }

    #[test]
    fn every_file_of_the_runtime_is_listed_and_may_be_copied() {
        let support = runtime().join("src/support");
        let mut there = BTreeSet::new();
        all_files(&support, &mut there);
        let listed: BTreeSet<_> = FILES.iter().map(|(path, _)| support.join(path)).collect();
        assert_eq!(there, listed);
        let one = |feature| BTreeSet::from(["dates", feature]);
        let mut texts: BTreeSet<String> = BTreeSet::new();
        for mut features in [one("time"), one("jiff"), one("chrono"), BTreeSet::new()] {
            texts.extend(copied(&features).into_iter().map(|(_, text)| text));
            features.extend([
                "beside",
                "flags",
                "foreign",
                "index-map",
                "json",
                "snowflakes",
            ]);
            texts.extend(copied(&features).into_iter().map(|(_, text)| text));
        }
        for (path, text) in FILES {
            let is_whole = !text.contains("#[cfg(") && !text.contains("#[path");
            assert!(!is_whole || texts.contains(*text), "{path}");
        }
    }

    #[test]
    fn the_runtime_has_the_features_that_are_decided() {
        let manifest = std::fs::read_to_string(runtime().join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let features: BTreeSet<&str> = manifest["features"]
            .as_table()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let mut expected = BTreeSet::from_iter(DECIDED.iter().copied());
        expected.extend(["arbitrary", "examples", "schemars"]);
        assert_eq!(features, expected);
    }

    #[test]
    fn no_decided_feature_is_left_in_what_is_copied() {
        for features in [
            BTreeSet::new(),
            BTreeSet::from(["dates", "jiff", "json"]),
            BTreeSet::from_iter(DECIDED.iter().copied()),
        ] {
            for (path, text) in copied(&features) {
                assert!(!text.contains("#[path"), "{path}");
                for line in text.lines().filter(|line| line.contains("cfg(")) {
                    let known = ["arbitrary", "examples", "schemars"]
                        .map(|it| format!("#[cfg(feature = {it:?})]"));
                    let known = known.contains(&line.to_owned());
                    assert!(known, "{path}: {line}");
                }
            }
        }
    }
}
