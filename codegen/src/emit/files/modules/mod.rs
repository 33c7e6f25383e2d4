//! The files of a module: its models, and what is said about them in files of their own.

mod arbitrary;
mod clusters;
mod examples;
mod impls;
mod imports;
mod json_schema;
mod models;
mod required;

pub(super) use examples::CASES;

use super::mark::rust_file;
use crate::emit::cases::Case;
use crate::emit::ident::plain;
use crate::emit::plan::Context;
use crate::emit::plan::modules::{Beside, Module};
use crate::timings::Timings;

/// The files of the models.
pub(crate) fn models(
    cx: &Context,
    module: &Module,
    timings: &mut Timings,
) -> Vec<(String, String)> {
    timings.time("models", |_| models::files(cx, module))
}

/// The files beside it.
pub(crate) fn beside(
    cx: &Context,
    module: &Module,
    timings: &mut Timings,
) -> Vec<(String, String)> {
    let Beside {
        required,
        serde,
        arbitrary,
        json_schema,
        ..
    } = &module.beside;
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| {
        files.push(rust_file(
            &format!("src/{}/{name}.rs", module.folder),
            &text,
        ));
    };
    if let Some(name) = required {
        let text = timings.time("required", |_| required::text(cx, module));
        add(name, text);
    }
    if let Some(name) = serde {
        let text = timings.time("impls", |_| impls::text(cx, &module.models));
        add(name, text);
    }
    if let Some(name) = arbitrary {
        let text = timings.time("arbitrary", |_| arbitrary::text(cx, &module.models));
        add(name, text);
    }
    if let Some(name) = json_schema {
        add(name, timings.time("schemars", |_| json_schema::text(cx)));
    }
    files
}

/// The examples of an API's models, of its cases.
pub(crate) fn examples(cx: &Context, cases: &[Case]) -> Option<(String, String)> {
    let root = cx.modules.first()?;
    let name = root.beside.examples.as_ref()?;
    let text = examples::text(cx, cases);
    Some(rust_file(&format!("src/{}/{name}.rs", root.folder), &text))
}

/// The schema of an API.
pub(crate) fn schema(cx: &Context, timings: &mut Timings) -> (String, String) {
    let schema = timings.time("schema", |_| json_schema::document(cx));
    (format!("src/{}/schema.json", plain(&cx.api.module)), schema)
}
