//! The known values of the user's types.

use std::collections::BTreeMap;

use serde_json::Value;

use super::aliases::resolve;
use crate::model::reads::{Reader, type_in};
use crate::model::{Api, Kind, Type};

/// The values of the user's types that examples show or settings list: what else they take, nobody
/// knows.
pub(crate) struct Known<'a> {
    api: &'a Api,
    seen: BTreeMap<Type, Vec<&'a Value>>,
}

impl<'a> Known<'a> {
    /// Looks into all examples.
    pub(crate) fn of(api: &'a Api, reader: &Reader<'a>) -> Self {
        let mut known = Self {
            api,
            seen: BTreeMap::new(),
        };
        if api.user_types.is_empty() {
            return known;
        }
        for model in api.models.values() {
            let ty = Type::Model(model.path.clone());
            let ty = match &model.replaced {
                Some(replaced) => Type::User {
                    path: replaced.value.clone(),
                    wire: Box::new(ty),
                },
                None => ty,
            };
            for example in &model.examples {
                known.collect(reader, &ty, &example.value);
            }
            if let Kind::Struct(strukt) = &model.kind {
                for field in &strukt.fields {
                    for example in &field.examples {
                        known.collect(reader, &field.ty.value, &example.value);
                    }
                }
            }
        }
        known
    }

    /// The values of a type.
    pub(crate) fn values(&self, ty: &Type) -> impl Iterator<Item = &'a Value> {
        let said = match ty {
            Type::User { path, .. } => self.api.user_types.get(path),
            _ => None,
        };
        let seen = self.seen.get(ty).into_iter().flatten().copied();
        seen.chain(said.into_iter().flat_map(|said| &said.values))
    }

    fn collect(&mut self, reader: &Reader<'a>, ty: &Type, value: &'a Value) {
        match (resolve(self.api, ty), value) {
            (Type::User { .. }, Value::Null) => {}
            (user_type @ Type::User { .. }, value) => {
                let values = self.seen.entry(user_type.clone()).or_default();
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            (Type::List(item), Value::Array(values)) => {
                values
                    .iter()
                    .for_each(|value| self.collect(reader, item, value));
            }
            (Type::Map(item), Value::Object(values)) => {
                values
                    .values()
                    .for_each(|value| self.collect(reader, item, value));
            }
            (Type::Nullable(inner), value) => self.collect(reader, inner, value),
            (Type::Model(path), value) => match self.api.models.get(path).map(|it| &it.kind) {
                Some(Kind::Struct(strukt)) => {
                    let Some(members) = value.as_object() else {
                        return;
                    };
                    for field in &strukt.fields {
                        if let Some(value) = members.get(&field.wire_name.value) {
                            let ty = type_in(&self.api.models, field, members, value);
                            self.collect(reader, &ty, value);
                        }
                    }
                }
                Some(Kind::Union(union)) => {
                    let chosen = reader.variant(union, value);
                    let chosen = chosen.and_then(|at| union.variants.get(at));
                    if let Some(variant) = chosen {
                        self.collect(reader, &variant.ty, value);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::emit::testing::{api, example, field, strukt, to};
    use crate::model::{Presence, UserType};

    #[test]
    fn values_come_from_examples_and_settings() {
        let money = || Type::User {
            path: "::x::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let one = |name: &str, ty| strukt(name, vec![field("price", "p", ty, Presence::Optional)]);
        let mut order = one("Order", Type::List(Box::new(money())));
        order.examples = vec![example(json!({"p": ["1 EUR", null, "2 EUR"], "q": "no"}))];
        let mut basket = one("Basket", Type::Map(Box::new(to("Order"))));
        basket.examples = vec![example(json!({"p": {"first": {"p": ["1 EUR", "3 EUR"]}}}))];
        let mut api = api(vec![order, basket]);
        let known = |api: &Api| -> Vec<Value> {
            Known::of(api, &Reader::of(api))
                .values(&money())
                .cloned()
                .collect()
        };
        assert_eq!(known(&api), Vec::<Value>::new());
        let listed = UserType {
            values: vec![json!("9 EUR")],
            ..UserType::default()
        };
        api.user_types.insert("::x::Money".to_owned(), listed);
        let all = ["1 EUR", "2 EUR", "3 EUR", "9 EUR"].map(|text| json!(text));
        assert_eq!(known(&api), all);
    }
}
