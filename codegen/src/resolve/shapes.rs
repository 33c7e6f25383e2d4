//! What can be seen of a union's members on the wire, and the key that tells its objects apart.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{EnumScalar, Kind, Model, ModelPath, Struct, Type, Union, WireShape};
use crate::source::Place;

type Models = IndexMap<ModelPath, Model>;

/// Finds the shapes and tags of all unions; pairs of members that cannot be told apart are warned of.
pub(super) fn find(
    models: &mut Models,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    let mut found = Vec::new();
    for (index, model) in models.values().enumerate() {
        let Kind::Union(union) = &model.kind else {
            continue;
        };
        let tag = tag_of(models, union);
        let shapes: Vec<WireShape> = union
            .variants
            .iter()
            .map(|variant| shape(models, &variant.ty, tag.as_deref(), &mut Vec::new()))
            .collect();
        if let Some(place) = place_of(&model.path) {
            warn_of_twins(model, union, &shapes, place, place_of, diagnostics);
        }
        found.push((index, tag, shapes));
    }
    for (index, tag, shapes) in found {
        if let Kind::Union(union) = &mut models[index].kind {
            union.tag = tag;
            for (variant, shape) in union.variants.iter_mut().zip(shapes) {
                variant.shape = shape;
            }
        }
    }
}

/// The struct that a variant's objects are, if it is one.
fn struct_of<'m>(models: &'m Models, ty: &Type) -> Option<&'m Struct> {
    match ty {
        Type::Boxed(inner) | Type::Nullable(inner) => struct_of(models, inner),
        Type::Model(path) => match &models.get(path)?.kind {
            Kind::Struct(object) => Some(object),
            _ => None,
        },
        _ => None,
    }
}

/// The values that a struct's key can have, if they are a set of strings.
fn tag_values(models: &Models, object: &Struct, key: &str) -> Option<Vec<String>> {
    let field = object
        .fields
        .iter()
        .find(|field| field.wire_name.value == key)?;
    let Type::Model(path) = &field.ty.value else {
        return None;
    };
    let Kind::Enum(values) = &models.get(path)?.kind else {
        return None;
    };
    let all = values
        .values
        .iter()
        .map(|value| value.value.as_str().map(str::to_owned));
    all.collect()
}

/// The key that the most objects of a union have with values of their own; at least two of them.
fn tag_of(models: &Models, union: &Union) -> Option<String> {
    let objects: Vec<&Struct> = union
        .variants
        .iter()
        .filter_map(|variant| struct_of(models, &variant.ty))
        .collect();
    let keys: Vec<&str> = {
        let mut seen = BTreeSet::new();
        objects
            .iter()
            .flat_map(|object| &object.fields)
            .map(|field| field.wire_name.value.as_str())
            .filter(|key| seen.insert(*key))
            .collect()
    };
    let mut best: Option<(usize, &str)> = None;
    for key in keys {
        let sets: Vec<Vec<String>> = objects
            .iter()
            .filter_map(|object| tag_values(models, object, key))
            .collect();
        let distinct: BTreeSet<&String> = sets.iter().flatten().collect();
        let disjoint = distinct.len() == sets.iter().map(Vec::len).sum::<usize>();
        if sets.len() >= 2 && disjoint && best.is_none_or(|(most, _)| sets.len() > most) {
            best = Some((sets.len(), key));
        }
    }
    best.map(|(_, key)| key.to_owned())
}

fn shape(models: &Models, ty: &Type, tag: Option<&str>, above: &mut Vec<ModelPath>) -> WireShape {
    match ty {
        Type::Boolean => WireShape::Boolean,
        Type::Int32 | Type::Int64 => WireShape::Integer,
        Type::Float32 | Type::Float64 | Type::Number => WireShape::Number,
        Type::String | Type::DateTime | Type::Date | Type::Bytes => {
            WireShape::String { values: Vec::new() }
        }
        Type::Any => WireShape::Any,
        Type::List(item) => WireShape::Array(Box::new(shape(models, item, None, above))),
        Type::Map(_) => WireShape::Object {
            tags: Vec::new(),
            required: Vec::new(),
            optional: Vec::new(),
        },
        Type::Nullable(inner) => {
            WireShape::OneOf(vec![shape(models, inner, tag, above), WireShape::Null])
        }
        Type::Boxed(inner) => shape(models, inner, tag, above),
        Type::Model(path) => {
            // A union that contains itself is seen as anything there.
            if above.contains(path) {
                return WireShape::Any;
            }
            above.push(path.clone());
            let seen = models.get(path).map_or(WireShape::Any, |model| {
                model_shape(models, &model.kind, tag, above)
            });
            above.pop();
            seen
        }
    }
}

fn model_shape(
    models: &Models,
    kind: &Kind,
    tag: Option<&str>,
    above: &mut Vec<ModelPath>,
) -> WireShape {
    match kind {
        Kind::Struct(object) => {
            let keys = |required: bool| -> Vec<String> {
                object
                    .fields
                    .iter()
                    .filter(|field| field.required.value == required)
                    .map(|field| field.wire_name.value.clone())
                    .collect()
            };
            let tags = tag
                .and_then(|key| tag_values(models, object, key))
                .unwrap_or_default();
            WireShape::Object {
                tags,
                required: keys(true),
                optional: keys(false),
            }
        }
        Kind::Enum(values) if values.scalar == EnumScalar::Integer => WireShape::Integer,
        Kind::Enum(values) => WireShape::String {
            values: values
                .values
                .iter()
                .filter_map(|value| value.value.as_str().map(str::to_owned))
                .collect(),
        },
        Kind::Union(union) => {
            // The tag of the outer union need not be the inner one's.
            let inner_tag = tag.map(str::to_owned).or_else(|| tag_of(models, union));
            let variants = union.variants.iter();
            let shapes = variants
                .map(|variant| shape(models, &variant.ty, inner_tag.as_deref(), above))
                .collect();
            WireShape::OneOf(shapes)
        }
        Kind::Alias(alias) => shape(models, &alias.ty, tag, above),
    }
}

fn warn_of_twins(
    model: &Model,
    union: &Union,
    shapes: &[WireShape],
    place: Place,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    for (second, shape) in shapes.iter().enumerate() {
        let Some(first) = shapes[..second]
            .iter()
            .position(|other| same_sight(other, shape))
        else {
            continue;
        };
        let [first, second] = [first, second].map(|index| &union.variants[index]);
        let mut warning = Diagnostic::warning(
            place,
            format!(
                "`{}` and `{}` cannot be told apart in union `{}`",
                first.name, second.name, model.title
            ),
        )
        .label(format!("every such value is read as `{}`", first.name))
        .hint("a key that only one of them requires, or a constant in both, would tell them apart");
        for variant in [first, second] {
            if let Type::Model(path) = &variant.ty
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
        (WireShape::String { values: a }, WireShape::String { values: b }) => {
            a.iter().any(|value| b.contains(value)) || (a.is_empty() && b.is_empty())
        }
        (WireShape::Array(a), WireShape::Array(b)) => same_sight(a, b),
        (a, b) => a == b,
    }
}
