//! Types for fields that have none: from tied examples, else from the column of examples.

use super::evidence::{self, Untyped};
use super::shape::Shape;
use crate::claim::{Body, FieldClaim, Literal, ModelClaim, TypeShape};
use crate::source::{Files, Place};
use std::collections::BTreeMap;

/// Gives types to the fields of models.
pub(crate) fn types(
    files: &Files,
    models: &mut [ModelClaim],
    untyped: &BTreeMap<(usize, usize), Untyped>,
) {
    for (at, model) in models.iter_mut().enumerate() {
        let Body::Fields(fields) = &mut model.body else {
            continue;
        };
        for (nth, field) in fields.iter_mut().enumerate() {
            if !evidence::is_untyped(&field.ty.value) {
                continue;
            }
            let tied = untyped.get(&(at, nth));
            let tied = tied.and_then(|shown| Some((filled(field, &shown.shape)?, shown.place)));
            let Some((ty, place)) = tied.or_else(|| by_column(field)) else {
                continue;
            };
            field.ty.value = ty;
            let at = files.locate(place);
            let at = format!("inferred from the example at {}:{}", at.file, at.line);
            let cues = field.cues.get_or_insert_default();
            cues.ty = Some(match cues.ty.take() {
                Some(cue) if !field.is_inferred => format!("{cue}; its items {at}"),
                _ => at,
            });
        }
    }
}

/// The type of a field with what examples show in the places that its cell leaves open.
fn filled(field: &FieldClaim, shape: &Shape) -> Option<TypeShape> {
    let ty = &field.ty.value;
    let is_open = field.is_inferred || *ty != TypeShape::Any;
    fill(ty, shape).filter(|filled| is_open && filled != ty)
}

fn fill(ty: &TypeShape, shape: &Shape) -> Option<TypeShape> {
    Some(match (ty, shape) {
        (TypeShape::Any, _) => shape.to_type(),
        (TypeShape::Nullable(inner), _) => TypeShape::Nullable(Box::new(fill(inner, shape)?)),
        (TypeShape::List(inner), Shape::List(item)) => {
            TypeShape::List(Box::new(fill(inner, item)?))
        }
        _ => return None,
    })
}

/// The type that all examples in the row of a field have.
fn by_column(field: &FieldClaim) -> Option<(TypeShape, Place)> {
    let first = field.examples.first()?;
    let values = field.examples.iter().map(|text| {
        let value = serde_json::from_str::<serde_json::Value>(&text.value);
        value.map_or_else(|_| Literal::String(text.value.clone()), Literal::from)
    });
    let values: Vec<Literal> = values.collect();
    Some((filled(field, &Shape::of_all(&values))?, first.place))
}
