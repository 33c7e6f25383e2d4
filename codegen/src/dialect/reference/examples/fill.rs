//! Types for fields that have none: from tied examples, else from the column of examples.

use super::evidence::{self, Untyped};
use super::shape::Shape;
use crate::claim::{Body, Cues, FieldClaim, Literal, ModelClaim, Spelling, Stated, TypeShape};
use crate::source::{Files, Located, Place};
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
            if let Some(shown) = untyped.get(&(at, nth)) {
                repeat(files, field, shown);
            }
            if !evidence::is_untyped(&field.ty.value) {
                continue;
            }
            let tied = untyped.get(&(at, nth));
            let tied = tied.and_then(|shown| Some((filled(field, &shown.shape)?, shown.place)));
            let Some((ty, place)) = tied.or_else(|| by_column(field)) else {
                continue;
            };
            field.ty.value = ty;
            let at = cue(files, place);
            let cues = field.cues.get_or_insert_default();
            cues.ty = Some(match cues.ty.take() {
                Some(cue) if !field.is_inferred => format!("{cue}; its items {at}"),
                _ => at,
            });
        }
    }
}

/// Rows say what stands in the places of a list; that there are many such lists, only examples tell.
fn repeat(files: &Files, field: &mut FieldClaim, shown: &Untyped) {
    let Some(cues) = field.cues.as_mut().filter(|cues| cues.has_places) else {
        return;
    };
    let is_list = |ty: &TypeShape| matches!(ty, TypeShape::List(_));
    let many = match (&field.ty.value, &shown.shape) {
        (TypeShape::List(item), Shape::List(shape)) => {
            matches!(**shape, Shape::List(_)) && !is_list(item)
        }
        _ => false,
    };
    if many {
        let list = std::mem::replace(&mut field.ty.value, TypeShape::Any);
        field.ty.value = TypeShape::List(Box::new(list));
        let many = format!("that there are many, {}", cue(files, shown.place));
        cues.ty = Some(match cues.ty.take() {
            Some(cue) => format!("{cue}; {many}"),
            None => many,
        });
    }
}

/// Adds the keys of the transport that examples have beside the fields of a model: without them
/// nobody could send or read it as a whole. They are optional.
pub(crate) fn transport(
    files: &Files,
    models: &mut [ModelClaim],
    keys: &BTreeMap<(usize, String), Untyped>,
) {
    for ((model, key), shown) in keys {
        let Body::Fields(fields) = &mut models[*model].body else {
            continue;
        };
        let place = shown.place;
        fields.push(FieldClaim {
            name: Located::new(key.clone(), place),
            plain_name: key.clone(),
            spelling: Spelling::Exact,
            source_key: None,
            no_key: None,
            is_rest: false,
            ty: Located::new(shown.shape.to_type(), place),
            nullable: Stated::Silent,
            null_in_words: None,
            required: Located::new(Stated::No, place),
            description: None,
            deprecated: None,
            examples: Vec::new(),
            is_inferred: true,
            cues: Some(Box::new(Cues {
                name: Some("`envelope` in [reference.examples]".to_owned()),
                ty: Some(cue(files, place)),
                ..Cues::default()
            })),
            row: place,
        });
    }
}

fn cue(files: &Files, place: Place) -> String {
    let at = files.locate(place);
    format!("inferred from the example at {}:{}", at.file, at.line)
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
    let values: Vec<Literal> = field.examples.iter().map(|it| of_cell(&it.value)).collect();
    Some((filled(field, &Shape::of_all(&values))?, first.place))
}

/// The value of a cell: JSON, or text as it stands. `12 km` and `[1, 2, …` say nothing.
fn of_cell(text: &str) -> Literal {
    if let Ok(value) = serde_json::from_str::<serde_json::Value>(text) {
        return Literal::from(value);
    }
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    let says_more = text.contains([' ', ',', '…']) || text.contains("..");
    if text.starts_with(['[', '{', '<']) || is_number && says_more {
        return Literal::Opaque;
    }
    Literal::String(text.to_owned())
}
