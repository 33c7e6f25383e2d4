//! Which variant of a union a JSON value is read as: the rule of [`WireShape`], as the generated
//! crate applies it.

use serde_json::Value;

use crate::model::{Union, WireShape};

/// The variant that a reader chooses; `None` if no variant's shape admits the value.
#[must_use]
pub fn choose(union: &Union, value: &Value) -> Option<usize> {
    let mut best: Option<(usize, Rank)> = None;
    for (index, variant) in union.variants.iter().enumerate() {
        let Some(rank) = rank(&variant.shape, union.tag.as_deref(), value) else {
            continue;
        };
        if best.is_none_or(|(_, best)| rank > best) {
            best = Some((index, rank));
        }
    }
    best.map(|(index, _)| index)
}

/// How specific a match is: a tag before keys, more required keys before fewer, fewer unknown
/// keys before more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    class: u8,
    required: usize,
    unknown: std::cmp::Reverse<usize>,
}

impl Rank {
    fn class(class: u8) -> Self {
        Self {
            class,
            required: 0,
            unknown: std::cmp::Reverse(0),
        }
    }
}

fn rank(shape: &WireShape, tag: Option<&str>, value: &Value) -> Option<Rank> {
    match (shape, value) {
        (WireShape::Any, _) => Some(Rank::class(0)),
        (WireShape::Null, Value::Null) | (WireShape::Boolean, Value::Bool(_)) => {
            Some(Rank::class(2))
        }
        (WireShape::Integer, Value::Number(n)) if n.is_i64() => Some(Rank::class(3)),
        (WireShape::Number, Value::Number(_)) => Some(Rank::class(2)),
        (WireShape::String { values }, Value::String(text)) => {
            // An open enum admits other text, after plain text.
            let class = if values.contains(text) {
                3
            } else {
                1 + u8::from(values.is_empty())
            };
            Some(Rank::class(class))
        }
        (WireShape::Array(item), Value::Array(values)) => {
            let ranks: Option<Vec<Rank>> =
                values.iter().map(|value| rank(item, None, value)).collect();
            Some(ranks?.into_iter().min().unwrap_or(Rank::class(1)))
        }
        (
            WireShape::Object {
                tags,
                required,
                optional,
            },
            Value::Object(members),
        ) => {
            let tagged = tag.and_then(|tag| members.get(tag)).and_then(Value::as_str);
            let class = match tagged {
                Some(tag) if tags.iter().any(|known| known == tag) => 3,
                // The tag names another variant, or none that is known.
                Some(_) if !tags.is_empty() => return None,
                _ => 2,
            };
            if class == 2 && !required.iter().all(|key| members.contains_key(key)) {
                return None;
            }
            let unknown = members
                .keys()
                .filter(|key| !required.contains(key) && !optional.contains(key))
                .count();
            Some(Rank {
                class,
                required: required.len(),
                unknown: std::cmp::Reverse(unknown),
            })
        }
        (WireShape::OneOf(shapes), _) => shapes
            .iter()
            .filter_map(|shape| rank(shape, tag, value))
            .max(),
        _ => None,
    }
}
