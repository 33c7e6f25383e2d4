//! What there is: the APIs, and the models of one.

use serde::Serialize;

use crate::model::{Api, Kind, Model};
use crate::source::Location;

/// An API, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiEntry {
    /// The folder's name.
    pub name: String,
    /// The Rust module and the feature.
    pub module: String,
    /// Its models.
    pub models: usize,
    /// How many of them are of each kind, and what those are made of.
    pub kinds: Vec<Count>,
}

/// How many models are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// `struct`, `enum`, `flags`, `union` or `alias`.
    pub kind: &'static str,
    /// The models of that kind.
    pub models: usize,
    /// Their fields, values or members.
    pub parts: usize,
}

/// A model, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelEntry {
    /// The Rust path below the crate.
    pub rust: String,
    /// The name in the docs.
    pub name: String,
    /// `struct`, `enum`, `flags`, `union` or `alias`.
    pub kind: &'static str,
    /// Its fields, values or members.
    pub parts: usize,
    /// Whether the crate has a type for it.
    pub generated: bool,
    /// The pages, examples or cells that it comes from.
    pub at: Vec<Location>,
}

/// What a model is, and how many fields, values or members it has.
pub(super) fn kind(model: &Model) -> (&'static str, usize) {
    match &model.kind {
        Kind::Struct(object) => ("struct", object.fields.len()),
        Kind::Enum(values) => ("enum", values.values.len()),
        Kind::Flags(flags) => ("flags", flags.flags.len()),
        Kind::Union(union) => ("union", union.variants.len()),
        Kind::Alias(_) => ("alias", 0),
    }
}

/// The APIs in numbers. Models without a type in the crate do not count.
#[must_use]
pub fn apis(apis: &[Api]) -> Vec<ApiEntry> {
    let entries = apis.iter().map(|api| {
        let emitted = || api.models.values().filter(|model| model.emitted).map(kind);
        let kinds = ["struct", "enum", "flags", "union", "alias"];
        let counts = kinds.iter().map(|&kind| {
            let parts = emitted().filter(|it| it.0 == kind);
            let (models, parts) = parts.fold((0, 0), |(n, sum), it| (n + 1, sum + it.1));
            Count {
                kind,
                models,
                parts,
            }
        });
        ApiEntry {
            name: api.name.clone(),
            module: api.module.clone(),
            models: emitted().count(),
            kinds: counts.filter(|it| it.models > 0).collect(),
        }
    });
    entries.collect()
}

/// The models of an API, in the order in which they are written.
#[must_use]
pub fn models(api: &Api) -> Vec<ModelEntry> {
    let entries = api.models.values().map(|model| {
        let (kind, parts) = kind(model);
        ModelEntry {
            rust: format!("{}::{}", api.module, model.path),
            name: model.title.clone(),
            kind,
            parts,
            generated: model.emitted,
            at: model.evidence.iter().map(|said| said.at.clone()).collect(),
        }
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::apis as described;
    use super::*;

    #[test]
    fn an_api_is_counted_and_its_models_name_their_pages() {
        let described = described();
        let [api] = &apis(&described)[..] else {
            panic!("one API");
        };
        assert_eq!((api.name.as_str(), api.models), ("shop", 1));
        let (kind, models, parts) = ("struct", 1, 2);
        assert_eq!(
            api.kinds,
            [Count {
                kind,
                models,
                parts
            }]
        );
        let [job] = &models_of(&described)[..] else {
            panic!("one model");
        };
        assert_eq!((job.rust.as_str(), job.parts), ("shop::Job", 2));
        let at: Vec<_> = job.at.iter().map(ToString::to_string).collect();
        assert_eq!(at.len(), 2, "{at:?}");
        assert!(
            at[0].starts_with("shop/java/models/shared/Job.md:1:"),
            "{at:?}"
        );
    }

    fn models_of(apis: &[Api]) -> Vec<ModelEntry> {
        super::models(&apis[0])
    }
}
