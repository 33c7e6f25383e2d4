//! What the crate depends on: for itself, and for the user's types and derives.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::emit::plan::{needs, serde_only};
use crate::model::{Api, DateTimeType, Dependency, MapType};

/// What the crate needs for itself, by name; `dates` is the type of its date-times, if it has any.
pub(crate) fn own(apis: &[&Api], dates: Option<DateTimeType>) -> BTreeMap<String, Dependency> {
    let mut all = BTreeMap::new();
    let mut add = |name: &str, version: &str, default_features: bool, features: &[&str]| {
        let dependency = Dependency {
            features: features.iter().map(|&it| it.to_owned()).collect(),
            default_features,
            ..Dependency::of_version(version)
        };
        all.insert(name.to_owned(), dependency);
    };
    let derive = serde_only::is_derived(apis);
    if serde_only::is_met(apis) {
        add("erased-serde", "0.4", true, &[]);
    }
    add("serde", "1", true, if derive { &["derive"] } else { &[] });
    add("serde_json", "1", true, &["float_roundtrip"]);
    if apis.iter().any(|api| api.map == MapType::Index) {
        add("indexmap", "2", true, &["serde"]);
    }
    match dates {
        Some(DateTimeType::Time) => {
            add("time", "0.3", false, &["formatting", "parsing", "std"]);
        }
        Some(DateTimeType::Jiff) => add("jiff", "0.2", false, &["std"]),
        Some(DateTimeType::Chrono) => add("chrono", "0.4", false, &["std"]),
        Some(DateTimeType::String) | None => {}
    }
    add("arbitrary", "1", true, &[]);
    add("schemars", "1", false, &["std"]);
    let opaque = needs::opaque(apis);
    for (name, dependency) in &mut all {
        dependency.optional = match name.as_str() {
            "arbitrary" | "schemars" => true,
            "serde_json" => !opaque,
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
pub(crate) fn all(apis: &[&Api], dates: Option<DateTimeType>) -> BTreeMap<String, Dependency> {
    let mut all = own(apis, dates);
    for (name, wanted) in apis.iter().flat_map(|api| &api.dependencies) {
        // Two that contradict each other were reported before anything is emitted.
        let both = all.get(name).and_then(|known| known.join(wanted));
        let both = both.unwrap_or_else(|| all.remove(name).unwrap_or_else(|| wanted.clone()));
        all.insert(name.clone(), both);
    }
    all
}

/// Dependencies as lines of a manifest.
pub(crate) fn lines(all: &BTreeMap<String, Dependency>) -> String {
    let mut text = String::new();
    for (name, dependency) in all {
        let _ = writeln!(text, "{name} = {}", value(dependency));
    }
    text
}

/// `"1"`, or a table where that does not say it all.
fn value(dependency: &Dependency) -> String {
    let Dependency {
        origin,
        features,
        default_features,
        optional,
    } = dependency;
    let plain = features.is_empty() && *default_features && !optional && origin.len() == 1;
    if let (true, Some(version)) = (plain, origin.get("version")) {
        return quoted(version);
    }
    let is_version = |key: &&str| *key == "version";
    let (version, rest): (Vec<_>, Vec<_>) = origin.iter().partition(|(key, _)| is_version(key));
    let mut parts: Vec<String> = version
        .into_iter()
        .chain(rest)
        .map(|(key, text)| format!("{key} = {}", quoted(text)))
        .collect();
    if !default_features {
        parts.push("default-features = false".to_owned());
    }
    if *optional {
        parts.push("optional = true".to_owned());
    }
    if !features.is_empty() {
        let features: Vec<_> = features.iter().map(|feature| quoted(feature)).collect();
        parts.push(format!("features = [{}]", features.join(", ")));
    }
    format!("{{ {} }}", parts.join(", "))
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::api;

    #[test]
    fn what_two_need_of_one_crate_is_joined() {
        let mut first = api(Vec::new());
        let mut second = api(Vec::new());
        let wanted = |features: &[&str], optional| Dependency {
            features: features.iter().map(|&it| it.to_owned()).collect(),
            optional,
            ..Dependency::of_version("1")
        };
        first.dependencies = BTreeMap::from([
            ("serde_json".to_owned(), wanted(&["raw_value"], false)),
            ("uuid".to_owned(), wanted(&["v4"], true)),
        ]);
        let mut local = Dependency::of_version("2");
        local.origin.insert("path", "../it's \"mine\"".to_owned());
        local.default_features = false;
        second.dependencies = BTreeMap::from([
            ("uuid".to_owned(), wanted(&["serde"], false)),
            ("extra".to_owned(), wanted(&[], true)),
            ("mine".to_owned(), local),
        ]);
        let expected = r#"arbitrary = { version = "1", optional = true }
extra = { version = "1", optional = true }
mine = { version = "2", path = """../it's "mine"""", default-features = false }
schemars = { version = "1", default-features = false, optional = true, features = ["std"] }
serde = "1"
serde_json = { version = "1", features = ["float_roundtrip", "raw_value"] }
uuid = { version = "1", features = ["serde", "v4"] }
"#;
        assert_eq!(lines(&all(&[&first, &second], None)), expected);
    }

    #[test]
    fn what_a_feature_of_ours_needs_may_be_the_users_too() {
        let mut api = api(Vec::new());
        let mut asked = Dependency::of_version("1");
        asked.optional = true;
        asked.features.insert("derive".to_owned());
        api.dependencies = BTreeMap::from([
            ("arbitrary".to_owned(), asked),
            ("schemars".to_owned(), Dependency::of_version("1")),
        ]);
        let text = super::super::manifest::cargo_toml(&[&api], None);
        let manifest: toml::Table = text.parse().unwrap();
        // Only of an optional dependency may a feature say `dep:`.
        let features = manifest["features"].as_table().unwrap();
        assert_eq!(features["arbitrary"], vec!["dep:arbitrary"].into());
        assert_eq!(features["schemars"], Vec::<String>::new().into());
        let (_, dependencies) = text.split_once("[dependencies]\n").unwrap();
        let expected = r#"arbitrary = { version = "1", optional = true, features = ["derive"] }
schemars = { version = "1", features = ["std"] }
serde = "1"
serde_json = { version = "1", features = ["float_roundtrip"] }
"#;
        assert_eq!(dependencies, expected);
    }
}
