//! That schemars says what `schema.json` says, wherever it puts the definitions.
#![allow(dead_code, reason = "all APIs may be off")]

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

/// Adds a model to a generator.
pub type Subschema = fn(&mut SchemaGenerator) -> Schema;

/// Compares the definitions of all models with a `schema.json`; they are matched by the Rust path
/// that each schema gives.
pub fn same(document: &str, module: &str, models: &[Subschema]) {
    let document: Value = serde_json::from_str(document).expect("schema.json is JSON");
    let expected = document["$defs"].as_object().expect("it has definitions");
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    for model in models {
        model(&mut generator);
    }
    let definitions = generator.take_definitions(true);
    let paths: BTreeMap<String, String> = definitions
        .iter()
        .map(|(name, schema)| {
            let path = schema["x-rust-type"]["path"].as_str().expect("a path");
            let path = path.strip_prefix(module).expect("a path in the module");
            (format!("#/$defs/{name}"), path.to_owned())
        })
        .collect();
    for (name, mut schema) in definitions {
        rename(&mut schema, &paths);
        let path = &paths[&format!("#/$defs/{name}")];
        assert_eq!(schema, expected[path], "{path}");
    }
    assert!(models.len() <= paths.len(), "a model has no definition");
}

/// Gives references the names of the document.
fn rename(schema: &mut Value, paths: &BTreeMap<String, String>) {
    match schema {
        Value::String(text) => {
            if let Some(path) = paths.get(text) {
                *text = format!("#/$defs/{path}");
            } else {
                assert!(!text.starts_with("#/$defs/"), "{text} is not defined");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, paths)),
        Value::Object(object) => object.values_mut().for_each(|value| rename(value, paths)),
        _ => {}
    }
}
