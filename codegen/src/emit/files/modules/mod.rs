//! The files of a module: its models, and what is said about them in files of their own.

mod arbitrary;
mod clusters;
mod examples;
mod impls;
mod imports;
mod json_schema;
mod model_list;
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
        let list = &module.beside.model_list;
        add(name, timings.time("schemars", |_| json_schema::text(list)));
    }
    files
}

/// What all files of an API's models are written from: the list of them, and what is known of their cases.
pub(crate) fn of_cases(cx: &Context, cases: &[Case]) -> Vec<(String, String)> {
    let Some(root) = cx.modules.first() else {
        return Vec::new();
    };
    let file =
        |name: &str, text: String| rust_file(&format!("src/{}/{name}.rs", root.folder), &text);
    let mut files = Vec::new();
    if !cases.is_empty() || root.beside.json_schema.is_some() {
        files.push(file(&root.beside.model_list, model_list::text(cx, cases)));
    }
    if let Some(name) = &root.beside.examples {
        files.push(file(
            name,
            examples::text(cx, cases, &root.beside.model_list),
        ));
    }
    files
}

/// The path of the list of an API's models, below the crate's folder.
pub(crate) fn model_list(cx: &Context) -> Option<String> {
    let root = cx.modules.first()?;
    Some(format!("src/{}/{}.rs", root.folder, root.beside.model_list))
}

/// The schema of an API.
pub(crate) fn schema(cx: &Context, timings: &mut Timings) -> (String, String) {
    let schema = timings.time("schema", |_| json_schema::document(cx));
    (format!("src/{}/schema.json", plain(&cx.api.module)), schema)
}
