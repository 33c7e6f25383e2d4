//! `Cargo.toml`.

use super::dependencies;
use crate::emit::ident::plain;
use crate::emit::plan::Plan;
use crate::emit::plan::dependencies::of_tests;

/// The crate's manifest.
pub(crate) fn cargo_toml(plan: &Plan) -> String {
    let modules = || plan.apis.iter().map(|cx| plain(&cx.api.module));
    let quoted: Vec<_> = modules().map(|name| format!("\"{name}\"")).collect();
    let features: String = modules().map(|name| format!("{name} = []\n")).collect();
    let all = &plan.dependencies;
    // Both speak of JSON.
    let of_tests = of_tests(all);
    let (json, of_tests) = if of_tests.is_empty() {
        ("", String::new())
    } else {
        let lines = dependencies::lines(&of_tests);
        (
            ", \"dep:serde_json\"",
            format!("\n[dev-dependencies]\n{lines}"),
        )
    };
    let optional: String = ["arbitrary", "schemars"]
        .iter()
        .map(|name| match all.get(*name) {
            Some(dependency) if dependency.optional => {
                format!("{name} = [\"dep:{name}\"{json}]\n")
            }
            // The user's types need it in any case.
            _ => format!("{name} = []\n"),
        })
        .collect();
    format!(
        r#"[package]
name = "generated"
description = "Models written by fieldtable from the field tables of API docs."
version = "0.1.0"
edition = "2024"
rust-version = "1.88"
publish = false
autobins = false

[lib]
doctest = false

[[test]]
name = "arbitrary"
required-features = ["arbitrary"]

[[test]]
name = "schemars"
required-features = ["schemars"]

[features]
default = ["full"]
full = [{full}]
{features}# Off by default, and not in `full`.
{optional}
[dependencies]
{dependencies}{of_tests}"#,
        full = quoted.join(", "),
        dependencies = dependencies::lines(all),
    )
}
