//! The model as JSON Schema 2020-12.
//!
//! Facts that JSON Schema cannot express are extensions: `x-nullability` if no source can say
//! whether null is allowed, `x-wire-name` if nothing shows a key, `x-extensible-enum` for open enums (as in Zalando's guidelines), `x-flags` for the named bits of an integer,
//! `x-rust-type`, which typify and progenitor read, `x-source`, the places of the tables that a model was read from, and
//! `x-role` and `x-route` of models that are sent to an endpoint or come from it.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::model::reads::union_of;
use crate::model::{
    Api, Call, Docs, Enum, EnumScalar, Field, Flags, Kind, Model, Nullability, Struct, TagBeside,
    Type, Union, crate_of,
};

/// The schema of an API: one entry in `$defs` for each model, under its Rust path.
///
/// ```
/// use fieldtable::{diagnostic::Diagnostics, input, schema::schema};
/// # let folder = tempfile::tempdir()?;
/// # let specs = folder.path();
/// # std::fs::create_dir(specs.join("shop"))?;
/// let page = "# Color\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |\n";
/// std::fs::write(specs.join("shop/Color.md"), page)?;
/// let description = fieldtable::describe(&input::read(specs)?, &mut Diagnostics::default());
/// let schema = schema(&description.expect("no errors").apis[0]);
/// assert_eq!(schema["$defs"]["Color"]["x-extensible-enum"], serde_json::json!(["red"]));
/// # Ok::<(), std::io::Error>(())
/// ```
#[must_use]
pub fn schema(api: &Api) -> Value {
    document(api, |model| {
        let places = model.read_from.iter().map(|at| {
            let below = at.file.strip_prefix(&api.name);
            let path = below.and_then(|below| below.strip_prefix('/'));
            format!("{}:{}", path.unwrap_or(&at.file), at.line)
        });
        // Rows of one line, two tables of HTML.
        let mut places: Vec<String> = places.collect();
        places.dedup();
        places
    })
}

/// What a crate holds: the schema without `x-source`, as a crate need not change where a line moves
/// in a page. Each model is a line, and `comment` stands in the first one.
#[must_use]
pub(crate) fn schema_of_crate(api: &Api, comment: &str) -> String {
    let mut text = format!(
        "{{\"$comment\":{},\"$schema\":{DIALECT:?},\"$defs\":{{",
        json!(comment)
    );
    for (at, model) in api.models.values().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let name = json!(model.path.as_str());
        let _ = write!(text, "{comma}\n{name}:");
        // Written at once: piece by piece through a formatter takes twice as long.
        text.push_str(&serde_json::to_string(&of_model(api, model)).unwrap_or_default());
    }
    text.push_str("\n}}\n");
    text
}

/// The dialect of JSON Schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

fn document(api: &Api, places: impl Fn(&Model) -> Vec<String>) -> Value {
    let models = api.models.values();
    let defs: Map<String, Value> = models
        .map(|model| {
            let mut schema = of_model(api, model);
            schema.insert("x-source".into(), json!(places(model)));
            (model.path.to_string(), Value::Object(schema))
        })
        .collect();
    json!({
        "$schema": DIALECT,
        "$defs": defs,
    })
}

fn of_model(api: &Api, model: &Model) -> Map<String, Value> {
    let mut schema = match &model.kind {
        Kind::Struct(object) => of_struct(api, object),
        Kind::Enum(values) => of_enum(values),
        Kind::Flags(flags) => of_flags(flags),
        Kind::Union(union) => of_union(union),
        Kind::Alias(alias) => of_type(&alias.ty),
    };
    describe(&mut schema, &model.docs);
    if !model.examples.is_empty() {
        let values = model.examples.iter().map(|example| example.value.clone());
        schema.insert("examples".into(), values.collect());
    }
    if let Some(rust_type) = rust_type(api, model) {
        schema.insert("x-rust-type".into(), rust_type);
    }
    if let Some(Call { role, route }) = &model.call {
        if let Some(role) = role {
            schema.insert("x-role".into(), role.word().into());
        }
        if let Some(route) = route {
            schema.insert("x-route".into(), route.as_str().into());
        }
    }
    schema
}

/// The type in Rust: of the generated crate, or of the one that the user takes it from.
fn rust_type(api: &Api, model: &Model) -> Option<Value> {
    let Some(replaced) = &model.replaced else {
        return model.emitted.then(|| {
            json!({
                "crate": api.package.name,
                "version": api.package.version,
                "path": format!("{}::{}::{}", api.package.module(), api.module, model.path),
            })
        });
    };
    let name = crate_of(&replaced.value);
    let mut dependencies = api.dependencies.iter();
    let dependency = dependencies.find(|(known, _)| known.replace('-', "_") == name);
    let version = dependency.and_then(|(_, dependency)| dependency.origin.get("version"));
    Some(json!({
        "crate": dependency.map_or(name, |(known, _)| known),
        "version": version.map_or("*", String::as_str),
        "path": replaced.value.trim_start_matches("::"),
    }))
}

fn of_struct(api: &Api, object: &Struct) -> Map<String, Value> {
    let mut schema = typed("object");
    let properties: Map<String, Value> = object
        .fields
        .iter()
        .map(|field| {
            (
                field.wire_name.value.clone(),
                Value::Object(of_field(api, field)),
            )
        })
        .collect();
    schema.insert("properties".into(), properties.into());
    let required: Vec<&str> = object
        .fields
        .iter()
        .filter(|field| field.required.value)
        .map(|field| field.wire_name.value.as_str())
        .collect();
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if let Some(extra) = &object.extra {
        schema.insert(
            "additionalProperties".into(),
            Value::Object(of_type(&extra.ty)),
        );
    }
    schema
}

fn of_field(api: &Api, field: &Field) -> Map<String, Value> {
    let mut schema = of_type(&field.ty.value);
    if let Some(constant) = field.only_value().filter(|value| !value.is_string()) {
        schema.insert("const".into(), constant.clone());
    }
    if field.nullable.value == Nullability::Yes {
        schema = or_null(schema);
    }
    if field.nullable.value == Nullability::Unknown {
        schema.insert("x-nullability".into(), "unknown".into());
    }
    if field.key_is_derived() {
        schema.insert("x-wire-name".into(), "guessed".into());
    }
    if let Some(tag) = &field.tag_beside {
        schema.insert(
            "x-discriminator".into(),
            of_tag_beside(api, field, &tag.value),
        );
    }
    describe(&mut schema, &field.docs);
    if !field.examples.is_empty() {
        let values = field.examples.iter().map(|example| example.value.clone());
        schema.insert("examples".into(), values.collect());
    }
    schema
}

fn of_tag_beside(api: &Api, field: &Field, tag: &TagBeside) -> Value {
    let mut mapping = Map::new();
    let union = union_of(&api.models, &field.ty.value);
    for (text, at) in &tag.values {
        let variant = union.and_then(|(_, union, _)| union.variants.get(*at));
        let target = variant.and_then(|variant| of_type(&variant.ty).remove("$ref"));
        mapping.extend(target.map(|target| (text.clone(), target)));
    }
    json!({ "beside": tag.key, "mapping": mapping })
}

fn of_enum(values: &Enum) -> Map<String, Value> {
    let mut schema = typed(match values.scalar {
        EnumScalar::String => "string",
        EnumScalar::Integer => "integer",
    });
    let listed: Vec<&Value> = values.values.iter().map(|value| &value.value).collect();
    match listed.as_slice() {
        [only] if values.constant => schema.insert("const".into(), (*only).clone()),
        _ if values.unknown.is_some() => schema.insert("x-extensible-enum".into(), json!(listed)),
        _ => schema.insert("enum".into(), json!(listed)),
    };
    schema
}

fn of_flags(flags: &Flags) -> Map<String, Value> {
    let mut schema = typed("integer");
    let bits = flags.flags.iter();
    let bits = bits.map(|flag| (flag.name.clone(), flag.bits.into()));
    schema.insert("x-flags".into(), Value::Object(bits.collect()));
    schema
}

fn of_union(union: &Union) -> Map<String, Value> {
    let mut schema = Map::new();
    let members: Vec<Value> = union
        .variants
        .iter()
        .map(|variant| Value::Object(of_type(&variant.ty)))
        .collect();
    schema.insert("oneOf".into(), members.into());
    if let Some(tag) = union.tag() {
        let mut mapping = Map::new();
        for variant in &union.variants {
            let Some(target) = of_type(&variant.ty).remove("$ref") else {
                continue;
            };
            for value in variant.shape.tags() {
                let key = match value {
                    Value::String(text) => text.clone(),
                    value => value.to_string(),
                };
                mapping.insert(key, target.clone());
            }
        }
        // OpenAPI's is for a key of the object itself, and for what is on the wire.
        let (name, mut discriminator) = match tag.path.as_slice() {
            [key] if !tag.recased => ("discriminator", json!({ "propertyName": key })),
            path => ("x-discriminator", json!({ "path": path })),
        };
        if tag.recased {
            discriminator["x-spelling"] = "recased".into();
        }
        discriminator["mapping"] = mapping.into();
        schema.insert(name.into(), discriminator);
    }
    schema
}

fn of_type(ty: &Type) -> Map<String, Value> {
    let format = |name: &str, format: &str| {
        let mut schema = typed(name);
        schema.insert("format".into(), format.into());
        schema
    };
    match ty {
        Type::Boolean => typed("boolean"),
        Type::Int32 => format("integer", "int32"),
        Type::Int64 => format("integer", "int64"),
        Type::Float32 => format("number", "float"),
        Type::Float64 => format("number", "double"),
        Type::Number => typed("number"),
        Type::Snowflake => format("string", "snowflake"),
        Type::String => typed("string"),
        Type::DateTime => format("string", "date-time"),
        Type::Date => format("string", "date"),
        Type::Bytes => format("string", "binary"),
        Type::Any => Map::new(),
        Type::List(item) => {
            let mut schema = typed("array");
            schema.insert("items".into(), Value::Object(of_type(item)));
            schema
        }
        Type::Map(value) => {
            let mut schema = typed("object");
            schema.insert("additionalProperties".into(), Value::Object(of_type(value)));
            schema
        }
        Type::Nullable(inner) => or_null(of_type(inner)),
        Type::Boxed(inner) | Type::User { wire: inner, .. } => of_type(inner),
        Type::Model(path) => {
            let target = format!("#/$defs/{path}");
            Map::from_iter([("$ref".to_owned(), target.into())])
        }
    }
}

fn typed(name: &str) -> Map<String, Value> {
    Map::from_iter([("type".to_owned(), name.into())])
}

fn or_null(mut schema: Map<String, Value>) -> Map<String, Value> {
    if schema.contains_key("const") {
        let nothing = Value::Object(typed("null"));
        return Map::from_iter([("anyOf".to_owned(), json!([schema, nothing]))]);
    }
    match schema.get("type").cloned() {
        Some(Value::String(name)) => {
            schema.insert("type".into(), json!([name, "null"]));
            schema
        }
        _ => {
            let nothing = Value::Object(typed("null"));
            Map::from_iter([("anyOf".to_owned(), json!([schema, nothing]))])
        }
    }
}

fn describe(schema: &mut Map<String, Value>, docs: &Docs) {
    let description = docs
        .description
        .iter()
        .chain(&docs.notes)
        .cloned()
        .collect::<Vec<_>>();
    if !description.is_empty() {
        schema.insert("description".into(), description.join("\n\n").into());
    }
    if docs.deprecated.is_some() {
        schema.insert("deprecated".into(), true.into());
    }
}
