//! Values of structs with tags beside unions: the tag and the variant must agree.

use serde_json::{Map, Value, json};

use super::maker::{Fill, Maker};
use crate::model::reads::union_of;
use crate::model::{EnumValue, Field, Kind, Model, Struct, TagBeside, Type, Union};

/// More variants have no case of their own.
const MOST: usize = 100;

/// A field with a tag beside it.
struct Told<'a> {
    field: &'a Field,
    tag: &'a TagBeside,
    union: &'a Union,
    is_list: bool,
}

impl<'a> Maker<'a> {
    /// Makes the unions of an object anew whose tag names another variant.
    pub(crate) fn agree(
        &mut self,
        strukt: &'a Struct,
        object: &mut Map<String, Value>,
        fill: Fill,
    ) {
        for told in self.told(strukt) {
            let said = object.get(&told.tag.key).and_then(Value::as_str);
            let named = said.and_then(|text| told.tag.values.get(text).copied());
            if let (Some(at), Some(value)) = (named, object.get(&told.field.wire_name.value))
                && !value.is_null()
                && let Some(value) = self.as_variant(&told, at, fill)
            {
                object.insert(told.field.wire_name.value.clone(), value);
            }
        }
    }

    /// For each tag beside a union a value with each variant that it names, one with a text that
    /// names none, and one without the tag, where they can be.
    pub(crate) fn beside(&mut self, model: &'a Model, strukt: &'a Struct) -> Vec<(String, Value)> {
        let mut cases = Vec::new();
        let Some(Value::Object(smallest)) = self.model(model, Fill::Smallest) else {
            return cases;
        };
        for told in self.told(strukt) {
            let (key, tag) = (&told.field.wire_name.value, told.tag);
            let mut siblings = strukt.fields.iter();
            let Some(sibling) = siblings.find(|it| it.wire_name.value == tag.key) else {
                continue;
            };
            let closed = self.closed(sibling);
            let takes = |text: &&str| closed.as_ref().is_none_or(|known| known.contains(text));
            for (at, variant) in told.union.variants.iter().enumerate().take(MOST) {
                self.start(at);
                let text = tag.naming(at).find(takes);
                if let (Some(text), Some(value)) = (text, self.as_variant(&told, at, Fill::Fullest))
                {
                    let mut object = smallest.clone();
                    object.insert(tag.key.clone(), text.into());
                    self.agree(strukt, &mut object, Fill::Smallest);
                    object.insert(key.clone(), value);
                    let name = format!("variant {} by {}", variant.name, tag.key);
                    cases.push((name, Value::Object(object)));
                }
            }
            self.start(0);
            let Some(value) = self.value(&told.field.ty.value, Fill::Fullest, 1) else {
                continue;
            };
            let mut object = smallest.clone();
            object.insert(key.clone(), value);
            if let Some(text) = self.text_that_names_none(sibling, tag) {
                object.insert(tag.key.clone(), text.into());
                let name = format!("no variant by {}", tag.key);
                cases.push((name, Value::Object(object.clone())));
            }
            if !sibling.presence.is_required() {
                object.remove(&tag.key);
                cases.push((format!("without {}", tag.key), Value::Object(object)));
            }
        }
        cases
    }

    /// The texts of a field that takes no others.
    fn closed(&self, sibling: &'a Field) -> Option<Vec<&'a str>> {
        let Type::Model(path) = self.cx.resolve(&sibling.ty.value) else {
            return None;
        };
        match &self.cx.model(path)?.kind {
            Kind::Enum(values) if values.unknown.is_none() => {
                let values = values.values.iter();
                Some(values.filter_map(|value| value.value.as_str()).collect())
            }
            _ => None,
        }
    }

    fn told(&self, strukt: &'a Struct) -> Vec<Told<'a>> {
        let models = &self.cx.api.models;
        let fields = strukt.fields.iter().filter_map(|field| {
            let tag = &field.tag_beside.as_ref()?.value;
            let (_, union, is_list) = union_of(models, &field.ty.value)?;
            Some(Told {
                field,
                tag,
                union,
                is_list,
            })
        });
        fields.collect()
    }

    fn as_variant(&mut self, told: &Told<'a>, at: usize, fill: Fill) -> Option<Value> {
        let ty = &told.union.variants.get(at)?.ty;
        let value = self.value(ty, fill, 1).filter(Value::is_object)?;
        Some(if told.is_list { json!([value]) } else { value })
    }

    fn text_that_names_none(&self, sibling: &'a Field, tag: &TagBeside) -> Option<String> {
        let none = |text: &String| !tag.values.contains_key(text);
        match self.cx.resolve(&sibling.ty.value) {
            Type::String => Some("not in the docs".to_owned()).filter(none),
            Type::Model(path) => match &self.cx.model(path)?.kind {
                Kind::Enum(values) => {
                    let text = |value: &EnumValue| value.value.as_str().map(str::to_owned);
                    let mut known = values.values.iter().filter_map(text);
                    let open = values
                        .unknown
                        .is_some()
                        .then(|| "not in the docs".to_owned());
                    known.find(none).or(open.filter(none))
                }
                _ => None,
            },
            _ => None,
        }
    }
}
