//! Dependencies in the syntax of Cargo.toml.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::Dependency;

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
    use crate::emit::plan::Plan;
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
        assert_eq!(lines(&Plan::of(&[first, second]).dependencies), expected);
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
        let text = super::super::manifest::cargo_toml(&Plan::of(&[api]));
        let manifest: toml::Table = text.parse().unwrap();
        // Only of an optional dependency may a feature say `dep:`.
        let features = manifest["features"].as_table().unwrap();
        assert_eq!(features["arbitrary"], vec!["dep:arbitrary"].into());
        assert_eq!(features["schemars"], Vec::<String>::new().into());
        let (_, dependencies) = text.split_once("[dependencies]\n").unwrap();
        let expected = r#"arbitrary = { version = "1", optional = true, features = ["derive"] }
schemars = { version = "1", features = ["std"] }
serde = "1"
serde_json = { version = "1", features = ["float_roundtrip", "raw_value"] }
"#;
        assert_eq!(dependencies, expected);
    }
}
