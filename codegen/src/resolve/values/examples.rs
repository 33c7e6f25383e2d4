//! Examples of the docs as values of the model, with wire names.
//!
//! An example that does not fit its model is left out: SDK generators invent
//! them, and a test must not fail for an invention. On a page that people wrote, one whose values
//! contradict its table is worth a warning: one of the two is wrong.

use serde_json::Value;

use super::fit::Fitting;
use super::likely::Likely;
use super::mismatch::{Mismatch, Search};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::map::IndexMap;
use crate::model::reads::Reader;
use crate::model::{DateTimeType, Example, Field, Kind, ModelPath, Type};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::NameId;
use crate::resolve::context::{Context, Models};

/// Adds the examples that fit to the models and fields; how many of those that people wrote do not.
pub(crate) fn attach(
    cx: &Context<'_>,
    models: &mut Models,
    date_time: DateTimeType,
    diagnostics: &mut Diagnostics,
) -> usize {
    let reader = Reader::new(models, date_time);
    let search = Search {
        models,
        reader: &reader,
        date_time,
        is_abridged: true,
    };
    let fitting = Fitting {
        models,
        reader: &reader,
        date_time,
        types: &cx.config.types,
        likely: Likely::default(),
        has_wire_keys: false,
        takes_unlisted: false,
    };
    let written = Fitting {
        likely: Likely::default(),
        has_wire_keys: true,
        takes_unlisted: true,
        ..fitting
    };
    let mut left_out = 0;
    let mut whole: IndexMap<&ModelPath, Vec<Example>> = IndexMap::default();
    let mut parts: IndexMap<(&ModelPath, usize), Vec<Example>> = IndexMap::default();
    for (_, entry) in cx.catalog.iter() {
        let path = &entry.path;
        let ty = Type::Model(path.clone());
        let model = models.get(path);
        let ty = match model.and_then(|model| model.replaced.as_ref()) {
            Some(replaced) => Type::user(&replaced.value, &ty),
            None => ty,
        };
        let examples = entry.witnesses.iter().flat_map(|it| {
            let examples = it.claim.examples.iter();
            examples.map(|example| (example, it.claim.language.is_none()))
        });
        for (example, is_written) in examples {
            let fitting = if is_written { &written } else { &fitting };
            let value = fitting.fit(&ty, &example.value, 0);
            if let Some(value) = value.filter(|value| fitting.reads_back(&ty, value)) {
                let at = cx.files.locate(example.place);
                whole.entry(path).or_default().push(Example { value, at });
            } else if is_written {
                left_out += 1;
                let found = search.mismatch(&ty, &example.value, "$", example.place);
                if let Some(mismatch) = found {
                    diagnostics.push(contradiction(cx, &mismatch));
                }
            }
        }
        let Some(Kind::Struct(object)) = model.map(|model| &model.kind) else {
            continue;
        };
        let places = places(&cx.catalog, &object.fields);
        for ((name, _), rows) in &entry.rows {
            let Some(&place) = places.get(name) else {
                continue;
            };
            // Other languages print the same examples: those of one are enough.
            let of_rows = rows.iter().map(|row| {
                let ty = &object.fields[place].ty.value;
                let texts = row.field.examples.iter();
                let fitting = texts.filter_map(|text| {
                    let value = fitting.fit_cell(ty, &text.value)?;
                    let at = cx.files.locate(text.place);
                    Some(Example { value, at })
                });
                fitting.collect::<Vec<_>>()
            });
            let found = of_rows.into_iter().find(|examples| !examples.is_empty());
            if let Some(examples) = found {
                parts.entry((path, place)).or_insert(examples);
            }
        }
    }
    for (path, examples) in whole {
        let Some(model) = models.get_mut(path) else {
            continue;
        };
        if model.examples.is_empty() && examples.len() == 1 {
            model.examples = examples;
            continue;
        }
        let known = std::mem::take(&mut model.examples);
        let mut all: IndexMap<Value, Example> = IndexMap::default();
        for example in known.into_iter().chain(examples) {
            all.entry(example.value.clone()).or_insert(example);
        }
        model.examples = all.into_values().collect();
    }
    for ((path, place), examples) in parts {
        if let Some(Kind::Struct(object)) = models.get_mut(path).map(|model| &mut model.kind) {
            object.fields[place].examples = examples;
        }
    }
    left_out
}

fn contradiction(cx: &Context<'_>, mismatch: &Mismatch) -> Diagnostic {
    let message = format!("this example contradicts its table at `{}`", mismatch.path);
    let warning = Diagnostic::warning(Topic::Example, mismatch.place, message)
        .label(format!(
            "{} here, {} in the table",
            mismatch.found, mismatch.expected
        ))
        .hint("no test is made of it; if it is right, set the field's type in spec.toml");
    let row = mismatch.field.as_ref().and_then(|(path, wire_name)| {
        let entry = cx.catalog.of_path(path)?;
        cx.catalog.place_of_type(entry, wire_name)
    });
    match row {
        Some(place) => warning.related(place, "the type in the table"),
        None => warning,
    }
}

/// Where the field of each name stands in its struct; of several, the first.
fn places(catalog: &Catalog<'_>, fields: &[Field]) -> IndexMap<NameId, usize> {
    let mut places = IndexMap::default();
    for (place, field) in fields.iter().enumerate() {
        if let Some(name) = catalog.names.get(&field.wire_name.value) {
            places.entry(name).or_insert(place);
        }
    }
    places
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
