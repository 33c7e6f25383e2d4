//! `specs/spec.toml`: the crate as its user wants it.

use toml::de::DeValue;

use super::dependency;
use super::keys::whole;
use super::section::Section;
use super::value::{Refusal, Setting};
use crate::diagnostic::Diagnostics;
use crate::map::IndexMap;
use crate::model::Package;
use crate::source::{FileId, Files, Located};

/// What is set about the crate. Every key is optional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PackageConfig {
    /// `name = "shop-models"`.
    pub name: Option<Located<String>>,
    /// `version = "1.2.0"`.
    pub version: Option<Located<String>>,
    /// `description = "Models of the shop."`.
    pub description: Option<Located<String>>,
    /// `license = "MIT OR Apache-2.0"`.
    pub license: Option<Located<String>>,
    /// `repository = "https://…"`.
    pub repository: Option<Located<String>>,
    /// `publish = true`.
    pub publish: Option<Located<bool>>,
    /// `readme = false`: the crate has none, or one that the user writes.
    pub readme: Option<Located<bool>>,
    /// `[crate.features] all-shops = ["shop", "market"]`.
    pub features: IndexMap<String, Located<Vec<String>>>,
}

/// Reads the `spec.toml` beside the folders of the APIs.
pub fn parse_package(files: &Files, id: FileId, diagnostics: &mut Diagnostics) -> PackageConfig {
    let mut config = PackageConfig::default();
    whole(files, id, diagnostics, |table| {
        table.within("crate", |table| config = package(table));
    });
    config
}

pub(super) fn package(table: &mut Section<'_>) -> PackageConfig {
    PackageConfig {
        name: table.checked("name", name),
        version: table.checked("version", version),
        description: table.checked("description", line),
        license: table.checked("license", line),
        repository: table.checked("repository", line),
        publish: table.setting("publish"),
        readme: table.setting("readme"),
        features: table.values("features", features),
    }
}

impl PackageConfig {
    /// The crate, with what is not set as it is by default.
    #[must_use]
    pub fn package(&self) -> Package {
        let default = Package::default();
        let text = |set: &Option<Located<String>>| set.as_ref().map(|set| set.value.clone());
        let flag = |set: &Option<Located<bool>>, or| set.as_ref().map_or(or, |set| set.value);
        let features = self.features.iter();
        let features = features.map(|(name, set)| (name.clone(), set.value.clone()));
        Package {
            name: text(&self.name).unwrap_or(default.name),
            version: text(&self.version).unwrap_or(default.version),
            description: text(&self.description).unwrap_or_default(),
            license: text(&self.license),
            repository: text(&self.repository),
            publish: flag(&self.publish, default.publish),
            readme: flag(&self.readme, default.readme),
            features: features.collect(),
        }
    }
}

/// The features that a feature turns on.
fn features(value: &DeValue<'_>) -> Result<Vec<String>, Refusal> {
    let refusal = || Refusal::type_of("an array of features", value);
    let DeValue::Array(items) = value else {
        return Err(refusal());
    };
    let items = items.iter().map(|item| String::from_toml(item.get_ref()));
    items.collect::<Result<_, _>>().map_err(|_| refusal())
}

/// The name of a crate that others can name in Rust.
fn name(value: &DeValue<'_>) -> Result<String, Refusal> {
    let name = String::from_toml(value).and_then(|name| dependency::name(&name))?;
    let module = name.replace('-', "_");
    let is_taken = matches!(
        module.as_str(),
        "alloc" | "core" | "proc_macro" | "std" | "test"
    );
    if !is_taken && syn::parse_str::<syn::Ident>(&module).is_ok() {
        return Ok(name);
    }
    Err(Refusal {
        expected: "the name of a crate".to_owned(),
        found: "a word of Rust's own".to_owned(),
        hint: Some(format!("write `{name}-models`")),
    })
}

fn version(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    match semver::Version::parse(&text) {
        Ok(_) => Ok(text),
        Err(error) => Err(Refusal {
            expected: "a version".to_owned(),
            found: error.to_string(),
            hint: Some("write three numbers: `\"0.1.0\"`".to_owned()),
        }),
    }
}

/// A text of one line.
fn line(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    if !text.trim().is_empty() && !text.contains(char::is_control) {
        return Ok(text.trim().to_owned());
    }
    Err(Refusal {
        expected: "a text of one line".to_owned(),
        found: "empty, or more than a line".to_owned(),
        hint: None,
    })
}
