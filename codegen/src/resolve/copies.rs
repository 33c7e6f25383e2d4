//! Models that pages describe twice: once for itself, once more for a field that may be null.
//!
//! SDK generators give a nullable use of a model a page of its own, called after the field. Its
//! page says the same in everything; then it is the same type, under another name.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::DESCRIBES;
use super::cycles::types_of_mut;
use super::wire::squash;
use crate::model::{Alias, Kind, Model, ModelPath, Struct, Type};

type Models = IndexMap<ModelPath, Model>;

/// Structs that say less may look alike by chance: `id` and `name` without a word are everywhere.
const LEAST_SAID: usize = 4;
/// A description that is the same counts for as many fields.
const DESCRIPTION: usize = 3;

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
    let sight = Sight {
        models,
        users: &users,
    };
    let mut alike: BTreeMap<String, Vec<&ModelPath>> = BTreeMap::new();
    for (path, model) in models {
        if let Kind::Struct(object) = &model.kind
            && model
                .evidence
                .iter()
                .any(|evidence| evidence.says == DESCRIBES)
            && said(object) >= LEAST_SAID
            && object.extra.is_none()
        {
            alike.entry(sight.of(object, 0)).or_default().push(path);
        }
    }
    let mut copies = BTreeMap::new();
    for paths in alike.values().filter(|paths| paths.len() > 1) {
        let (called_by_use, others): (Vec<&ModelPath>, Vec<&ModelPath>) =
            paths.iter().copied().partition(|path| sight.by_use(path));
        if let [original] = others.as_slice() {
            // What fewer pages describe is one language's name for the same: `ErrorT` for `Error`.
            let pages = |path: &ModelPath| models[path].evidence.len();
            let pairs = called_by_use
                .into_iter()
                .filter(|copy| pages(original) >= pages(copy))
                // Who replaces a copy wants a type of its own for it.
                .filter(|copy| models[*copy].replaced.is_none())
                .map(|copy| (copy.clone(), (*original).clone()));
            copies.extend(pairs);
        }
    }
    copies
}

fn said(object: &Struct) -> usize {
    let fields = object.fields.iter();
    let described = fields.filter(|field| field.docs.description.is_some());
    object.fields.len() + DESCRIPTION * described.count()
}

/// What tells structs apart.
struct Sight<'m> {
    models: &'m Models,
    users: &'m BTreeMap<&'m ModelPath, Vec<&'m str>>,
}

impl Sight<'_> {
    /// All that tells a struct from others.
    fn of(&self, object: &Struct, depth: usize) -> String {
        let fields = object.fields.iter().map(|field| {
            let ty = self.of_type(&field.ty.value, depth);
            let facts = (field.required.value, field.nullable.value, &field.constant);
            let name = &field.wire_name.value;
            format!("{:?}", (name, &field.name, ty, facts, &field.docs))
        });
        fields.collect()
    }

    /// A type by its looks where its name says only where it is used.
    fn of_type(&self, ty: &Type, depth: usize) -> String {
        const DEEPEST: usize = 6;
        let inner = |ty| self.of_type(ty, depth);
        match ty {
            Type::List(item) => format!("[{}]", inner(item)),
            Type::Map(value) => format!("{{{}}}", inner(value)),
            Type::Nullable(value) => format!("{}?", inner(value)),
            Type::Outside { path, wire } => format!("{path}({})", inner(wire)),
            Type::Model(path) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Enum(values)) => {
                    let texts: Vec<_> = values.values.iter().map(|value| &value.value).collect();
                    format!("{:?}", (texts, values.unknown.is_some()))
                }
                Some(Kind::Struct(object)) if depth < DEEPEST && self.by_use(path) => {
                    self.of(object, depth + 1)
                }
                _ => path.to_string(),
            },
            other => format!("{other:?}"),
        }
    }

    fn by_use(&self, path: &ModelPath) -> bool {
        let users = self.users.get(path).map_or(&[][..], Vec::as_slice);
        is_called_by_use(path, users)
    }
}

/// The wire names of the fields that use each model.
fn users(models: &Models) -> BTreeMap<&ModelPath, Vec<&str>> {
    let mut users: BTreeMap<&ModelPath, Vec<&str>> = BTreeMap::new();
    for model in models.values() {
        let Kind::Struct(object) = &model.kind else {
            continue;
        };
        for field in &object.fields {
            if let Some(path) = innermost(&field.ty.value) {
                let name = field.wire_name.value.as_str();
                users.entry(path).or_default().push(name);
            }
        }
    }
    users
}

fn innermost(ty: &Type) -> Option<&ModelPath> {
    match ty {
        Type::Model(path) => Some(path),
        Type::List(inner)
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::Outside { wire: inner, .. } => innermost(inner),
        _ => None,
    }
}

/// Whether a model is called after the one field that uses it: `CommercePlanFee` after `fee`.
fn is_called_by_use(path: &ModelPath, fields: &[&str]) -> bool {
    let [field] = fields else { return false };
    squash(path.name()).ends_with(&squash(field))
}

fn replace(ty: &mut Type, copies: &BTreeMap<ModelPath, ModelPath>) {
    match ty {
        Type::Model(path) => {
            if let Some(original) = copies.get(path) {
                *path = original.clone();
            }
        }
        Type::List(inner)
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::Outside { wire: inner, .. } => replace(inner, copies),
        _ => {}
    }
}
