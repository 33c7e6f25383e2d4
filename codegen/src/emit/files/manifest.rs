//! `Cargo.toml`.

use super::dependencies;
use crate::emit::ident::plain;
use crate::emit::plan::Plan;
use crate::emit::plan::dependencies::of_tests;
use crate::model::Package;

/// The crate's manifest.
pub(crate) fn cargo_toml(plan: &Plan) -> String {
    let modules = || plan.apis.iter().map(|cx| plain(&cx.api.module));
    let quoted: Vec<_> = modules().map(|name| format!("\"{name}\"")).collect();
    let features: String = modules().map(|name| format!("{name} = []\n")).collect();
    let all = &plan.dependencies;
    // Both speak of JSON.
    let of_tests = of_tests(all);
    let (json, of_tests) = if of_tests.is_empty() {
        (None, String::new())
    } else {
        let lines = dependencies::lines(&of_tests);
        (
            Some("\"dep:serde_json\""),
            format!("\n[dev-dependencies]\n{lines}"),
        )
    };
    let with_json = |crates: &[String]| {
        let needs: Vec<_> = crates.iter().map(String::as_str).chain(json).collect();
        needs.join(", ")
    };
    let of_crate = |name: &str| match all.get(name) {
        Some(dependency) if dependency.optional => with_json(&[format!("\"dep:{name}\"")]),
        // The user's types need it in any case.
        _ => String::new(),
    };
    let optional = format!(
        "arbitrary = [{}]\nexamples = [{}]\nschemars = [{}]\n",
        of_crate("arbitrary"),
        with_json(&[]),
        of_crate("schemars")
    );
    let extra = plan.package.features.iter();
    let extra = extra.map(|(name, of)| (name.clone(), toml::Value::from(of.clone())));
    let extra = extra.collect::<toml::Table>().to_string();
    let extra = match extra.as_str() {
        "" => extra,
        _ => format!("# Of `spec.toml`.\n{extra}"),
    };
    format!(
        r#"[package]
{package}
autobins = false

[lib]
doctest = false
test = false

[[test]]
name = "arbitrary"
required-features = ["arbitrary"]

[[test]]
name = "examples"
required-features = ["examples"]

[[test]]
name = "schemars"
required-features = ["schemars"]

[features]
default = ["full"]
full = [{full}]
{features}{extra}# Off by default, and not in `full`.
{optional}
[dependencies]
{dependencies}{of_tests}"#,
        package = package(&plan.package),
        full = quoted.join(", "),
        dependencies = dependencies::lines(all),
    )
}

/// What the crate is. Its sources are of one edition, which is no setting.
fn package(package: &Package) -> String {
    let text = |text: &str| toml::Value::from(text).to_string();
    let description = match package.description.as_str() {
        "" => "Models written by fieldtable from the field tables of API docs.",
        set => set,
    };
    let mut lines = vec![
        format!("name = {}", text(&package.name)),
        format!("description = {}", text(description)),
        format!("version = {}", text(&package.version)),
        "edition = \"2024\"".to_owned(),
        "rust-version = \"1.88\"".to_owned(),
    ];
    for (key, set) in [
        ("license", &package.license),
        ("repository", &package.repository),
    ] {
        lines.extend(set.as_ref().map(|set| format!("{key} = {}", text(set))));
    }
    if !package.publish {
        lines.push("publish = false".to_owned());
    }
    lines.join("\n")
}
