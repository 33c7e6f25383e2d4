//! The schema as a crate holds it: what each definition says alike, or each field of one, is said once. The runtime's
//! `support/json_schema/` says it everywhere again.

use serde_json::{Value, json};

use super::json::Object;
use super::{DIALECT, of_model, own_type};
use crate::model::{Api, Model};

/// What a definition says instead of its fields, if it is the same of all of them.
const OF_FIELDS: [&str; 2] = ["x-nullability", "x-wire-name"];

/// What the first line tells a reader.
const GUIDE: &str = "A definition without `x-rust-type` is the type of its name below the path that stands here. \
    `x-nullability` and `x-wire-name` of a definition are those of all its properties.";

/// What a crate holds: the schema without `x-source`, as a crate need not change where a line moves
/// in a page. Each model is a line, and `comment` stands in the first one.
#[must_use]
pub(crate) fn schema_of_crate(api: &Api, comment: &str) -> String {
    let mut text = format!(
        "{{\"$comment\":{},\"$schema\":{DIALECT:?},\"x-rust-type\":{},\"$defs\":{{",
        json!(format!("{comment} {GUIDE}")),
        json!(own_type(api, None)),
    )
    .into_bytes();
    for (at, model) in api.models.values().enumerate() {
        text.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        // Writing into memory cannot fail, and JSON is text.
        let _ = serde_json::to_writer(&mut text, model.path.as_str());
        text.push(b':');
        let _ = serde_json::to_writer(&mut text, &shortened(api, model));
    }
    text.extend_from_slice(b"\n}}\n");
    String::from_utf8(text).unwrap_or_default()
}

/// A definition without what is said once.
fn shortened<'a>(api: &'a Api, model: &'a Model) -> Object<'a> {
    let mut schema = of_model(api, model);
    if schema.get("x-rust-type").is_none() {
        schema.insert("x-rust-type", Value::Null);
    } else if model.replaced.is_none() {
        schema.remove("x-rust-type");
    }
    for key in OF_FIELDS {
        schema.gather("properties", key);
    }
    schema
}

/// What [`schema`](super::schema()) gives, without `x-source`, from the `schema.json` of a crate: with all that the file
/// says once.
#[must_use]
pub fn whole(mut document: Value) -> Value {
    let Value::Object(file) = &mut document else {
        return document;
    };
    file.shift_remove("$comment");
    let own = file.shift_remove("x-rust-type").unwrap_or_default();
    let definitions = file.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, schema) in definitions.into_iter().flatten() {
        let Value::Object(schema) = schema else {
            continue;
        };
        for key in OF_FIELDS {
            let said = schema.shift_remove(key);
            let fields = schema.get_mut("properties").and_then(Value::as_object_mut);
            if let (Some(said), Some(fields)) = (said, fields) {
                for field in fields.values_mut().filter_map(Value::as_object_mut) {
                    field.insert(key.to_owned(), said.clone());
                }
            }
        }
        match schema.get("x-rust-type") {
            Some(Value::Null) => {
                schema.shift_remove("x-rust-type");
            }
            Some(_) => {}
            None => {
                let mut own = own.clone();
                let module = own["path"].as_str().unwrap_or_default();
                own["path"] = format!("{module}::{name}").into();
                schema.insert("x-rust-type".to_owned(), own);
            }
        }
    }
    document
}
