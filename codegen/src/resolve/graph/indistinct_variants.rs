//! Members of a union that cannot be distinguished in JSON.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Model, ModelPath, Type, Union, WireShape};
use crate::source::Place;

/// Warns of each member that has the shape of an earlier member.
pub(crate) fn warn(
    model: &Model,
    union: &Union,
    shapes: &[WireShape],
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    let Some(place) = place_of(&model.path) else {
        return;
    };
    for (second, shape) in shapes.iter().enumerate() {
        let Some(first) = shapes[..second]
            .iter()
            .position(|other| same_sight(other, shape))
        else {
            continue;
        };
        let [first, second] = [first, second].map(|index| &union.variants[index]);
        let mut warning = Diagnostic::warning(
            Topic::Variants,
            place,
            format!(
                "`{}` and `{}` cannot be told apart in union `{}`",
                first.name, second.name, model.title
            ),
        )
        .label(format!("such values are always read as `{}`", first.name))
        .hint(
            "a key that only one of them requires, or a constant in both, would distinguish them",
        );
        for variant in [first, second] {
            let ty = match &variant.ty {
                Type::User { wire, .. } => wire,
                ty => ty,
            };
            if let Type::Model(path) = ty
                && let Some(place) = place_of(path)
            {
                warning = warning.related(place, format!("`{}`", variant.name));
            }
        }
        diagnostics.push(warning);
    }
}

/// Whether every value of one shape could be of the other as well.
fn same_sight(a: &WireShape, b: &WireShape) -> bool {
    match (a, b) {
        (
            WireShape::Object {
                tags: a_tags,
                required: a_required,
                optional: a_optional,
            },
            WireShape::Object {
                tags: b_tags,
                required: b_required,
                optional: b_optional,
            },
        ) => {
            let set = |keys: &Vec<String>| keys.iter().cloned().collect::<BTreeSet<_>>();
            (a_tags.is_empty() || b_tags.is_empty())
                && set(a_required) == set(b_required)
                && set(a_optional) == set(b_optional)
        }
        (WireShape::Texts { values: a, .. }, WireShape::Texts { values: b, .. }) => {
            a.iter().any(|value| b.contains(value))
        }
        (WireShape::Array(a), WireShape::Array(b)) => same_sight(a, b),
        (a, b) => a == b,
    }
}
