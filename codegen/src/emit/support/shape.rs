//! What can be seen of a JSON value before it is decoded.

use serde_json::Value;

/// What a variant looks like on the wire.
#[derive(Debug)]
pub enum Shape {
    /// Anything.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Text that looks like `2024-02-29T12:30:45Z`.
    DateTime,
    /// Text that looks like `2024-02-29`.
    Date,
    /// One of some texts; others too, if nothing else takes them.
    Texts {
        /// The texts.
        values: &'static [&'static str],
        /// Whether there may be others.
        others: bool,
    },
    /// A list of items of a shape.
    Array(&'static Shape),
    /// An object.
    Object {
        /// The values of the tag that name the variant.
        tags: &'static [&'static str],
        /// Keys that must be there.
        required: &'static [&'static str],
        /// Keys that may be there.
        optional: &'static [&'static str],
    },
    /// One of several shapes.
    OneOf(&'static [Shape]),
}

/// How well a shape fits: by kind, then by keys known, then by keys required.
type Fit = (u8, usize, usize);

/// The index of the variant whose shape fits best; among equals, the first.
pub fn choose(
    tag: Option<&str>,
    variants: &[(&'static str, Shape)],
    value: &Value,
) -> Option<usize> {
    let mut best: Option<(usize, Fit)> = None;
    for (index, (_, shape)) in variants.iter().enumerate() {
        if let Some(fit) = shape.fit(tag, value)
            && best.is_none_or(|(_, other)| fit > other)
        {
            best = Some((index, fit));
        }
    }
    best.map(|(index, _)| index)
}

impl Shape {
    fn fit(&self, tag: Option<&str>, value: &Value) -> Option<Fit> {
        let kind = |fits: bool, kind: u8| fits.then_some((kind, 0, 0));
        match (self, value) {
            (Self::Any, _) => kind(true, 0),
            (Self::Null, Value::Null) | (Self::Boolean, Value::Bool(_)) => kind(true, 3),
            (Self::Integer, Value::Number(number)) => kind(!number.is_f64(), 3),
            (Self::Number, Value::Number(_)) => kind(true, 2),
            (Self::Text, Value::String(_)) => kind(true, 2),
            (Self::DateTime, Value::String(text)) => kind(is_date_time(text), 3),
            (Self::Date, Value::String(text)) => kind(is_date(text.as_bytes()), 3),
            (Self::Texts { values, others }, Value::String(text)) => {
                let known = values.contains(&text.as_str());
                kind(known || *others, if known { 4 } else { 1 })
            }
            (Self::Array(item), Value::Array(values)) => values
                .iter()
                .map(|value| item.fit(tag, value))
                .try_fold((3, 0, 0), |worst, fit| Some(fit?.min(worst))),
            (
                Self::Object {
                    tags,
                    required,
                    optional,
                },
                Value::Object(object),
            ) => {
                let named = tag.and_then(|tag| object.get(tag)).and_then(Value::as_str);
                let tagged = named.is_some_and(|named| tags.contains(&named));
                let whole = required.iter().all(|key| object.contains_key(*key));
                let known =
                    |keys: &[&str]| keys.iter().filter(|key| object.contains_key(**key)).count();
                // What the tag names is meant, even if keys are missing: the error will say which.
                (tagged || whole && tags.is_empty()).then(|| {
                    let known = known(required) + known(optional);
                    (if tagged { 4 } else { 3 }, known, required.len())
                })
            }
            (Self::OneOf(shapes), _) => shapes
                .iter()
                .filter_map(|shape| shape.fit(tag, value))
                .max(),
            _ => None,
        }
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
