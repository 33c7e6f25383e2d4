//! Nameless objects that repeat a model with a name.
//!
//! Where a schema says "a money, or null" in place, generators print a model of
//! its own for the place: `PlanFee` for `fee` of `Plan`, field by field the same
//! as `Money`. Such a model becomes another name of the one that it repeats, so
//! that who can handle a `Money` can handle every fee.

use indexmap::IndexMap;

use super::wire::squash;
use crate::model::{Alias, Field, Kind, Model, ModelPath, Struct, Type};

type Models = IndexMap<ModelPath, Model>;

/// Makes models that are named by the one place of their use, and repeat another, its aliases.
pub(super) fn alias_repeated(models: &mut Models) {
    let placed: Vec<usize> = placed(models);
    // What two models hold may be the same only once their parts are known to be.
    loop {
        let found: Vec<(usize, ModelPath)> = placed
            .iter()
            .filter_map(|&index| Some((index, repeated(models, &placed, index)?)))
            .collect();
        if found.is_empty() {
            return;
        }
        for (index, original) in found {
            let model = &mut models[index];
            model
                .docs
                .notes
                .push(format!("The same as `{}`.", original.name()));
            model.kind = Kind::Alias(Alias {
                ty: Type::Model(original),
            });
        }
    }
}

/// The structs that are used once, and called after the field that uses them.
fn placed(models: &Models) -> Vec<usize> {
    let mut uses: IndexMap<&ModelPath, Vec<(&Model, Option<&Field>)>> = IndexMap::new();
    for model in models.values() {
        for (ty, field) in parts(&model.kind) {
            if let Some(path) = model_in(ty) {
                uses.entry(path).or_default().push((model, field));
            }
        }
    }
    let is_placed = |path: &ModelPath| match uses.get(path).map(Vec::as_slice) {
        Some([(_, Some(field))]) => squash(path.name()).ends_with(&squash(&field.wire_name.value)),
        _ => false,
    };
    let all = models.iter().enumerate();
    all.filter(|(_, (path, model))| matches!(model.kind, Kind::Struct(_)) && is_placed(path))
        .map(|(index, _)| index)
        .collect()
}

/// The model that a placed one repeats.
fn repeated(models: &Models, placed: &[usize], index: usize) -> Option<ModelPath> {
    let Kind::Struct(object) = &models[index].kind else {
        return None;
    };
    if !speaks(object) {
        return None;
    }
    let pages = models[index].evidence.len();
    let mut others = models.iter().enumerate();
    others.find_map(|(other, (path, model))| match &model.kind {
        // What fewer pages describe is one language's name for the same, as `ErrorT` for `Error`.
        Kind::Struct(known) if !placed.contains(&other) && model.evidence.len() >= pages => {
            same(models, object, known).then(|| path.clone())
        }
        _ => None,
    })
}

/// Whether being equal is no accident: `id` and `name` without a word are in many models.
fn speaks(object: &Struct) -> bool {
    const MANY: usize = 4;
    let described = |field: &Field| field.docs.description.is_some();
    object.fields.len() >= MANY || object.fields.iter().any(described)
}

fn same(models: &Models, a: &Struct, b: &Struct) -> bool {
    let same_extra = match (&a.extra, &b.extra) {
        (Some(a), Some(b)) => same_type(models, &a.ty, &b.ty),
        (None, None) => true,
        _ => false,
    };
    let pairs = || a.fields.iter().zip(&b.fields);
    same_extra
        && a.fields.len() == b.fields.len()
        && pairs().all(|(a, b)| {
            a.wire_name.value == b.wire_name.value
                && a.presence == b.presence
                && a.constant == b.constant
                && a.docs == b.docs
                && same_type(models, &a.ty.value, &b.ty.value)
        })
}

fn same_type(models: &Models, a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::List(a), Type::List(b))
        | (Type::Map(a), Type::Map(b))
        | (Type::Nullable(a), Type::Nullable(b)) => same_type(models, a, b),
        (Type::Model(a), Type::Model(b)) => {
            let (a, b) = (original(models, a), original(models, b));
            a == b || same_values(models, a, b)
        }
        _ => a == b,
    }
}

/// The model behind aliases of one.
fn original<'m>(models: &'m Models, path: &'m ModelPath) -> &'m ModelPath {
    match models.get(path).map(|model| &model.kind) {
        // An alias made here names a struct, so this ends.
        Some(Kind::Alias(Alias {
            ty: Type::Model(inner),
        })) if inner != path => inner,
        _ => path,
    }
}

/// Enums stay models of their own, and do not tell their owners apart.
fn same_values(models: &Models, a: &ModelPath, b: &ModelPath) -> bool {
    let kind = |path| models.get(path).map(|model| &model.kind);
    match (kind(a), kind(b)) {
        (Some(Kind::Enum(a)), Some(Kind::Enum(b))) => {
            let values = |values: &crate::model::Enum| -> Vec<_> {
                values
                    .values
                    .iter()
                    .map(|value| value.value.clone())
                    .collect()
            };
            a.scalar == b.scalar && values(a) == values(b)
        }
        _ => false,
    }
}

/// The types that a model holds, and the fields that hold them.
fn parts(kind: &Kind) -> Vec<(&Type, Option<&Field>)> {
    match kind {
        Kind::Struct(object) => {
            let fields = object
                .fields
                .iter()
                .map(|field| (&field.ty.value, Some(field)));
            let extra = object.extra.iter().map(|extra| (&extra.ty, None));
            fields.chain(extra).collect()
        }
        Kind::Union(union) => union
            .variants
            .iter()
            .map(|variant| (&variant.ty, None))
            .collect(),
        Kind::Alias(alias) => vec![(&alias.ty, None)],
        Kind::Enum(_) => Vec::new(),
    }
}

fn model_in(ty: &Type) -> Option<&ModelPath> {
    match ty {
        Type::Model(path) => Some(path),
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            model_in(inner)
        }
        _ => None,
    }
}
