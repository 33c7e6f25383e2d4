//! Chooses the variant as which a union reads a JSON value.
//!
//! The generated crate applies the same rule at run time, from tables
//! (`runtime/src/support/union/choose.rs`); tests of both read the same cases.

pub(crate) mod possible;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::{Tag, Type, Union, Variant, WireShape};
use crate::merged::Merged;
use crate::work;
use possible::{Possible, has_tag};

/// How well a shape fits: by kind, then by keys known, then by keys required.
type Fit = (u8, usize, usize);

/// The variants of a union, so that many values can be looked up.
#[derive(Debug)]
pub struct Choices<'u> {
    union: &'u Union,
    /// The shapes that there are, each with the variants that have it.
    shapes: Vec<(&'u WireShape, Rc<[usize]>)>,
    /// Few are looked at one by one.
    possible: Option<Possible>,
    /// How many shapes were compared so far.
    compared: Cell<usize>,
}

/// More variants are looked up by traits of the value.
const FEW: usize = 8;

impl<'u> Choices<'u> {
    /// Those of a union.
    #[must_use]
    pub fn of(union: &'u Union) -> Self {
        Self::with(union, &|_| false)
    }

    /// The same; a type may take all values: variants of any value behind it are never reached.
    #[must_use]
    pub fn with(union: &'u Union, takes_all: &dyn Fn(&Type) -> bool) -> Self {
        let is_last = |variant: &Variant| variant.shape == WireShape::Any && takes_all(&variant.ty);
        Self::looked_up(union, &is_last, union.variants.len() > FEW)
    }

    fn looked_up(union: &'u Union, is_last: &dyn Fn(&Variant) -> bool, are_many: bool) -> Self {
        // By what is printed of them, as numbers have no order.
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut shapes: Vec<(&WireShape, Vec<usize>)> = Vec::new();
        for (at, variant) in union.variants.iter().enumerate() {
            let place = places.entry(format!("{:?}", variant.shape));
            let place = *place.or_insert(shapes.len());
            match shapes.get_mut(place) {
                None => shapes.push((&variant.shape, vec![at])),
                Some((_, of_shape)) => match of_shape.last() {
                    Some(last) if is_last(&union.variants[*last]) => {}
                    _ => of_shape.push(at),
                },
            }
        }
        let alone: Vec<&WireShape> = shapes.iter().map(|(shape, _)| *shape).collect();
        let possible = are_many.then(|| Possible::of(union, &alone));
        let shapes = shapes
            .into_iter()
            .map(|(shape, of_shape)| (shape, of_shape.into()));
        Self {
            union,
            shapes: shapes.collect(),
            possible,
            compared: Cell::new(0),
        }
    }

    /// How many shapes were compared so far.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.compared.get()
    }

    /// The variant that a reader chooses: the one whose shape fits best, among equals the first;
    /// `None` if no variant's shape admits the value.
    #[must_use]
    pub fn choose(&self, value: &Value) -> Option<usize> {
        self.candidates(value).next()
    }

    /// The variants that a reader tries, one after the other: the chosen one, and those whose
    /// shapes fit as well if no tag names it. An object is not of a variant that knows none of its
    /// keys if another knows some.
    pub fn candidates(&self, value: &Value) -> impl Iterator<Item = usize> + use<> {
        let mut runs: Vec<Vec<Rc<[usize]>>> = Vec::new();
        let tag = self.union.tag();
        match tag.and_then(|tag| self.named(tag, value)) {
            Some(only) => runs.push(vec![[only].into()]),
            None => {
                let fits = self.fits(tag, value);
                // Of those that fit alike, the first.
                for alike in fits.chunk_by(|(_, one), (_, other)| one == other) {
                    let variants = alike.iter().map(|(at, _)| Rc::clone(&self.shapes[*at].1));
                    runs.push(variants.collect());
                }
            }
        }
        runs.into_iter().flat_map(Merged::of)
    }

    /// The shapes that fit, the best first.
    fn fits(&self, tag: Option<&Tag>, value: &Value) -> Vec<(usize, Fit)> {
        let possible = match &self.possible {
            Some(possible) => possible.shapes(tag, value),
            None => (0..self.shapes.len()).collect(),
        };
        let comparing = Comparing {
            tag,
            steps: &self.compared,
        };
        let fits = possible.into_iter().filter_map(|at| {
            let (shape, variants) = &self.shapes[at];
            let before = self.compared.get();
            let fit = comparing.fit(shape, value);
            // What is read of a union is bounded by its variants, however they are looked up.
            let steps = self.compared.get() - before;
            self.compared.set(before + steps * variants.len());
            Some((at, fit?))
        });
        let mut fits: Vec<(usize, Fit)> = fits.collect();
        fits.sort_by(|(_, one), (_, other)| other.cmp(one));
        if fits.first().is_some_and(|(_, (_, known, _))| *known > 0) {
            fits.retain(|(at, (_, known, _))| *known > 0 || !has_keys(self.shapes[*at].0));
        }
        fits
    }

    /// The variant that alone has the value of the tag.
    fn named(&self, tag: &Tag, value: &Value) -> Option<usize> {
        let value = value.as_object().and(tag.value_in(value))?;
        if let Some(possible) = &self.possible {
            return possible.named(tag, value);
        }
        let variants = self.union.variants.iter().enumerate();
        let mut named = variants.filter(|(_, variant)| {
            let tags = variant.shape.tags();
            tags.into_iter().any(|given| tag.is(given, value))
        });
        match (named.next(), named.next()) {
            (Some((only, _)), None) => Some(only),
            _ => None,
        }
    }
}

/// Whether a shape is that of an object with keys of its own.
fn has_keys(shape: &WireShape) -> bool {
    match shape {
        WireShape::Object {
            required, optional, ..
        } => !required.is_empty() || !optional.is_empty(),
        WireShape::OneOf(shapes) => shapes.iter().all(has_keys),
        _ => false,
    }
}

/// Compares a value with shapes.
struct Comparing<'c> {
    tag: Option<&'c Tag>,
    steps: &'c Cell<usize>,
}

impl Comparing<'_> {
    fn fit(&self, shape: &WireShape, value: &Value) -> Option<Fit> {
        let tag = self.tag;
        work::count(1);
        self.steps.set(self.steps.get() + 1);
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
                .map(|value| self.fit(item, value))
                .try_fold((3, 0, 0), |worst, fit| Some(fit?.min(worst))),
            (
                WireShape::Object {
                    tags,
                    required,
                    optional,
                },
                Value::Object(object),
            ) => {
                let said = tag.and_then(|tag| Some((tag, tag.value_in(value)?)));
                let tagged =
                    said.is_some_and(|(tag, said)| tags.iter().any(|own| tag.is(own, said)));
                // Another value is another variant's, or of none, but where it is only recased.
                let has_tag = tag.is_some_and(|tag| !tag.recased && has_tag(tag, value));
                if !tagged && !tags.is_empty() && has_tag {
                    return None;
                }
                let known =
                    |keys: &[String]| keys.iter().filter(|key| object.contains_key(*key)).count();
                let whole = known(required) == required.len();
                // What the tag names is meant, even if keys are missing: the error will say which.
                (tagged || whole).then(|| {
                    let known = known(required) + known(optional);
                    (if tagged { 4 } else { 3 }, known, required.len())
                })
            }
            (WireShape::OneOf(shapes), _) => {
                let fits = shapes.iter().filter_map(|shape| self.fit(shape, value));
                fits.max()
            }
            _ => None,
        }
    }
}

pub(super) fn is_date(text: &[u8]) -> bool {
    text.len() == 10
        && text.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

pub(super) fn is_date_time(text: &str) -> bool {
    let text = text.as_bytes();
    text.len() >= 20
        && is_date(&text[..10])
        && matches!(text[10], b'T' | b't')
        && text[13] == b':'
        && text[16] == b':'
}

#[cfg(test)]
mod tests;
