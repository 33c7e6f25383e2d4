//! JSON Schema, for the feature `schemars`: the definitions of `schema.json`, with the references
//! of the `SchemaGenerator`.

#[cfg(feature = "dates")]
pub mod dates;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "snowflakes")]
pub mod snowflakes;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use crate::support::values::extra::Extra;
use crate::support::values::maybe::Maybe;

/// The schema of a model, or a reference to it.
pub type Subschema = fn(&mut SchemaGenerator) -> Schema;

/// The schemas of an API.
pub struct Document {
    text: &'static str,
    models: &'static [(&'static str, Subschema)],
    read: OnceLock<Read>,
}

struct Read {
    schemas: Value,
    models: BTreeMap<&'static str, Subschema>,
}

impl Document {
    /// The text of a `schema.json`, and the names of the models in it.
    pub const fn new(text: &'static str, models: &'static [(&'static str, Subschema)]) -> Self {
        Self {
            text,
            models,
            read: OnceLock::new(),
        }
    }

    /// The schema of a model.
    pub fn schema(&self, model: &str, generator: &mut SchemaGenerator) -> Schema {
        let read = self.read.get_or_init(|| Read {
            schemas: serde_json::from_str(self.text).expect("schema.json is JSON"),
            models: self.models.iter().copied().collect(),
        });
        let mut schema = read.schemas["$defs"][model].clone();
        read.complete(model, &mut schema);
        read.link(&mut schema, generator);
        Schema::try_from(schema).unwrap_or_default()
    }
}

/// What a definition says of all its properties.
const OF_FIELDS: [&str; 2] = ["x-nullability", "x-wire-name"];

/// What a definition says of its type, if that is none of the crate's.
const RUST_TYPE: &str = "x-rust-type";

impl Read {
    /// Says in a definition what the document says once.
    fn complete(&self, model: &str, schema: &mut Value) {
        let Value::Object(schema) = schema else {
            return;
        };
        for key in OF_FIELDS {
            let said = schema.remove(key);
            let fields = schema.get_mut("properties").and_then(Value::as_object_mut);
            if let (Some(said), Some(fields)) = (said, fields) {
                for field in fields.values_mut().filter_map(Value::as_object_mut) {
                    field.insert(key.to_owned(), said.clone());
                }
            }
        }
        match schema.get(RUST_TYPE) {
            Some(Value::Null) => drop(schema.remove(RUST_TYPE)),
            Some(_) => {}
            None => {
                let mut own = self.schemas[RUST_TYPE].clone();
                let module = own["path"].as_str().unwrap_or_default();
                own["path"] = format!("{module}::{model}").into();
                schema.insert(RUST_TYPE.to_owned(), own);
            }
        }
    }

    /// Replaces references into the document with those of the generator.
    fn link(&self, schema: &mut Value, generator: &mut SchemaGenerator) {
        let Value::Object(schema) = schema else {
            return;
        };
        // Only in places of schemas: an example may have a key `$ref`.
        for key in ["items", "additionalProperties"] {
            if let Some(schema) = schema.get_mut(key) {
                self.link(schema, generator);
            }
        }
        for key in ["anyOf", "oneOf"] {
            for schema in schema
                .get_mut(key)
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
            {
                self.link(schema, generator);
            }
        }
        let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
        for (_, schema) in properties.into_iter().flatten() {
            self.link(schema, generator);
        }
        let mapping = schema
            .get_mut("discriminator")
            .and_then(|it| it.get_mut("mapping"));
        if let Some(Value::Object(mapping)) = mapping {
            mapping.retain(|_, target| match self.target(target, generator) {
                Some(linked) => {
                    // An inlined schema has no name.
                    let reference = linked.get("$ref").cloned();
                    reference.map(|reference| *target = reference).is_some()
                }
                None => false,
            });
        }
        if let Some(target) = schema.remove("$ref")
            && let Some(mut linked) = self.target(&target, generator)
        {
            // Keys next to `$ref` describe the use of the schema.
            linked.append(schema);
            *schema = linked;
        }
    }

    fn target(
        &self,
        reference: &Value,
        generator: &mut SchemaGenerator,
    ) -> Option<Map<String, Value>> {
        let name = reference.as_str()?.strip_prefix("#/$defs/")?;
        match self.models.get(name)?(generator).to_value() {
            Value::Object(linked) => Some(linked),
            _ => None,
        }
    }
}

/// The last part of a path.
pub fn name(path: &'static str) -> Cow<'static, str> {
    path.rsplit("::").next().unwrap_or(path).into()
}

/// Implements `JsonSchema` for the models of an API, from the text of its `schema.json`, which is `SCHEMA` where
/// this is called. Models that have a schema but no Rust type stand below `@`.
#[allow(unused_macros, reason = "not every crate has models")]
macro_rules! each_model {
    (
        $($($name:ident)::+,)*
        $(@no_case { $($($untested:ident)::+,)* })?
        $(@aliases { $($($alias:ident)::+,)* })?
        $(@replaced { $($($replaced:ident)::+ = $by:ty,)* })?
        $(@only_in_schema { $($($other:ident)::+,)* })?
        $(@no_bytes $never:tt)?
    ) => {
        $crate::support::json_schema::document! {
            { $($($name)::+,)* $($($($untested)::+,)*)? }
            {
                $($($($alias)::+,)*)?
                $($($($replaced)::+,)*)?
                $($($($other)::+,)*)?
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has models")]
pub(crate) use each_model;

/// The schemas of models, of those that have a type and those that have none.
#[allow(unused_macros, reason = "not every crate has models")]
macro_rules! document {
    (
        { $($first:ident $(:: $rest:ident)*,)* }
        { $($untyped:ident $(:: $below:ident)*,)* }
    ) => {
        static DOCUMENT: $crate::support::json_schema::Document =
            $crate::support::json_schema::Document::new(SCHEMA, &[
                $((
                    ::std::concat!(::std::stringify!($first) $(, "::", ::std::stringify!($rest))*),
                    |generator| generator.subschema_for::<super::$first $(::$rest)*>(),
                ),)*
                $({
                    enum Untyped {}
                    $crate::support::json_schema::of_document!(Untyped = $untyped $(:: $below)*);
                    (
                        ::std::concat!(::std::stringify!($untyped) $(, "::", ::std::stringify!($below))*),
                        |generator| generator.subschema_for::<Untyped>(),
                    )
                },)*
            ]);

        $($crate::support::json_schema::of_document! {
            super::$first $(:: $rest)* = $first $(:: $rest)*
        })*
    };
}

#[allow(unused_imports, reason = "not every crate has models")]
pub(crate) use document;

/// Implements `JsonSchema` for a type, from what `DOCUMENT` says of a model.
#[allow(unused_macros, reason = "not every crate has models")]
macro_rules! of_document {
    ($model:ty = $first:ident $(:: $rest:ident)*) => {
        impl ::schemars::JsonSchema for $model {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $crate::support::json_schema::name(
                    ::std::concat!(::std::stringify!($first) $(, "::", ::std::stringify!($rest))*),
                )
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::concat!(
                    ::std::module_path!(),
                    "::",
                    ::std::stringify!($first)
                    $(, "::", ::std::stringify!($rest))*
                )
                .into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                DOCUMENT.schema(
                    ::std::concat!(::std::stringify!($first) $(, "::", ::std::stringify!($rest))*),
                    generator,
                )
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has models")]
pub(crate) use of_document;

/// Implements `JsonSchema` for a type whose schema is always the same.
#[allow(
    unused_macros,
    reason = "not every crate has numbers of unknown kind, or dates"
)]
macro_rules! constant {
    ($ty:ident = $schema:tt) => {
        impl ::schemars::JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::stringify!($ty).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::concat!(::std::module_path!(), "::", ::std::stringify!($ty)).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!($schema)
            }
        }
    };
}

#[allow(
    unused_imports,
    reason = "not every crate has numbers of unknown kind, or dates"
)]
pub(crate) use constant;

/// The schema of `Option`; the object's `required` says whether the key may be absent.
impl<T: JsonSchema> JsonSchema for Maybe<T> {
    fn inline_schema() -> bool {
        Option::<T>::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Option::<T>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

impl<V: JsonSchema> JsonSchema for Extra<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Extra_of_{}", V::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::Extra<{}>", module_path!(), V::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<V>();
        json_schema!({ "type": "object", "additionalProperties": values })
    }
}
