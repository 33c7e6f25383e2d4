//! Which variant of a union a JSON value is read as.
//!
//! The generated crate applies the same rule at run time, from tables
//! (`runtime/src/support/union/choose.rs`); a test holds the two together.

use serde_json::Value;

use super::{Union, WireShape};

/// How well a shape fits: by kind, then by keys known, then by keys required.
type Fit = (u8, usize, usize);

/// The variant that a reader chooses: the one whose shape fits best, among equals the first;
/// `None` if no variant's shape admits the value.
#[must_use]
pub fn choose(union: &Union, value: &Value) -> Option<usize> {
    let mut best: Option<(usize, Fit)> = None;
    for (index, variant) in union.variants.iter().enumerate() {
        if let Some(fit) = fit(&variant.shape, union.tag.as_deref(), value)
            && best.is_none_or(|(_, other)| fit > other)
        {
            best = Some((index, fit));
        }
    }
    best.map(|(index, _)| index)
}

fn fit(shape: &WireShape, tag: Option<&str>, value: &Value) -> Option<Fit> {
    let kind = |fits: bool, kind: u8| fits.then_some((kind, 0, 0));
    match (shape, value) {
        (WireShape::Any, _) => kind(true, 0),
        (WireShape::Null, Value::Null) | (WireShape::Boolean, Value::Bool(_)) => kind(true, 3),
        (WireShape::Integer, Value::Number(number)) => kind(!number.is_f64(), 3),
        (WireShape::Number, Value::Number(_)) => kind(true, 2),
        (WireShape::Text, Value::String(_)) => kind(true, 2),
        (WireShape::DateTime, Value::String(text)) => kind(is_date_time(text), 3),
        (WireShape::Date, Value::String(text)) => kind(is_date(text.as_bytes()), 3),
        (WireShape::Texts { values, others }, Value::String(text)) => {
            let known = values.contains(text);
            kind(known || *others, if known { 4 } else { 1 })
        }
        (WireShape::Array(item), Value::Array(values)) => values
            .iter()
            .map(|value| fit(item, tag, value))
            .try_fold((3, 0, 0), |worst, fit| Some(fit?.min(worst))),
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
            // What the tag names is meant, even if keys are missing: the error will say which.
            (tagged || whole && tags.is_empty()).then(|| {
                let known = known(required) + known(optional);
                (if tagged { 4 } else { 3 }, known, required.len())
            })
        }
        (WireShape::OneOf(shapes), _) => {
            let fits = shapes.iter().filter_map(|shape| fit(shape, tag, value));
            fits.max()
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Type, Union, Variant, WireShape};
    use super::choose;

    fn object(tags: &[&str], required: &[&str], optional: &[&str]) -> WireShape {
        let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        WireShape::Object {
            tags: owned(tags),
            required: owned(required),
            optional: owned(optional),
        }
    }

    fn chosen(shapes: &[WireShape], values: &[Value]) -> Vec<Option<usize>> {
        let variant = |shape: &WireShape| Variant {
            name: String::new(),
            ty: Type::Any,
            shape: shape.clone(),
            evidence: Vec::new(),
        };
        let union = Union {
            variants: shapes.iter().map(variant).collect(),
            unknown: "Unknown".into(),
            tag: Some("type".into()),
        };
        values.iter().map(|value| choose(&union, value)).collect()
    }

    #[test]
    fn the_kind_decides_first() {
        let shapes = [
            WireShape::Number,
            WireShape::Integer,
            WireShape::Text,
            WireShape::DateTime,
            WireShape::Array(Box::new(WireShape::Text)),
            WireShape::OneOf(vec![WireShape::Boolean, WireShape::Null]),
        ];
        let values = [
            json!(0.5),
            json!(3),
            json!("a"),
            json!("2024-02-29T12:30:45Z"),
        ];
        assert_eq!(
            chosen(&shapes, &values),
            [Some(0), Some(1), Some(2), Some(3)]
        );
        let values = [json!(["a"]), json!([1]), json!(null), json!({})];
        assert_eq!(chosen(&shapes, &values), [Some(4), None, Some(5), None]);
    }

    #[test]
    fn a_tag_decides_even_where_keys_are_missing() {
        let shapes = [
            object(&["a"], &["type", "x"], &[]),
            object(&["b"], &["type"], &["x"]),
        ];
        let values = [
            json!({"type": "a"}),
            json!({"type": "b", "x": 1}),
            json!({"type": "c"}),
        ];
        assert_eq!(chosen(&shapes, &values), [Some(0), Some(1), None]);
    }

    #[test]
    fn keys_decide_where_no_tag_does() {
        let shapes = [
            object(&[], &["id"], &[]),
            object(&[], &["id", "name"], &["age"]),
        ];
        let values = [
            json!({"id": 1}),
            json!({"id": 1, "name": 2}),
            json!({"name": 2}),
        ];
        assert_eq!(chosen(&shapes, &values), [Some(0), Some(1), None]);
    }

    #[test]
    fn an_open_enum_takes_what_nobody_else_takes() {
        let open = WireShape::Texts {
            values: vec!["auto".into()],
            others: true,
        };
        let values = [json!("auto"), json!("other")];
        assert_eq!(
            chosen(&[open.clone(), WireShape::Text], &values),
            [Some(0), Some(1)]
        );
        assert_eq!(chosen(&[open], &values), [Some(0), Some(0)]);
    }
}
