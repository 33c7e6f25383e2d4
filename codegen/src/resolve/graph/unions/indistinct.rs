//! Members of a union that cannot be distinguished in JSON.

use std::collections::{BTreeMap, BTreeSet};

use super::members::{Members, NESTED, struct_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::fold::fold_name;
use crate::model::{EnumScalar, Field, Kind, Model, Struct, Type, WireShape};
use crate::resolve::context::{Context, Models};
use crate::work;

/// More members than these are not shown with their places.
const SHOWN: usize = 6;
/// More members than these are counted.
const LISTED: usize = 20;

/// Warns of all members that have the shape of an earlier one, but those that are `told` by a tag
/// beside the union wherever it is used.
pub(crate) fn warn(
    cx: &Context<'_>,
    members: &Members<'_>,
    told: &[bool],
    diagnostics: &mut Diagnostics,
) {
    let shapes = members.union.variants.iter().map(|it| &it.shape);
    let is_told = |at: &usize| told.get(*at).copied().unwrap_or_default();
    let groups: Vec<Vec<usize>> = alike(shapes)
        .into_iter()
        .map(|mut group| {
            let first = group[0];
            group.retain(|at| *at == first || !is_rejected(members, first, *at));
            group.retain(|at| !is_told(at));
            group
        })
        .filter(|group| group.len() > 1)
        .collect();
    let model = members.model;
    let own = cx.place_of(&model.path);
    let place = own.or_else(|| cx.files.place(&model.evidence.first()?.at));
    let (Some(first), Some(place)) = (groups.first(), place) else {
        return;
    };
    let name = |at: usize| format!("`{}`", members.union.variants[at].name);
    let others = groups[1..].iter().take(LISTED);
    let others = others.map(|group| format!(", nor {}", list(group, name)));
    let mut others: String = others.collect();
    if let Some(more @ 1..) = groups.len().checked_sub(LISTED + 1) {
        others.push_str(&format!(", nor {more} others of each other"));
    }
    let message = format!(
        "{} cannot be told apart in union `{}`{}",
        list(first, name),
        model.title,
        others
    );
    let label = match groups.len() {
        1 => format!("such values are read as {}", name(first[0])),
        _ => "such values are read as the first that accepts them".to_owned(),
    };
    let warning = Diagnostic::warning(Topic::Variants, place, message).label(label);
    let mut warning = warning.hint(hint(cx, members, &groups));
    for at in groups.iter().flatten().take(SHOWN) {
        let place = members.path_of(*at).and_then(|path| cx.place_of(path));
        if let Some(place) = place {
            warning = warning.related(place, name(*at));
        }
    }
    diagnostics.push(warning);
}

/// `` `A`, `B` and `C` ``, or `` `A`, `B` and 7 others ``.
fn list(group: &[usize], name: impl Fn(usize) -> String) -> String {
    let listed = if group.len() > LISTED + 1 {
        LISTED
    } else {
        group.len()
    };
    let mut names: Vec<String> = group[..listed].iter().map(|at| name(*at)).collect();
    if listed < group.len() {
        names.push(format!("{} others", group.len() - listed));
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The setting that tells the members apart.
fn hint(cx: &Context<'_>, members: &Members<'_>, groups: &[Vec<usize>]) -> String {
    let indices: Vec<usize> = groups.iter().flatten().copied().collect();
    if indices.iter().any(|at| members.variants[*at].is_empty()) {
        return "for objects, `tag` in the model's settings names the key that tells them apart; \
                other values are tried in this order"
            .to_owned();
    }
    let title = name_in_settings(cx, members.model);
    let values = format!("in `[models.{title}.tags]` the value of each member");
    match likely_key(members, &indices) {
        Some(key) => format!("set `tag = {key:?}` in `[models.{title}]`, and {values}"),
        None => format!(
            "set `tag` in `[models.{title}]` to the key that tells them apart, and {values}"
        ),
    }
}

/// By what `spec.toml` means a model: a path stands in quotes.
fn name_in_settings(cx: &Context<'_>, model: &Model) -> String {
    match cx.catalog.of_path(&model.path) {
        Some(_) => model.title.clone(),
        None if model.path.module().is_none() => model.path.name().to_owned(),
        None => format!("{:?}", model.path.as_str()),
    }
}

/// A text that all members require, if its name says that it tells what they are.
fn likely_key(members: &Members<'_>, indices: &[usize]) -> Option<String> {
    let objects: Vec<_> = indices
        .iter()
        .flat_map(|at| &members.variants[*at])
        .collect();
    let (first, others) = objects.split_first()?;
    let fields = first.object.fields.iter();
    let mut keys = fields.filter(|field| {
        let name = fold_name(&field.wire_name.value);
        field.ty.value == Type::String && (name.ends_with("type") || name.ends_with("kind"))
    });
    let key = keys.find(|field| {
        others.iter().all(|other| {
            let mut fields = other.object.fields.iter();
            fields.any(|known| known.wire_name.value == field.wire_name.value)
        })
    })?;
    Some(key.wire_name.value.clone())
}

/// Whether a variant accepts no value of another, which is then tried next.
fn is_rejected(members: &Members<'_>, by: usize, other: usize) -> bool {
    let variants = &members.union.variants;
    rejects(members.models, &variants[by].ty, &variants[other].ty)
}

/// Whether a type accepts no value of another, as far as a look at their required keys tells.
pub(crate) fn rejects(models: &Models, ty: &Type, other: &Type) -> bool {
    let mut compared = Compared {
        models,
        pairs: BTreeSet::new(),
    };
    compared.rejects(ty, other, 0)
}

/// The pairs of structs that were compared at a depth: their fields may lead to them again.
struct Compared<'m> {
    models: &'m Models,
    pairs: BTreeSet<(*const Struct, *const Struct, usize)>,
}

impl<'m> Compared<'m> {
    fn rejects(&mut self, ty: &'m Type, other: &'m Type, depth: usize) -> bool {
        if depth > NESTED {
            return false;
        }
        let models = self.models;
        let (one, other) = (innermost(models, ty), innermost(models, other));
        let of_kind = |ty: &Type| match ty {
            Type::Boolean => Some("boolean"),
            Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64 | Type::Number => {
                Some("number")
            }
            Type::String | Type::Snowflake | Type::DateTime | Type::Date | Type::Bytes => {
                Some("text")
            }
            Type::List(_) => Some("list"),
            Type::Map(_) => Some("object"),
            Type::Model(path) => match &models.get(path)?.kind {
                Kind::Struct(_) => Some("object"),
                Kind::Enum(values) if values.scalar == EnumScalar::String => Some("text"),
                Kind::Enum(_) | Kind::Flags(_) => Some("number"),
                Kind::Union(_) | Kind::Alias(_) => None,
            },
            _ => None,
        };
        if let (Some(one), Some(other)) = (of_kind(one), of_kind(other))
            && one != other
        {
            return true;
        }
        let (Some(one), Some(other)) = (struct_of(models, one), struct_of(models, other)) else {
            return false;
        };
        // If one of them rejected the other, nothing would be asked again.
        if !self.pairs.insert((one, other, depth)) {
            return false;
        }
        let fields = other.fields.iter();
        let fields = fields.map(|field| (field.wire_name.value.as_str(), field));
        let fields: BTreeMap<&str, &Field> = fields.rev().collect();
        work::count(one.fields.len() + other.fields.len());
        let mut required = one.fields.iter().filter(|field| field.required.value);
        required.any(|field| match fields.get(field.wire_name.value.as_str()) {
            None => other.extra.is_none(),
            Some(theirs) => {
                theirs.required.value && self.rejects(&field.ty.value, &theirs.ty.value, depth + 1)
            }
        })
    }
}

/// A type without boxes and other names.
fn innermost<'m>(models: &'m Models, ty: &'m Type) -> &'m Type {
    let mut ty = ty;
    for _ in 0..NESTED {
        match ty {
            Type::Boxed(inner) | Type::User { wire: inner, .. } => ty = inner,
            Type::Model(path) => match models.get(path).map(|model| &model.kind) {
                Some(Kind::Alias(alias)) => ty = &alias.ty,
                _ => return ty,
            },
            _ => return ty,
        }
    }
    ty
}

/// The groups of two or more shapes that look alike.
fn alike<'s>(shapes: impl Iterator<Item = &'s WireShape>) -> Vec<Vec<usize>> {
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, shape) in shapes.enumerate() {
        let sights = sights(shape);
        let known = sights.iter().find_map(|sight| first_of.get(sight).copied());
        let first = known.unwrap_or(at);
        groups.entry(first).or_default().push(at);
        for sight in sights {
            first_of.entry(sight).or_insert(first);
        }
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// What is seen of a shape: shapes with a sight in common look alike.
fn sights(shape: &WireShape) -> Vec<String> {
    match shape {
        WireShape::Object {
            tags,
            required,
            optional,
        } => {
            let sorted = |keys: &[String]| {
                let mut keys = keys.to_vec();
                keys.sort();
                keys
            };
            let keys = format!("{:?} {:?}", sorted(required), sorted(optional));
            match tags.as_slice() {
                [] => vec![keys],
                tags => tags.iter().map(|tag| format!("{tag} {keys}")).collect(),
            }
        }
        WireShape::Texts { values, .. } => values
            .iter()
            .map(|value| format!("text {value:?}"))
            .collect(),
        WireShape::Array(item) => {
            let items = sights(item).into_iter();
            items.map(|sight| format!("[{sight}]")).collect()
        }
        shape => vec![format!("{shape:?}")],
    }
}
