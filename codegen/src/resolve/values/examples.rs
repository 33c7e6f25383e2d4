//! Examples of the docs as values of the model, in the wire's spelling.
//!
//! An example that does not fit its model is left out: SDK generators invent
//! them, and a test must not fail for an invention.

use std::collections::BTreeMap;

use super::fit::Fitting;
use crate::claim::Body;
use crate::model::{DateTimeType, Example, Kind, ModelPath, Type};
use crate::resolve::context::{Context, Models};
use crate::resolve::names::key::fold_name;
use crate::resolve::settings::replace;

/// Adds the examples that fit to the models and fields.
pub(crate) fn attach(cx: &Context<'_>, models: &mut Models, date_time: DateTimeType) {
    let fitting = Fitting {
        models,
        date_time,
        types: &cx.config.types,
    };
    let mut whole: BTreeMap<usize, Vec<Example>> = BTreeMap::new();
    let mut parts: BTreeMap<(usize, String), Vec<Example>> = BTreeMap::new();
    for (index, entry) in cx.catalog.entries.iter().enumerate() {
        let ty = Type::Model(entry.path.clone());
        let model = models.get(&entry.path);
        let ty = match model.and_then(|model| model.replaced.as_ref()) {
            Some(replaced) => replace::outside(&replaced.value, &ty),
            None => ty,
        };
        for claim in entry.witnesses.iter().map(|witness| witness.claim) {
            for example in &claim.examples {
                let value = fitting.fit(&ty, &example.value, 0);
                let at = cx.files.locate(example.place);
                if let Some(value) = value.filter(|value| fitting.reads_back(&ty, value)) {
                    whole.entry(index).or_default().push(Example { value, at });
                }
            }
            let Body::Fields(fields) = &claim.body else {
                continue;
            };
            for field in fields {
                let key = fold_name(&field.name.value);
                let Some(ty) = field_type(models, &entry.path, &key) else {
                    continue;
                };
                let texts = field.examples.iter();
                let fitting = texts.filter_map(|text| {
                    let value = fitting.fit_cell(ty, &text.value)?;
                    let at = cx.files.locate(text.place);
                    Some(Example { value, at })
                });
                let fitting: Vec<Example> = fitting.collect();
                if !fitting.is_empty() {
                    // Other languages print the same examples.
                    parts.entry((index, key)).or_insert(fitting);
                }
            }
        }
    }
    for (index, examples) in whole {
        let path = &cx.catalog.entries[index].path;
        if let Some(model) = models.get_mut(path) {
            for example in examples {
                if model
                    .examples
                    .iter()
                    .all(|known| known.value != example.value)
                {
                    model.examples.push(example);
                }
            }
        }
    }
    for ((index, key), examples) in parts {
        let path = &cx.catalog.entries[index].path;
        let Some(Kind::Struct(object)) = models.get_mut(path).map(|model| &mut model.kind) else {
            continue;
        };
        if let Some(field) = object
            .fields
            .iter_mut()
            .find(|f| fold_name(&f.wire_name.value) == key)
        {
            field.examples = examples;
        }
    }
}

/// The type of a field, by its squashed name.
fn field_type<'m>(models: &'m Models, path: &ModelPath, key: &str) -> Option<&'m Type> {
    let Kind::Struct(object) = &models.get(path)?.kind else {
        return None;
    };
    let field = object
        .fields
        .iter()
        .find(|field| fold_name(&field.wire_name.value) == key)?;
    Some(&field.ty.value)
}

#[cfg(test)]
mod tests {
    use crate::model::{Type, WireCase};
    use crate::resolve::testing::{describe, field, table};

    #[test]
    fn each_example_of_a_cell_counts() {
        let php = r"[\DateTime](https://www.php.net/manual/en/class.datetime.php)";
        let two = |first: &str, second: &str| {
            format!("N/A | **Example 1:** {first}<br/>**Example 2:** {second} |")
        };
        let row = |name: &str, ty: &str, examples: String| {
            format!("| `{name}` | {ty} | :heavy_check_mark: | {examples}")
        };
        let rows = [
            row("size", "*int*", two("large", "12")),
            row("color", "*string*", two("red", "green")),
            row("due", php, two("2024-02-29", "2024-03-01")),
            row("paid", php, two("2024-02-29", "2024-02-29T10:00:00Z")),
            row(
                "lastLine",
                r"[Components\Line](../../Models/Components/Line.md)",
                two("{}", r#"{"unit_price": null}"#),
            ),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let line = table(
            "Line",
            &["| `unitPrice` | *?float* | :heavy_check_mark: | N/A |  |"],
        );
        let pages = [
            ("php/docs/Models/Components/Bill.md", table("Bill", &rows)),
            ("php/docs/Models/Components/Line.md", line),
        ];
        let pages = pages.each_ref().map(|(path, page)| (*path, page.as_str()));
        let (api, _) = describe(&pages, "");
        let examples = |name: &str| {
            let examples = &field(&api, "Bill", name).examples;
            let values = examples.iter().map(|example| example.value.to_string());
            values.collect::<Vec<_>>()
        };
        assert_eq!(examples("size"), ["12"]);
        assert_eq!(examples("color"), [r#""red""#, r#""green""#]);
        assert_eq!(field(&api, "Bill", "due").ty.value, Type::Date);
        assert_eq!(field(&api, "Bill", "paid").ty.value, Type::DateTime);
        assert_eq!(api.wire_case.value, WireCase::Snake);
        let price = field(&api, "Line", "unit_price");
        assert_eq!(price.nullable.rule, crate::model::Rule::NullInExample);
    }
}
