//! Which model of the new API is which of the old.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Kind, Model, ModelPath};

/// The emitted models of both.
pub(super) struct Pairs<'a> {
    /// In the order of the new API.
    pub kept: Vec<(&'a Model, &'a Model)>,
    pub gone: Vec<&'a Model>,
    pub added: Vec<&'a Model>,
    /// The new paths of those that have another, by the old.
    pub moved: BTreeMap<&'a ModelPath, &'a ModelPath>,
}

impl<'a> Pairs<'a> {
    pub fn new(old: &'a Api, new: &'a Api) -> Self {
        let emitted = |api: &'a Api| api.models.values().filter(|model| model.emitted);
        let gone: Vec<_> = emitted(old)
            .filter(|model| !new.models.get(&model.path).is_some_and(|it| it.emitted))
            .collect();
        let added: Vec<_> = emitted(new)
            .filter(|model| !old.models.get(&model.path).is_some_and(|it| it.emitted))
            .collect();
        let moved = moved(&gone, &added);
        let back: BTreeMap<&ModelPath, &Model> = gone
            .iter()
            .filter_map(|model| Some((*moved.get(&model.path)?, *model)))
            .collect();
        let kept = emitted(new).filter_map(|model| {
            let before = back.get(&model.path).copied();
            let before = before.or_else(|| old.models.get(&model.path).filter(|it| it.emitted));
            Some((before?, model))
        });
        Self {
            kept: kept.collect(),
            gone: without(gone, &moved.keys().copied().collect()),
            added: without(added, &moved.values().copied().collect()),
            moved,
        }
    }
}

fn without<'a>(models: Vec<&'a Model>, paths: &BTreeSet<&ModelPath>) -> Vec<&'a Model> {
    let models = models.into_iter();
    models
        .filter(|model| !paths.contains(&model.path))
        .collect()
}

/// Those of which only the path is another: nothing else that is gone or new has the same parts.
fn moved<'a>(gone: &[&'a Model], added: &[&'a Model]) -> BTreeMap<&'a ModelPath, &'a ModelPath> {
    let by_parts = |models: &[&'a Model]| {
        let mut by_parts: BTreeMap<_, Vec<&'a ModelPath>> = BTreeMap::new();
        for model in models {
            let parts = parts(&model.kind);
            if !parts.1.is_empty() {
                by_parts.entry(parts).or_default().push(&model.path);
            }
        }
        by_parts
    };
    let added = by_parts(added);
    let both = by_parts(gone).into_iter().filter_map(|(parts, old)| {
        match (old.as_slice(), added.get(&parts)?.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            _ => None,
        }
    });
    both.collect()
}

/// What a model consists of, as the wire has it.
fn parts(kind: &Kind) -> (u8, BTreeSet<String>) {
    match kind {
        Kind::Struct(it) => {
            let keys = it.fields.iter().map(|field| field.wire_name.value.clone());
            (0, keys.collect())
        }
        Kind::Enum(it) => (1, it.values.iter().map(|it| it.value.to_string()).collect()),
        Kind::Flags(it) => (2, it.flags.iter().map(|it| it.name.clone()).collect()),
        Kind::Union(it) => {
            let types = it.variants.iter().map(|it| format!("{:?}", it.ty));
            (3, types.collect())
        }
        Kind::Alias(_) => (4, BTreeSet::new()),
    }
}
