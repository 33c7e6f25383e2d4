//! Which variant of a union a value is: the generator's side of the rule in `support/shape.rs`.

use serde_json::Value;

use super::types::Context;
use crate::model::{Kind, Type, Union, WireShape};

/// By kind, then by keys known, then by keys required.
type Fit = (u8, usize, usize);

/// The index of the variant whose shape fits best; among equals, the first.
pub(super) fn choose(cx: &Context, union: &Union, value: &Value) -> Option<usize> {
    let tag = union.tag.as_deref();
    let mut best: Option<(usize, Fit)> = None;
    for (index, variant) in union.variants.iter().enumerate() {
        if let Some(fit) = fit(cx, &variant.shape, Some(&variant.ty), tag, value)
            && best.is_none_or(|(_, other)| fit > other)
        {
            best = Some((index, fit));
        }
    }
    best.map(|(index, _)| index)
}

/// Whether an enum keeps text that is none of its values.
pub(super) fn takes_other_text(cx: &Context, ty: &Type) -> bool {
    let Type::Model(path) = cx.resolve(ty) else {
        return false;
    };
    match cx.model(path).map(|model| &model.kind) {
        Some(Kind::Enum(enumeration)) => enumeration.unknown.is_some(),
        _ => false,
    }
}

fn fit(
    cx: &Context,
    shape: &WireShape,
    ty: Option<&Type>,
    tag: Option<&str>,
    value: &Value,
) -> Option<Fit> {
    let ty = ty.map(|ty| cx.resolve(ty));
    let kind = |fits: bool, kind: u8| fits.then_some((kind, 0, 0));
    match (shape, value) {
        (WireShape::Any, _) => kind(true, 0),
        (WireShape::Null, Value::Null) | (WireShape::Boolean, Value::Bool(_)) => kind(true, 3),
        (WireShape::Integer, Value::Number(number)) => kind(!number.is_f64(), 3),
        (WireShape::Number, Value::Number(_)) => kind(true, 2),
        (WireShape::String { values }, Value::String(text)) if values.is_empty() => match ty {
            Some(Type::DateTime) if cx.has_time() => kind(is_date_time(text), 3),
            Some(Type::Date) if cx.has_time() => kind(is_date(text.as_bytes()), 3),
            _ => kind(true, 2),
        },
        (WireShape::String { values }, Value::String(text)) => {
            if values.contains(text) {
                kind(true, 4)
            } else {
                kind(ty.is_some_and(|ty| takes_other_text(cx, ty)), 1)
            }
        }
        (WireShape::Array(item), Value::Array(values)) => {
            let ty = match ty {
                Some(Type::List(item)) => Some(&**item),
                _ => None,
            };
            values
                .iter()
                .map(|value| fit(cx, item, ty, tag, value))
                .try_fold((3, 0, 0), |worst, fit| Some(fit?.min(worst)))
        }
        (
            WireShape::Object {
                tags,
                required,
                optional,
            },
            Value::Object(object),
        ) => {
            let named = tag.and_then(|tag| object.get(tag)).and_then(Value::as_str);
            let tagged = named.is_some_and(|named| tags.iter().any(|tag| tag == named));
            let known =
                |keys: &[String]| keys.iter().filter(|key| object.contains_key(*key)).count();
            let whole = known(required) == required.len();
            (whole && (tagged || tags.is_empty())).then(|| {
                let known = known(required) + known(optional);
                (if tagged { 4 } else { 3 }, known, required.len())
            })
        }
        _ => None,
    }
}

fn is_date(text: &[u8]) -> bool {
    text.len() == 10
        && text.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn is_date_time(text: &str) -> bool {
    let text = text.as_bytes();
    text.len() >= 20
        && is_date(&text[..10])
        && matches!(text[10], b'T' | b't')
        && text[13] == b':'
        && text[16] == b':'
}
