//! Examples on the page of a wrapper: values of the models that it wraps.

use std::collections::BTreeMap;

use crate::claim::{Body, Literal, ModelClaim, ModelName, Target, TypeShape};
use crate::fold::fold_name;
use crate::source::{Located, Place};

/// Gives the examples of wrappers, which are no models, to the models that are the types of their
/// fields: they show keys and nulls.
pub(crate) fn hand_on(wrappers: &[ModelClaim], models: &mut [ModelClaim]) {
    let pages = Pages::of(models);
    for wrapper in wrappers {
        let Body::Fields(fields) = &wrapper.body else {
            continue;
        };
        for example in &wrapper.examples {
            let Literal::Object(members) = &example.value else {
                continue;
            };
            for member in members {
                let key = fold_name(&member.key);
                let mut fields = fields.iter();
                if let Some(field) = fields.find(|field| fold_name(&field.name.value) == key) {
                    let at = member.place.unwrap_or(example.place);
                    pages.give(models, &field.ty.value, member.value.clone(), at);
                }
            }
        }
        for field in fields {
            for text in &field.examples {
                if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text.value) {
                    pages.give(models, &field.ty.value, Literal::from(value), text.place);
                }
            }
        }
    }
}

/// Where the models of an SDK stand in their list.
struct Pages {
    by_path: BTreeMap<String, usize>,
    by_name: BTreeMap<(String, String), usize>,
}

impl Pages {
    fn of(models: &[ModelClaim]) -> Self {
        let each = || models.iter().enumerate();
        let name = |model: &ModelClaim| (model.namespace.clone(), model.name.value.to_lowercase());
        Self {
            by_path: each().map(|(at, model)| (model.page.clone(), at)).collect(),
            by_name: each().map(|(at, model)| (name(model), at)).collect(),
        }
    }

    fn find(&self, name: &ModelName) -> Option<usize> {
        let page = name.target.as_ref().and_then(Target::page);
        let linked = page.and_then(|page| self.by_path.get(page));
        let named = || {
            let namespace = name.namespace.clone().unwrap_or_default();
            self.by_name.get(&(namespace, name.name.to_lowercase()))
        };
        linked.or_else(named).copied()
    }

    fn give(&self, models: &mut [ModelClaim], ty: &TypeShape, value: Literal, at: Place) {
        match (ty, value) {
            (TypeShape::Nullable(inner), value) => self.give(models, inner, value, at),
            (TypeShape::List(item), Literal::Array(values)) => {
                for value in values {
                    self.give(models, item, value, at);
                }
            }
            (TypeShape::Map(item), Literal::Object(members)) => {
                for member in members {
                    self.give(models, item, member.value, at);
                }
            }
            // A text may be a mere stand-in.
            (TypeShape::Model(name), value @ (Literal::Object(_) | Literal::Array(_))) => {
                if let Some(model) = self.find(name) {
                    models[model].examples.push(Located::new(value, at));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Literal;
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn a_value_of_a_wrapper_holds_values_of_what_it_wraps() {
        let usage = "## Example Usage\n\n```typescript\nlet value: ListResponse = {\n  result: {\n    id: null,\n  },\n};\n```\n\n## Fields";
        let headers = "`headers` | Record<string, *string*[]> | yes | N/A";
        let result = "`result` | [components.Item](../../models/components/item.md) | yes | N/A";
        let wrapper = fields_page("ListResponse", &[headers, result]).replace("## Fields", usage);
        let item = fields_page("Item", &["`id` | *number* | yes | N/A"]);
        let reading = read(&[
            ("docs/models/components/item.md", &item),
            ("docs/models/operations/listresponse.md", &wrapper),
        ]);
        let [item] = reading.sources[0].models.as_slice() else {
            panic!("{:?}", reading.sources[0].models);
        };
        let Literal::Object(members) = &item.examples[0].value else {
            panic!("{:?}", item.examples);
        };
        assert_eq!(
            (members[0].key.as_str(), &members[0].value),
            ("id", &Literal::Null)
        );
    }

    #[test]
    fn an_example_of_a_wrapper_is_one_of_what_it_wraps() {
        let headers = "`headers` | Record<string, *string*[]> | yes | N/A | {\"a\": [\"b\"]}";
        let result = "`result` | [components.Item](../../models/components/item.md)[] | yes | N/A | [{\"_id\": 1}, {\"_id\": 2}]";
        let wrapper = fields_page("ListResponse", &[headers, result]);
        let broken = result.replace("}]", "]");
        let broken = fields_page("FindResponse", &[headers, &broken]);
        let item = fields_page("Item", &["`id` | *number* | yes | N/A"]);
        let reading = read(&[
            ("docs/models/components/item.md", &item),
            ("docs/models/operations/listresponse.md", &wrapper),
            ("docs/models/operations/findresponse.md", &broken),
        ]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let models = &reading.sources[0].models;
        assert_eq!(models.len(), 1);
        let ids = models[0]
            .examples
            .iter()
            .map(|example| match &example.value {
                Literal::Object(members) => (members[0].key.as_str(), members[0].value.clone()),
                other => panic!("{other:?}"),
            });
        let number = |digits: &str| ("_id", Literal::Number(digits.to_owned()));
        assert_eq!(ids.collect::<Vec<_>>(), [number("1"), number("2")]);
        let place = reading.files.locate(models[0].examples[0].place);
        assert!(
            place
                .to_string()
                .starts_with("docs/models/operations/listresponse.md:9:")
        );
    }
}
