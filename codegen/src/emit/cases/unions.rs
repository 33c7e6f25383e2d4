//! Values of unions that are read as a given variant.

use serde_json::{Value, json};

use super::maker::{Fill, Maker, unknown_payload};
use crate::model::choose::choose;
use crate::model::reads::Reader;
use crate::model::{Model, Tag, Type, Union, Variant, WireShape};

impl<'a> Maker<'a> {
    /// A value of a union that is decided to be that variant.
    pub(crate) fn variant(
        &mut self,
        model: &'a Model,
        union: &'a Union,
        at: usize,
    ) -> Option<Value> {
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
        unknown_payload(union)
    }

    fn variant_at(&mut self, union: &'a Union, at: usize, depth: usize) -> Option<Value> {
        let variant = union.variants.get(at)?;
        for fill in [Fill::Fullest, Fill::Smallest] {
            if let Some(mut value) = self.value(&variant.ty, fill, depth) {
                name_variant(union, variant, &mut value);
                if Reader::of(self.cx.api).variant(union, &value) == Some(at) {
                    return Some(value);
                }
            }
        }
        // An opaque variant takes what no other takes.
        let opaque = [json!({}), json!("text"), json!(0.5), json!([]), json!(true)];
        let any = matches!(self.cx.resolve(&variant.ty), Type::Any);
        opaque
            .into_iter()
            .find(|value| any && choose(union, value) == Some(at))
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
