//! Models that pages describe twice: once for itself, once more for a field that may be null.
//!
//! SDK generators give a nullable use of a model a page of its own, called after the field. Its
//! page says the same in everything; then it is the same type, under another name.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::cycles::types_of_mut;
use super::wire::squash;
use crate::model::{Alias, Kind, Model, ModelPath, Struct, Type};

type Models = IndexMap<ModelPath, Model>;

/// A struct with fewer fields may look like another by chance.
const FEWEST_FIELDS: usize = 2;

/// Makes each copy an alias of its original, which takes its place wherever it is used.
pub(super) fn join(models: &mut Models) {
    // Joining the types of fields may show that their owners are copies too.
    loop {
        let copies = find(models);
        if copies.is_empty() {
            return;
        }
        for model in models.values_mut() {
            for ty in types_of_mut(&mut model.kind) {
                replace(ty, &copies);
            }
            if let Kind::Struct(object) = &mut model.kind
                && let Some(extra) = &mut object.extra
            {
                replace(&mut extra.ty, &copies);
            }
        }
        for (copy, original) in copies {
            let Some(model) = models.get_mut(&copy) else {
                continue;
            };
            let note =
                format!("The docs describe it as they describe `{original}`: the same type.");
            model.docs.notes.push(note);
            let ty = Type::Model(original);
            model.kind = Kind::Alias(Alias { ty });
        }
    }
}

/// Each copy and its original, where there is one original only.
fn find(models: &Models) -> BTreeMap<ModelPath, ModelPath> {
    let users = users(models);
    let mut alike: BTreeMap<String, Vec<&ModelPath>> = BTreeMap::new();
    for (path, model) in models {
        if let Kind::Struct(object) = &model.kind
            && object.fields.len() >= FEWEST_FIELDS
            && object.extra.is_none()
        {
            alike.entry(appearance(object)).or_default().push(path);
        }
    }
    let mut copies = BTreeMap::new();
    for paths in alike.values().filter(|paths| paths.len() > 1) {
        let (called_by_use, others): (Vec<&ModelPath>, Vec<&ModelPath>) = paths
            .iter()
            .copied()
            .partition(|path| is_called_by_use(path, users.get(path).map_or(&[], Vec::as_slice)));
        if let [original] = others.as_slice() {
            let pairs = called_by_use
                .into_iter()
                .map(|copy| (copy.clone(), (*original).clone()));
            copies.extend(pairs);
        }
    }
    copies
}

/// All that tells two structs apart.
fn appearance(object: &Struct) -> String {
    let fields = object.fields.iter().map(|field| {
        format!(
            "{:?}",
            (
                &field.wire_name.value,
                &field.name,
                &field.ty.value,
                field.required.value,
                field.nullable.value,
                &field.constant,
                &field.docs,
            )
        )
    });
    fields.collect()
}

/// The owners and wire names of the fields that use each model.
fn users(models: &Models) -> BTreeMap<&ModelPath, Vec<(&ModelPath, &str)>> {
    let mut users: BTreeMap<&ModelPath, Vec<(&ModelPath, &str)>> = BTreeMap::new();
    for (owner, model) in models {
        let Kind::Struct(object) = &model.kind else {
            continue;
        };
        for field in &object.fields {
            if let Type::Model(path) = &field.ty.value {
                let user = (owner, field.wire_name.value.as_str());
                users.entry(path).or_default().push(user);
            }
        }
    }
    users
}

/// Whether a model is called after the one field that uses it, its owner before it or not.
fn is_called_by_use(path: &ModelPath, users: &[(&ModelPath, &str)]) -> bool {
    let name = squash(path.name());
    let [(owner, field)] = users else {
        return false;
    };
    let (owner, field) = (squash(owner.name()), squash(field));
    name.strip_suffix(&field)
        .is_some_and(|before| before.is_empty() || owner.ends_with(before) || before == owner)
}

fn replace(ty: &mut Type, copies: &BTreeMap<ModelPath, ModelPath>) {
    match ty {
        Type::Model(path) => {
            if let Some(original) = copies.get(path) {
                *path = original.clone();
            }
        }
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            replace(inner, copies);
        }
        _ => {}
    }
}
