//! What can be seen of a JSON value before it is decoded.

use super::buffered::Buffered;
use super::key::same;

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
    value: &Buffered,
) -> Option<usize> {
    if let Some(only) = named(tag, variants, value) {
        return Some(only);
    }
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

/// The only variant that the tag of an object names: it fits best, whatever the keys.
fn named(tag: Option<&str>, variants: &[(&'static str, Shape)], value: &Buffered) -> Option<usize> {
    named_by(variants, value.get(tag?)?.as_str()?)
}

/// The only variant with that value of the tag.
pub fn named_by(variants: &[(&'static str, Shape)], tag: &str) -> Option<usize> {
    let mut found = None;
    for (index, (_, shape)) in variants.iter().enumerate() {
        if shape.is_named(tag) {
            if found.is_some() {
                return None;
            }
            found = Some(index);
        }
    }
    found
}

impl Shape {
    fn is_named(&self, tag: &str) -> bool {
        match self {
            Self::Object { tags, .. } => tags.iter().any(|known| same(known, tag)),
            Self::OneOf(shapes) => shapes.iter().any(|shape| shape.is_named(tag)),
            _ => false,
        }
    }

    fn fit(&self, tag: Option<&str>, value: &Buffered) -> Option<Fit> {
        let kind = |fits: bool, kind: u8| fits.then_some((kind, 0, 0));
        match (self, value) {
            (Self::Any, _) => kind(true, 0),
            (Self::Null, Buffered::Null) | (Self::Boolean, Buffered::Boolean(_)) => kind(true, 3),
            (Self::Integer, Buffered::Signed(_) | Buffered::Unsigned(_)) => kind(true, 3),
            (Self::Number, Buffered::Signed(_) | Buffered::Unsigned(_) | Buffered::Float(_)) => {
                kind(true, 2)
            }
            (Self::Text, Buffered::Text(_)) => kind(true, 2),
            (Self::DateTime, Buffered::Text(text)) => kind(is_date_time(text), 3),
            (Self::Date, Buffered::Text(text)) => kind(is_date(text.as_bytes()), 3),
            (Self::Texts { values, others }, Buffered::Text(text)) => {
                let known = values.contains(&text.as_ref());
                kind(known || *others, if known { 4 } else { 1 })
            }
            (Self::Array(item), Buffered::Array(values)) => values
                .iter()
                .map(|value| item.fit(tag, value))
                .try_fold((3, 0, 0), |worst, fit| Some(fit?.min(worst))),
            (
                Self::Object {
                    tags,
                    required,
                    optional,
                },
                Buffered::Object(_),
            ) => {
                let named = tag
                    .and_then(|tag| value.get(tag))
                    .and_then(Buffered::as_str);
                let tagged = named.is_some_and(|named| tags.iter().any(|known| same(known, named)));
                // What the tag names is meant, even if keys are missing: the error will say which.
                if !tagged && !tags.is_empty() {
                    return None;
                }
                let known = |keys: &[&str]| {
                    let known = keys.iter().filter(|key| value.get(key).is_some());
                    known.count()
                };
                let found = known(required);
                (tagged || found == required.len()).then(|| {
                    let kind = if tagged { 4 } else { 3 };
                    (kind, found + known(optional), required.len())
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
