//! Values of unions that are read as a given variant.

use serde_json::{Value, json};

use super::maker::{Fill, Maker, unknown_payload};
use crate::model::{Model, Tag, Type, Union, Variant, WireShape};

/// Below so many unions in each other the smallest values will do: those that list each other would
/// give twice as much with each level.
const FULL_UNIONS: usize = 6;
/// When it took so many steps to read the values of a union, its other variants have no cases: they
/// look alike, and their values are read as the first.
const MOST_READING: usize = 100_000;

impl<'a> Maker<'a> {
    /// For each variant of a union a value that is read as it.
    pub(crate) fn variants(
        &mut self,
        model: &'a Model,
        union: &'a Union,
    ) -> Vec<(String, Option<Value>)> {
        let end = self.reader.steps() + MOST_READING;
        let is_any = |variant: &Variant| {
            variant.shape == WireShape::Any && *self.cx.resolve(&variant.ty) == Type::Any
        };
        let any = union.variants.iter().position(is_any);
        let mut cases = Vec::new();
        for (at, variant) in union.variants.iter().enumerate() {
            if self.reader.steps() > end {
                break;
            }
            // All is read as the first that takes all.
            if variant.shape == WireShape::Any && any.is_some_and(|any| any < at) {
                continue;
            }
            let name = format!("variant {}", variant.name);
            cases.push((name, self.variant(model, union, at)));
        }
        cases
    }

    /// A value of a union that is decided to be that variant.
    fn variant(&mut self, model: &'a Model, union: &'a Union, at: usize) -> Option<Value> {
        self.start(at);
        self.open.push(&model.path);
        let value = self.variant_at(union, at, 0);
        self.open.pop();
        value
    }

    pub(crate) fn union(&mut self, union: &'a Union, depth: usize) -> Option<Value> {
        let count = union.variants.len();
        let first = if count > 0 { self.next(count) } else { 0 };
        for at in 0..count {
            if let Some(value) = self.variant_at(union, (first + at) % count, depth) {
                return Some(value);
            }
        }
        unknown_payload(&self.reader.choices(union))
    }

    fn variant_at(&mut self, union: &'a Union, at: usize, depth: usize) -> Option<Value> {
        let variant = union.variants.get(at)?;
        let fills = [Fill::Fullest, Fill::Smallest];
        for fill in &fills[usize::from(self.unions >= FULL_UNIONS)..] {
            self.unions += 1;
            let value = self.value(&variant.ty, *fill, depth);
            self.unions -= 1;
            if let Some(mut value) = value {
                name_variant(union, variant, &mut value);
                if self.reader.variant(union, &value) == Some(at) {
                    return Some(value);
                }
            }
        }
        // An opaque variant takes what no other takes.
        let opaque = [json!({}), json!("text"), json!(0.5), json!([]), json!(true)];
        let any = matches!(self.cx.resolve(&variant.ty), Type::Any);
        opaque
            .into_iter()
            .find(|value| any && self.reader.fitting(union, value) == Some(at))
    }
}

/// Sets the tag, and the values that the shape asks for.
fn name_variant(union: &Union, variant: &Variant, value: &mut Value) {
    match (&variant.shape, union.tag()) {
        (WireShape::Object { tags, .. }, Some(tag)) => {
            if let Some(named) = tags.first()
                && !tag
                    .value_in(value)
                    .is_some_and(|said| tags.iter().any(|own| tag.is(own, said)))
            {
                put_tag(tag, value, named);
            }
        }
        (WireShape::Texts { values, .. }, _) => {
            let fits = value
                .as_str()
                .is_some_and(|text| values.iter().any(|v| v == text));
            if let (false, Some(first)) = (fits, values.first()) {
                *value = json!(first);
            }
        }
        _ => {}
    }
}

/// Puts a value where the tag stands.
fn put_tag(tag: &Tag, value: &mut Value, named: &Value) {
    let mut place = value;
    let mut keys = tag.path.iter().peekable();
    while let (Value::Object(object), Some(key)) = (&mut *place, keys.next()) {
        let empty = || match keys.peek() {
            Some(_) => json!({}),
            None => named.clone(),
        };
        place = object.entry(key).or_insert_with(empty);
        if keys.peek().is_none() {
            *place = named.clone();
            return;
        }
    }
}
