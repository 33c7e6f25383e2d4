//! Members of a union that cannot be distinguished in JSON.

use std::collections::BTreeMap;

use super::members::Members;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::fold::fold_name;
use crate::model::{Type, WireShape};
use crate::resolve::context::Context;

/// More members than these are not shown with their places.
const SHOWN: usize = 6;

/// Warns of all members that have the shape of an earlier one.
pub(crate) fn warn(
    cx: &Context<'_>,
    members: &Members<'_>,
    shapes: &[WireShape],
    diagnostics: &mut Diagnostics,
) {
    let groups = alike(shapes);
    let model = members.model;
    let own = cx.place_of(&model.path);
    let place = own.or_else(|| cx.files.place(&model.evidence.first()?.at));
    let (Some(first), Some(place)) = (groups.first(), place) else {
        return;
    };
    let name = |at: usize| format!("`{}`", members.union.variants[at].name);
    let lists: Vec<String> = groups.iter().map(|group| list(group, name)).collect();
    let message = format!(
        "{} cannot be told apart in union `{}`",
        lists.join("; nor can "),
        model.title
    );
    let label = match groups.len() {
        1 => format!("such values are read as {}", name(first[0])),
        _ => "such values are read as the first that accepts them".to_owned(),
    };
    let warning = Diagnostic::warning(Topic::Variants, place, message).label(label);
    let mut warning = warning.hint(hint(members, &groups));
    for at in groups.iter().flatten().take(SHOWN) {
        let place = members.path_of(*at).and_then(|path| cx.place_of(path));
        if let Some(place) = place {
            warning = warning.related(place, name(*at));
        }
    }
    diagnostics.push(warning);
}

/// `` `A`, `B` and `C` ``.
fn list(group: &[usize], name: impl Fn(usize) -> String) -> String {
    let names: Vec<String> = group.iter().map(|at| name(*at)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The setting that tells the members apart.
fn hint(members: &Members<'_>, groups: &[Vec<usize>]) -> String {
    let indices: Vec<usize> = groups.iter().flatten().copied().collect();
    if indices.iter().any(|at| members.variants[*at].is_empty()) {
        return "for objects, `tag` in the model's settings names the key that tells them apart; \
                other values are tried in this order"
            .to_owned();
    }
    let title = &members.model.title;
    let key = likely_key(members, &indices);
    let key = key.map_or_else(
        || "the key that tells them apart".to_owned(),
        |key| format!("{key:?}"),
    );
    let example = &members.union.variants[indices[0]].name;
    format!(
        "in spec.toml, `[models.{title}]` can say `tag = {}`, and `[models.{title}.tags]` the value \
         of each member: `{example} = \"…\"`",
        if key.starts_with('"') {
            key
        } else {
            format!("\"…\" ({key})")
        },
    )
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

/// The groups of two or more shapes that look alike.
fn alike(shapes: &[WireShape]) -> Vec<Vec<usize>> {
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, shape) in shapes.iter().enumerate() {
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
