//! Choosing the variant of a union by the tag, kind and keys of a JSON value.

use super::Table;
use super::content::Content;
pub use crate::support::read::keys::Indices;
use crate::support::read::keys::{Seen, same};

/// The JSON shape of a variant.
#[derive(Debug)]
pub enum Shape {
    /// Anything.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Text in the form of `2024-02-29T12:30:45Z`.
    DateTime,
    /// Text in the form of `2024-02-29`.
    Date,
    /// One of these texts; if `open`, also others that no other variant accepts.
    Texts {
        /// The texts.
        values: &'static [&'static str],
        /// Whether other texts are accepted.
        others: bool,
    },
    /// A list whose items have this shape.
    Array(&'static Shape),
    /// An object.
    Object {
        /// The tag values that name the variant, as indices of the tag's.
        tags: &'static [usize],
        /// The required ones among the union's keys.
        required: Indices,
        /// The optional ones among the union's keys.
        optional: Indices,
    },
    /// One of several shapes.
    OneOf(&'static [Shape]),
}

/// The kinds of scalars, in the order of `ScalarVariants`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    Null,
    Boolean,
    Integer,
    Float,
    Text,
}

/// For each kind of scalar, the variant that accepts all of them, if no other variant accepts any.
pub type ScalarVariants = [Option<usize>; 5];

/// The variant as which a value is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The index of the variant whose shape fits best, in a tie of the first; `None` if no shape
    /// fits.
    pub best: Option<usize>,
    /// Whether the value may be of others too: tag and kind do not decide, and other shapes fit.
    pub others: bool,
}

impl Choice {
    const fn only(index: usize) -> Self {
        let best = Some(index);
        let others = false;
        Self { best, others }
    }
}

/// How well a shape fits: by kind, then by keys known, then by keys required.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit(u64);

impl Fit {
    #[inline]
    const fn new(kind: u64, known: usize, required: usize) -> Self {
        Self(kind << 48 | (known as u64) << 24 | required as u64)
    }

    const fn knows_keys(self) -> bool {
        self.0 >> 24 & 0xff_ffff != 0
    }
}

/// Chooses a variant.
#[inline]
pub fn choose(table: &Table, value: &Content) -> Choice {
    match value
        .scalar()
        .and_then(|kind| table.scalar_variants[kind as usize])
    {
        Some(only) => Choice::only(only),
        None => best(table, value),
    }
}

#[inline(never)]
fn best(table: &Table, value: &Content) -> Choice {
    let seen = TagAndKeys::of(table, value);
    if let Some(only) = seen.tag.and_then(|at| table.named(at)) {
        // The tag decides, whatever the keys are.
        return Choice::only(only);
    }
    if let (Content::Object(_), Some(only)) = (value, only_object(table, &seen)) {
        return Choice::only(only);
    }
    let mut best: Option<(usize, Fit)> = None;
    let mut others = false;
    for (index, fit) in fits(table, value, &seen) {
        others |= best.is_some();
        if best.is_none_or(|(_, other)| fit > other) {
            best = Some((index, fit));
        }
    }
    let best = best.map(|(index, _)| index);
    Choice { best, others }
}

/// All variants whose shape fits, the best first; in a tie, in their order. An object is not of a
/// variant that knows none of its keys if another knows some.
#[cold]
pub fn ranked(table: &Table, value: &Content) -> Vec<usize> {
    let seen = TagAndKeys::of(table, value);
    let mut fits: Vec<_> = fits(table, value, &seen).collect();
    fits.sort_by(|(_, one), (_, other)| other.cmp(one));
    if fits.first().is_some_and(|(_, fit)| fit.knows_keys()) {
        fits.retain(|(index, fit)| fit.knows_keys() || !table.variants[*index].1.has_keys());
    }
    fits.into_iter().map(|(index, _)| index).collect()
}

#[inline]
fn fits<'v>(
    table: &'v Table,
    value: &'v Content,
    seen: &'v TagAndKeys,
) -> impl Iterator<Item = (usize, Fit)> + 'v {
    let shapes = table.variants.iter().enumerate();
    shapes.filter_map(move |(index, (_, shape))| Some((index, shape.fit(table, value, seen)?)))
}

/// The only variant without a missing key. Most objects are decided by this, without comparing
/// scores.
#[inline]
fn only_object(table: &Table, seen: &TagAndKeys) -> Option<usize> {
    let mut only = None;
    for (index, (_, shape)) in table.variants.iter().enumerate() {
        let fits = match shape {
            Shape::Object {
                tags: [], required, ..
            } => required.all(&seen.keys),
            // `Any` accepts an object too, though it fits less well.
            Shape::Object { .. } | Shape::OneOf(_) | Shape::Any => return None,
            _ => false,
        };
        if fits && only.replace(index).is_some() {
            return None;
        }
    }
    only
}

/// The tag and keys of an object.
#[derive(Default)]
struct TagAndKeys {
    /// Whether the object has the key of the tag.
    has_tag: bool,
    /// The index of the value among the tag's.
    tag: Option<usize>,
    /// Which of the union's keys the object has.
    keys: Seen,
}

impl TagAndKeys {
    fn of(table: &Table, value: &Content) -> Self {
        let mut sight = Self::default();
        let Content::Object(entries) = value else {
            return sight;
        };
        let mut next = 0;
        for (key, value) in entries.iter() {
            if let Some(index) = table.keys.find(key, next) {
                sight.keys.put(index);
                next = index + 1;
            }
            if let Some(tag) = &table.tag
                && same(tag.key, key)
            {
                sight.has_tag = true;
                // Of several, the first that names a variant, as where nothing is buffered.
                if sight.tag.is_none_or(|at| table.named(at).is_none()) {
                    sight.tag = tag.find(value);
                }
            }
        }
        sight
    }
}

impl Shape {
    /// Whether it is an object with keys of its own.
    fn has_keys(&self) -> bool {
        match self {
            Self::Object {
                required, optional, ..
            } => required.len + optional.len > 0,
            Self::OneOf(shapes) => shapes.iter().all(Self::has_keys),
            _ => false,
        }
    }

    fn fit(&self, table: &Table, value: &Content, seen: &TagAndKeys) -> Option<Fit> {
        let kind = |fits: bool, kind: u64| fits.then_some(Fit::new(kind, 0, 0));
        match (self, value) {
            (Self::Any, _) => kind(true, 0),
            (Self::Null, Content::Null) | (Self::Boolean, Content::Boolean(_)) => kind(true, 3),
            (Self::Integer, Content::Signed(_) | Content::Unsigned(_)) => kind(true, 3),
            (
                Self::Number,
                Content::Signed(_) | Content::Unsigned(_) | Content::Float(_) | Content::Digits(_),
            ) => kind(true, 2),
            (Self::Text, Content::Text(_)) => kind(true, 2),
            (Self::DateTime, Content::Text(text)) => kind(is_date_time(text), 3),
            (Self::Date, Content::Text(text)) => kind(is_date(text.as_bytes()), 3),
            (Self::Texts { values, others }, Content::Text(text)) => {
                let known = values.contains(&text.as_ref());
                kind(known || *others, if known { 4 } else { 1 })
            }
            (Self::Array(item), Content::Array(values)) => values
                .iter()
                .map(|value| item.fit(table, value, &TagAndKeys::of(table, value)))
                .try_fold(Fit::new(3, 0, 0), |worst, fit| Some(fit?.min(worst))),
            (
                Self::Object {
                    tags,
                    required,
                    optional,
                },
                Content::Object(_),
            ) => {
                let tagged = seen.tag.is_some_and(|at| tags.contains(&at));
                // Another value of the tag is another variant's, or of none; where it is only
                // recased, it may be this one's all the same.
                let is_loose = table.tag.as_ref().is_some_and(|tag| tag.is_loose);
                if !tagged && !tags.is_empty() && seen.has_tag && !is_loose {
                    return None;
                }
                // The tag decides even if keys are missing: the error then names the missing key.
                let keys = &seen.keys;
                (tagged || required.all(keys)).then(|| {
                    let kind = if tagged { 4 } else { 3 };
                    let known = required.count(keys) + optional.count(keys);
                    Fit::new(kind, known, required.len)
                })
            }
            (Self::OneOf(shapes), _) => shapes
                .iter()
                .filter_map(|shape| shape.fit(table, value, seen))
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
