//! The model as JSON Schema 2020-12.
//!
//! Facts that JSON Schema cannot express are extensions: `x-nullability` if no source can say
//! whether null is allowed, `x-wire-name` if nothing shows a key, `x-extensible-enum` for open enums (as in Zalando's guidelines), `x-flags` for the named bits of an integer,
//! `x-rust-type`, which typify and progenitor read, `x-source`, the places of the tables that a model was read from, and
//! `x-role` and `x-route` of models that are sent to an endpoint or come from it.

mod in_crate;
mod json;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use crate::model::reads::union_of;
use crate::model::{
    Api, Call, Docs, Enum, EnumScalar, Field, Flags, Kind, Model, Nullability, Struct, TagBeside,
    Type, Union, crate_of,
};
pub(crate) use in_crate::schema_of_crate;
pub use in_crate::whole;
use json::{Json, Object};

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

/// The dialect of JSON Schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

fn document(api: &Api, places: impl Fn(&Model) -> Vec<String>) -> Value {
    let models = api.models.values();
    let defs: Map<String, Value> = models
        .map(|model| {
            let mut schema = of_model(api, model);
            schema.insert("x-source", places(model).into_iter().collect::<Json>());
            (model.path.to_string(), json!(schema))
        })
        .collect();
    json!({
        "$schema": DIALECT,
        "$defs": defs,
    })
}

fn of_model<'a>(api: &'a Api, model: &'a Model) -> Object<'a> {
    let mut schema = match &model.kind {
        Kind::Struct(object) => of_struct(api, object),
        Kind::Enum(values) => of_enum(values),
        Kind::Flags(flags) => of_flags(flags),
        Kind::Union(union) => of_union(union),
        Kind::Alias(alias) => of_type(&alias.ty),
    };
    describe(&mut schema, &model.docs);
    if !model.examples.is_empty() {
        let values = model.examples.iter().map(|example| &example.value);
        schema.insert("examples", values.collect::<Json>());
    }
    if let Some(rust_type) = rust_type(api, model) {
        schema.insert("x-rust-type", rust_type);
    }
    if let Some(Call { role, route }) = &model.call {
        if let Some(role) = role {
            schema.insert("x-role", role.word());
        }
        if let Some(route) = route {
            schema.insert("x-route", route.as_str());
        }
    }
    schema
}

/// The type in Rust: of the generated crate, or of the one that the user takes it from.
fn rust_type<'a>(api: &'a Api, model: &'a Model) -> Option<Object<'a>> {
    let Some(replaced) = &model.replaced else {
        return model.emitted.then(|| own_type(api, Some(model)));
    };
    let name = crate_of(&replaced.value);
    let mut dependencies = api.dependencies.iter();
    let dependency = dependencies.find(|(known, _)| known.replace('-', "_") == name);
    let version = dependency.and_then(|(_, dependency)| dependency.origin.get("version"));
    let name = dependency.map_or(name, |(known, _)| known);
    let path = replaced.value.trim_start_matches("::");
    Some(type_of(name, version.map_or("*", String::as_str), path))
}

/// A type of the generated crate; without a model, the module in which they stand.
fn own_type<'a>(api: &'a Api, model: Option<&Model>) -> Object<'a> {
    let mut path = format!("{}::{}", api.package.module(), api.module);
    if let Some(model) = model {
        path = format!("{path}::{}", model.path);
    }
    type_of(&api.package.name, &api.package.version, path)
}

fn type_of<'a>(name: &'a str, version: &'a str, path: impl Into<Json<'a>>) -> Object<'a> {
    let mut ty = Object::of("crate", name);
    ty.insert("version", version);
    ty.insert("path", path);
    ty
}

fn of_struct<'a>(api: &'a Api, object: &'a Struct) -> Object<'a> {
    let mut schema = typed("object");
    // No two fields have one key.
    let properties = object.fields.iter().map(|field| {
        let key = field.wire_name.value.as_str();
        (key.into(), of_field(api, field).into())
    });
    schema.insert("properties", Object::of_each(properties));
    let mut required = object.fields.iter().filter(|field| field.required.value);
    if let Some(first) = required.next() {
        let required = std::iter::once(first).chain(required);
        let keys = required.map(|field| field.wire_name.value.as_str());
        schema.insert("required", keys.collect::<Json>());
    }
    if let Some(extra) = &object.extra {
        schema.insert("additionalProperties", of_type(&extra.ty));
    }
    schema
}

fn of_field<'a>(api: &'a Api, field: &'a Field) -> Object<'a> {
    let mut schema = of_type(&field.ty.value);
    if let Some(constant) = field.only_value().filter(|value| !value.is_string()) {
        schema.insert("const", constant);
    }
    if field.nullable.value == Nullability::Yes {
        schema = or_null(schema);
    }
    if field.nullable.value == Nullability::Unknown {
        schema.insert("x-nullability", "unknown");
    }
    if field.key_is_derived() {
        schema.insert("x-wire-name", "guessed");
    }
    if let Some(tag) = &field.tag_beside {
        schema.insert("x-discriminator", of_tag_beside(api, field, &tag.value));
    }
    describe(&mut schema, &field.docs);
    if !field.examples.is_empty() {
        let values = field.examples.iter().map(|example| &example.value);
        schema.insert("examples", values.collect::<Json>());
    }
    schema
}

fn of_tag_beside(api: &Api, field: &Field, tag: &TagBeside) -> Value {
    let mut mapping = Map::new();
    let union = union_of(&api.models, &field.ty.value);
    for (text, at) in &tag.values {
        let variant = union.and_then(|(_, union, _)| union.variants.get(*at));
        let target = variant.and_then(|variant| target(&variant.ty));
        mapping.extend(target.map(|target| (text.clone(), target.into())));
    }
    json!({ "beside": tag.key, "mapping": mapping })
}

fn of_enum(values: &Enum) -> Object<'_> {
    let mut schema = typed(match values.scalar {
        EnumScalar::String => "string",
        EnumScalar::Integer => "integer",
    });
    let listed = || values.values.iter().map(|value| &value.value);
    match values.values.as_slice() {
        [only] if values.constant => schema.insert("const", &only.value),
        _ if values.unknown.is_some() => {
            schema.insert("x-extensible-enum", listed().collect::<Json>());
        }
        _ => schema.insert("enum", listed().collect::<Json>()),
    }
    schema
}

fn of_flags(flags: &Flags) -> Object<'_> {
    let mut schema = typed("integer");
    let bits = flags.flags.iter();
    let bits = bits.map(|flag| (flag.name.clone(), Value::from(flag.bits)));
    schema.insert("x-flags", Value::Object(bits.collect()));
    schema
}

fn of_union(union: &Union) -> Object<'_> {
    let members = union.variants.iter().map(|variant| of_type(&variant.ty));
    let mut schema = Object::of("oneOf", members.collect::<Json>());
    if let Some(tag) = union.tag() {
        let mut mapping = Map::new();
        for variant in &union.variants {
            let Some(target) = target(&variant.ty) else {
                continue;
            };
            for value in variant.shape.tags() {
                let key = match value {
                    Value::String(text) => text.clone(),
                    value => value.to_string(),
                };
                mapping.insert(key, target.clone().into());
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
        schema.insert(name, discriminator);
    }
    schema
}

/// Where the schema of a type's model stands, if the type is nothing but that model.
fn target(ty: &Type) -> Option<String> {
    match ty {
        Type::Boxed(inner) | Type::User { wire: inner, .. } => target(inner),
        Type::Model(path) => Some(format!("#/$defs/{path}")),
        _ => None,
    }
}

fn of_type(ty: &Type) -> Object<'_> {
    let format = |name, format| {
        let mut schema = typed(name);
        schema.insert("format", format);
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
        Type::Any => Object::default(),
        Type::List(item) => {
            let mut schema = typed("array");
            schema.insert("items", of_type(item));
            schema
        }
        Type::Map(value) => {
            let mut schema = typed("object");
            schema.insert("additionalProperties", of_type(value));
            schema
        }
        Type::Nullable(inner) => or_null(of_type(inner)),
        Type::Boxed(inner) | Type::User { wire: inner, .. } => of_type(inner),
        Type::Model(path) => Object::of("$ref", format!("#/$defs/{path}")),
    }
}

fn typed<'a>(name: &'static str) -> Object<'a> {
    Object::of("type", name)
}

fn or_null(mut schema: Object<'_>) -> Object<'_> {
    match (schema.get("const"), schema.get("type")) {
        (None, Some(Json::Text(name))) => {
            let either = [Json::Text(name.clone()), "null".into()];
            schema.insert("type", Json::from_iter(either));
            schema
        }
        _ => Object::of("anyOf", Json::from_iter([schema, typed("null")])),
    }
}

fn describe<'a>(schema: &mut Object<'a>, docs: &'a Docs) {
    let notes = docs.notes.iter().map(String::as_str);
    let said = docs.description.as_deref().into_iter().chain(notes);
    match said.clone().count() {
        0 => {}
        1 => said.for_each(|said| schema.insert("description", said)),
        _ => schema.insert("description", said.collect::<Vec<_>>().join("\n\n")),
    }
    if docs.deprecated.is_some() {
        schema.insert("deprecated", true);
    }
}
