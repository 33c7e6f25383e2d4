//! `Cargo.toml` and `src/lib.rs`.

use super::dependencies;
use super::types::plain;
use crate::model::{Api, DateTimeType};

/// The crate's manifest.
pub(super) fn cargo_toml(apis: &[&Api], dates: Option<DateTimeType>) -> String {
    let quoted: Vec<_> = apis
        .iter()
        .map(|api| format!("\"{}\"", plain(&api.module)))
        .collect();
    let features: String = apis
        .iter()
        .map(|api| format!("{} = []\n", plain(&api.module)))
        .collect();
    let all = dependencies::all(apis, dates);
    let optional: String = ["arbitrary", "schemars"]
        .iter()
        .map(|name| match all.get(*name) {
            Some(dependency) if dependency.optional => format!("{name} = [\"dep:{name}\"]\n"),
            // The user's types need it in any case.
            _ => format!("{name} = []\n"),
        })
        .collect();
    format!(
        r#"[package]
name = "generated"
description = "Models written by fieldtable from the field tables of SDK docs."
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
{dependencies}"#,
        full = quoted.join(", "),
        dependencies = dependencies::lines(&all),
    )
}

/// The crate's root.
pub(super) fn lib_rs(apis: &[&Api], time: bool) -> String {
    let mut text = String::from(
        "//! Models of the APIs whose docs lie in `specs/`, each in a module behind a feature of its name.\n\
         //!\n\
         //! Enums and unions keep values that the docs do not name. Structs are made by `new` with what\n\
         //! is required, and `with_…` for the rest; a new optional field breaks nobody.\n\
         //!\n\
         //! Two features are off unless asked for:\n\
         //!\n\
         //! - `arbitrary`: `Arbitrary` of the `arbitrary` crate for every model. A value that it makes\n\
         //!   reads back equal from the JSON that it is written as.\n\
         //! - `schemars`: `JsonSchema` of the `schemars` crate for every model.\n\n\
         #[doc(hidden)]\npub mod support;\n\n",
    );
    for api in apis {
        let name = plain(&api.module);
        let title: String = super::markdown::clean(&api.name).join(" ");
        text.push_str(&format!(
            "/// The models of {title}.\n#[cfg(feature = \"{name}\")]\n#[rustfmt::skip]\npub mod {};\n\n",
            api.module
        ));
    }
    // An API may be called as the crate.
    let json = apis.iter().any(|api| api.module == "serde_json");
    let root = if json { "::" } else { "" };
    text.push_str(&format!("pub use {root}serde_json::Value;\n"));
    if time {
        text.push_str("pub use support::date_time::{Date, DateTime};\n");
    }
    text.push_str(
        "pub use support::extra::Extra;\n\
         pub use support::number::Number;\n\
         pub use support::presence::Maybe;\n\
         pub use support::unknown_value::UnknownValue;\n",
    );
    text
}
