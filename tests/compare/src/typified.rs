//! typify's crate of the same models, from our schema.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fieldtable::model::Api;
use fieldtable::schema::schema;
use schemars::schema::Schema;
use serde_json::{Map, Value};
use typify::{TypeSpace, TypeSpaceSettings};

const MANIFEST: &str = r#"[package]
name = "generated"
version = "0.1.0"
edition = "2024"
autobins = false

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
uuid = { version = "1", features = ["serde"] }
"#;

/// Writes the crate; the Rust name of each model that it has.
pub fn write(api: &Api, folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let document = schema(api);
    let definitions = document["$defs"].as_object().ok_or("no definitions")?;
    let mut names = BTreeMap::new();
    let mut types = BTreeMap::new();
    for (name, definition) in definitions {
        let flat = name.replace("::", "_");
        let schema = Schema::deserialize_from(draft_7(definition.clone()))?;
        types.insert(flat.clone(), schema);
        names.insert(normal(&flat), name.clone());
    }
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space
        .add_ref_types(types)
        .map_err(|error| error.to_string())?;
    let file = syn_typify::parse2(space.to_stream()).map_err(|error| error.to_string())?;
    let found = space.iter_types().filter_map(|ty| {
        let rust = ty.name();
        let name = names.get(&normal(&rust))?;
        Some((name.clone(), rust))
    });
    let found = found.collect();
    fs::create_dir_all(folder.join("src")).map_err(|error| error.to_string())?;
    fs::write(folder.join("Cargo.toml"), MANIFEST).map_err(|error| error.to_string())?;
    let text = prettyplease_typify::unparse(&file);
    fs::write(folder.join("src/lib.rs"), text).map_err(|error| error.to_string())?;
    Ok(found)
}

fn normal(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.collect::<String>().to_lowercase()
}

/// The words of draft 7, which is what typify reads: `definitions`, and no extension.
fn draft_7(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let entries = object.into_iter().filter(|(key, _)| !left_out(key));
            Value::Object(
                entries
                    .map(|(key, value)| match (key.as_str(), value) {
                        ("$ref", Value::String(target)) => {
                            let name = target.trim_start_matches("#/$defs/");
                            let name = name.replace("::", "_");
                            (key, format!("#/definitions/{name}").into())
                        }
                        (_, value) => (key, draft_7(value)),
                    })
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(items) => items.into_iter().map(draft_7).collect(),
        scalar => scalar,
    }
}

fn left_out(key: &str) -> bool {
    key.starts_with("x-") || matches!(key, "discriminator" | "examples" | "deprecated")
}

trait FromJson: Sized {
    fn deserialize_from(value: Value) -> Result<Self, String>;
}

impl FromJson for Schema {
    fn deserialize_from(value: Value) -> Result<Self, String> {
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}
