//! That schemars says what `schema.json` says, wherever it puts the definitions.
#![allow(dead_code, unused_macros, reason = "all APIs may be off")]

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

/// Adds a model to a generator.
pub type Subschema = fn(&mut SchemaGenerator) -> Schema;

/// The models of `api` that have a type, by their paths in it, each with its schema.
macro_rules! each_model {
    (
        $($($name:ident)::+,)*
        $(@no_case { $($($untested:ident)::+,)* })?
        $(@aliases $aliases:tt)?
        $(@replaced $replaced:tt)?
        $(@only_in_schema $others:tt)?
        $(@no_bytes $never:tt)?
    ) => {
        each_model!(=> $($($name)::+,)* $($($($untested)::+,)*)?)
    };
    (=> $($($name:ident)::+,)*) => {
        &[$((
            concat!($("::", stringify!($name)),+),
            |generator| generator.subschema_for::<api::$($name)::+>(),
        ),)*]
    };
}

/// Compares the definitions of all models, which come with their paths, with those of a
/// `schema.json`, and likewise all that these refer to.
pub fn same(models: &[(&str, Subschema)], document: &str) {
    let document: Value = serde_json::from_str(document).expect("schema.json is JSON");
    let definitions = document["$defs"].as_object().expect("definitions");
    let whole = definitions
        .iter()
        .map(|(name, schema)| (name, whole(name, schema, &document)));
    let expected: BTreeMap<&String, Value> = whole.collect();
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut pairs = Pairs::default();
    for (path, model) in models {
        let name = path.trim_start_matches("::");
        let schema = model(&mut generator);
        let reference = schema.get("$ref").and_then(Value::as_str);
        let found = reference.and_then(|it| it.strip_prefix(DEFINITIONS));
        pairs.add(found.expect("a reference"), name);
    }
    let definitions = generator.take_definitions(true);
    while let Some((name, path)) = pairs.open.pop() {
        let schema = definitions
            .get(&name)
            .unwrap_or_else(|| panic!("{name} is not defined"));
        pairs.compare(schema, &expected[&path], &path);
    }
    assert_eq!(pairs.paths.len(), definitions.len());
}

/// A definition with what the document says once: of all fields, and of all types.
fn whole(name: &str, schema: &Value, document: &Value) -> Value {
    let mut schema = schema.clone();
    let object = schema.as_object_mut().expect("a schema");
    for key in ["x-nullability", "x-wire-name"] {
        if let Some(said) = object.remove(key) {
            for field in object["properties"]
                .as_object_mut()
                .expect("fields")
                .values_mut()
            {
                assert!(field.get(key).is_none(), "{name} says {key} twice");
                field[key] = said.clone();
            }
        }
    }
    if object.get("x-rust-type").is_none() {
        let of_all = &document["x-rust-type"];
        let path = of_all["path"].as_str().expect("a path");
        object.insert("x-rust-type".to_owned(), of_all.clone());
        object["x-rust-type"]["path"] = format!("{path}::{name}").into();
    }
    object.retain(|key, value| key != "x-rust-type" || !value.is_null());
    schema
}

/// What references to definitions start with.
const DEFINITIONS: &str = "#/$defs/";

/// Names of definitions of the generator's, with those in the document: one to one.
#[derive(Default)]
struct Pairs {
    paths: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    /// What is to be compared.
    open: Vec<(String, String)>,
}

impl Pairs {
    fn add(&mut self, name: &str, path: &str) {
        let before = self.paths.insert(name.to_owned(), path.to_owned());
        let known = self.names.insert(path.to_owned(), name.to_owned());
        match (before, known) {
            (None, None) => self.open.push((name.to_owned(), path.to_owned())),
            (Some(before), Some(known)) => assert_eq!((&*before, &*known), (path, name)),
            mixed => panic!("{name} is not only {path}: {mixed:?}"),
        }
    }

    fn compare(&mut self, schema: &Value, expected: &Value, at: &str) {
        match (schema, expected) {
            (Value::String(text), Value::String(other)) => {
                let reference = |text: &str| text.strip_prefix(DEFINITIONS).map(str::to_owned);
                if let (Some(name), Some(path)) = (reference(text), reference(other)) {
                    self.add(&name, &path);
                } else {
                    assert_eq!(text, other, "{at}");
                }
            }
            (Value::Array(items), Value::Array(others)) => {
                assert_eq!(items.len(), others.len(), "{at}");
                for (item, other) in items.iter().zip(others) {
                    self.compare(item, other, at);
                }
            }
            (Value::Object(object), Value::Object(other)) => {
                assert_eq!(object.len(), other.len(), "{at}: {schema}\n{expected}");
                for (key, value) in object {
                    let other = other.get(key);
                    self.compare(value, other.unwrap_or_else(|| panic!("{at}: {key}")), at);
                }
            }
            _ => assert_eq!(schema, expected, "{at}"),
        }
    }
}
