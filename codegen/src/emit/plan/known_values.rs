//! The values of the user's types that are known.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Context;
use crate::model::choose::choose;
use crate::model::{Kind, Type};

/// The values of the user's types that examples show or settings list: what else they take, nobody
/// knows.
pub(crate) struct Known<'a> {
    cx: &'a Context<'a>,
    seen: BTreeMap<Type, Vec<Value>>,
}

impl<'a> Known<'a> {
    /// Looks into all examples.
    pub(crate) fn new(cx: &'a Context<'a>) -> Self {
        let mut known = Self {
            cx,
            seen: BTreeMap::new(),
        };
        if cx.api.outside.is_empty() {
            return known;
        }
        for model in cx.api.models.values() {
            let ty = Type::Model(model.path.clone());
            let ty = match &model.replaced {
                Some(replaced) => Type::Outside {
                    path: replaced.value.clone(),
                    wire: Box::new(ty),
                },
                None => ty,
            };
            for example in &model.examples {
                known.collect(&ty, &example.value);
            }
            if let Kind::Struct(strukt) = &model.kind {
                for field in &strukt.fields {
                    for example in &field.examples {
                        known.collect(&field.ty.value, &example.value);
                    }
                }
            }
        }
        known
    }

    /// The values of a type.
    pub(crate) fn values(&self, ty: &Type) -> Vec<&Value> {
        let said = match ty {
            Type::Outside { path, .. } => self.cx.api.outside.get(path),
            _ => None,
        };
        let seen = self.seen.get(ty).into_iter().flatten();
        seen.chain(said.into_iter().flat_map(|said| &said.values))
            .collect()
    }

    fn collect(&mut self, ty: &Type, value: &Value) {
        match (self.cx.resolve(ty), value) {
            (Type::Outside { .. }, Value::Null) => {}
            (outside @ Type::Outside { .. }, value) => {
                let values = self.seen.entry(outside.clone()).or_default();
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
            (Type::List(item), Value::Array(values)) => {
                values.iter().for_each(|value| self.collect(item, value));
            }
            (Type::Map(item), Value::Object(values)) => {
                values.values().for_each(|value| self.collect(item, value));
            }
            (Type::Nullable(inner), value) => self.collect(inner, value),
            (Type::Model(path), value) => match self.cx.model(path).map(|it| &it.kind) {
                Some(Kind::Struct(strukt)) => {
                    for field in &strukt.fields {
                        if let Some(value) = value.get(&field.wire_name.value) {
                            self.collect(&field.ty.value, value);
                        }
                    }
                }
                Some(Kind::Union(union)) => {
                    let chosen = choose(union, value).and_then(|at| union.variants.get(at));
                    if let Some(variant) = chosen {
                        self.collect(&variant.ty, value);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}
