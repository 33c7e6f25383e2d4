//! Models that pages describe twice: once on a page of its own, once for a nullable field.
//!
//! SDK generators print a separate page for a nullable use of a model, named after the field. If
//! the two pages say the same, they describe the same type.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::similarity::{Marks, Similarity};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::fold::fold_name;
use crate::map::IndexMap;
use crate::model::{Alias, Fact, Kind, ModelPath, Struct, Type};
use crate::resolve::build::DESCRIBES;
use crate::resolve::context::Models;
use crate::source::Place;

/// Smaller structs may be equal by chance: many have just `id` and `name` without a description.
const LEAST_SAID: usize = 4;
/// A description that is the same counts for as many fields.
const DESCRIPTION: usize = 3;

/// Copies that hold copies that hold copies: what is deeper stays as the docs have it, as each round
/// compares all models.
const DEEPEST: usize = 16;

/// Makes each copy an alias of its original, which takes its place wherever it is used.
pub(crate) fn join(
    models: &mut Models,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    // Joining the types of fields may show that their owners are copies too.
    for _ in 0..DEEPEST {
        let copies = find(models);
        if copies.is_empty() {
            return;
        }
        for model in models.values_mut() {
            model.kind.change_types(|ty| {
                if let Type::Model(path) = ty.innermost_on_wire_mut()
                    && let Some(original) = copies.get(path)
                {
                    *path = original.clone();
                }
            });
        }
        for (copy, original) in copies {
            share_keys(models, &copy, &original);
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
    if let Some((copy, original)) = find(models).first_key_value()
        && let Some(place) = place_of(copy)
    {
        let message = format!("`{copy}` and `{original}` are described alike, and stay two models");
        diagnostics.push(
            Diagnostic::warning(Topic::Copies, place, message)
                .label(format!("{DEEPEST} such pairs stand in each other below it"))
                .hint("so do models that hold them; `type` in the settings of a field names the one to use"),
        );
    }
}

/// Each copy and its original, where there is one original only.
fn find(models: &Models) -> BTreeMap<ModelPath, ModelPath> {
    let similarity = Similarity::new(models);
    let mut copies = BTreeMap::new();
    for paths in alike(models, &similarity) {
        let (called_by_use, others): (Vec<&ModelPath>, Vec<&ModelPath>) = paths
            .iter()
            .copied()
            .partition(|path| similarity.by_use(path));
        let original = match others.as_slice() {
            [original] => Some(*original),
            [] => of_one_owner(&similarity, &called_by_use),
            _ => None,
        };
        let Some(original) = original else { continue };
        // What fewer pages describe is one language's name for the same: `ErrorT` for `Error`.
        let pages = |path: &ModelPath| models[path].evidence.len();
        let pairs = called_by_use
            .into_iter()
            .filter(|copy| *copy != original && pages(original) >= pages(copy))
            // A copy that the user replaces must stay a separate type.
            .filter(|copy| models[*copy].replaced.is_none())
            .filter(|copy| keys_agree(models, copy, original))
            .map(|copy| (copy.clone(), original.clone()));
        copies.extend(pairs);
    }
    copies
}

/// Groups of described structs that are equal.
fn alike<'m>(models: &'m Models, similarity: &Similarity<'m>) -> Vec<Vec<&'m ModelPath>> {
    // The texts to compare are long, so only structs with the same fields are compared.
    let mut same_names: IndexMap<Vec<&str>, Vec<(&ModelPath, &Struct)>> = IndexMap::default();
    for (path, model) in models {
        let Kind::Struct(object) = &model.kind else {
            continue;
        };
        let mut evidence = model.evidence.iter();
        if said(object) >= LEAST_SAID
            && object.extra.is_none()
            && evidence.any(|evidence| evidence.says == DESCRIBES)
        {
            let names = object.fields.iter().map(|field| field.name.as_str());
            let same = same_names.entry(names.collect()).or_default();
            same.push((path, object));
        }
    }
    let mut alike = Vec::new();
    for structs in same_names.into_values().filter(|structs| structs.len() > 1) {
        let mut by_fields: IndexMap<String, Vec<&ModelPath>> = IndexMap::default();
        for (path, object) in structs {
            let fields = similarity.of(object, Marks::Count);
            by_fields.entry(fields).or_default().push(path);
        }
        alike.extend(by_fields.into_values().filter(|paths| paths.len() > 1));
    }
    alike
}

/// Of models that are called after fields of one struct, the one that is called after the
/// struct as well: `PlanFee` beside `Surcharge`.
fn of_one_owner<'p>(similarity: &Similarity<'_>, paths: &[&'p ModelPath]) -> Option<&'p ModelPath> {
    let owner = |path: &ModelPath| similarity.users.get(path)?.first().map(|(owner, _)| *owner);
    let first = owner(paths.first()?)?;
    if paths.iter().any(|path| owner(path) != Some(first)) {
        return None;
    }
    let mut named = paths
        .iter()
        .filter(|path| fold_name(path.name()).starts_with(&fold_name(first.name())));
    let only = named.next()?;
    named.next().is_none().then_some(*only)
}

/// The wire names of two structs with the same fields.
fn keys<'m>(
    models: &'m Models,
    a: &ModelPath,
    b: &ModelPath,
) -> Vec<(&'m Fact<String>, &'m Fact<String>)> {
    let (Kind::Struct(a), Kind::Struct(b)) = (&models[a].kind, &models[b].kind) else {
        return Vec::new();
    };
    let names = |object: &'m Struct| object.fields.iter().map(|field| &field.wire_name);
    names(a).zip(names(b)).collect()
}

/// Whether no field is known to have two wire names.
fn keys_agree(models: &Models, copy: &ModelPath, original: &ModelPath) -> bool {
    let mut keys = keys(models, copy, original).into_iter();
    keys.all(|(a, b)| a.value == b.value || a.rule.derives_key() || b.rule.derives_key())
}

/// Gives the original the keys that examples and settings show of its copy.
fn share_keys(models: &mut Models, copy: &ModelPath, original: &ModelPath) {
    let keys = keys(models, copy, original).into_iter();
    let shown: Vec<Option<Fact<String>>> = keys
        .map(|(ours, theirs)| {
            (!ours.rule.derives_key() && theirs.rule.derives_key()).then(|| ours.clone())
        })
        .collect();
    let Some(Kind::Struct(object)) = models.get_mut(original).map(|model| &mut model.kind) else {
        return;
    };
    for (field, shown) in object.fields.iter_mut().zip(shown) {
        if let Some(mut shown) = shown {
            shown.evidence.append(&mut field.wire_name.evidence);
            field.wire_name = shown;
        }
    }
}

fn said(object: &Struct) -> usize {
    let fields = object.fields.iter();
    let described = fields.filter(|field| field.docs.description.is_some());
    object.fields.len() + DESCRIPTION * described.count()
}
