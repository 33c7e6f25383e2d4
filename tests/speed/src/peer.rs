//! A generator that reads OpenAPI, on the models that we read.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::input::{apis, schema};
use crate::run::Subject;

/// `oas3-gen` on all our models, if it is installed.
pub fn subject(program: &Path, specs: &Path, work: &Path) -> Option<Subject> {
    let version = Command::new("oas3-gen").arg("--version").output().ok()?;
    println!("{}", String::from_utf8_lossy(&version.stdout).trim());
    let mut schemas = Map::new();
    for api in apis(specs) {
        let schema = schema(program, specs, &api);
        let models = schema["$defs"].as_object().cloned().unwrap_or_default();
        for (name, model) in models {
            schemas.insert(unique(&api, &name), renamed(&api, model));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Models", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas },
    });
    let input = work.join("openapi.json");
    fs::write(&input, document.to_string()).expect("it can be written");
    let out = work.join("peer");
    let mut command = Command::new("oas3-gen");
    command
        .args(["generate", "types", "--all-schemas", "-i"])
        .arg(input)
        .arg("-o")
        .arg(out.join("types.rs"));
    fs::create_dir_all(&out).expect("it can be made");
    Some(Subject::new("oas3-gen", command).writing(&out))
}

/// A model's name among those of all APIs.
fn unique(api: &str, path: &str) -> String {
    let words = format!("{api}-{path}");
    words
        .replace("::", "-")
        .replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "")
}

/// The schema with its references renamed, and without what only we know.
fn renamed(api: &str, value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let entries = object.into_iter().filter(|(key, _)| !key.starts_with("x-"));
            let entries = entries.map(|(key, value)| match value {
                Value::String(target) if key == "$ref" => {
                    let name = target.trim_start_matches("#/$defs/");
                    (
                        key,
                        format!("#/components/schemas/{}", unique(api, name)).into(),
                    )
                }
                value => (key, renamed(api, value)),
            });
            entries.filter(|(key, _)| key != "discriminator").collect()
        }
        Value::Array(items) => items.into_iter().map(|it| renamed(api, it)).collect(),
        value => value,
    }
}
