//! JSON Schema of an API's models, for the feature `schemars`: the schema as `cargo xtask schema`
//! prints it, and the impls that read it.

use proc_macro2::Literal;
use quote::quote;

use crate::emit::MARK;
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::model::{Kind, Model};
use crate::schema::schema;

/// Whether a model has a type of its own: an alias has none, and neither has one that is replaced.
pub(crate) fn has_type(model: &Model) -> bool {
    model.emitted && !matches!(model.kind, Kind::Alias(_))
}

/// The schema, as a file that begins with our mark.
pub(crate) fn document(cx: &Context, advice: &str) -> String {
    let comment = serde_json::json!(format!("{MARK} {advice}"));
    let schema = serde_json::to_string_pretty(&schema(cx.api)).unwrap_or_default();
    // The mark stands in the first line.
    let body = schema.strip_prefix("{").unwrap_or_default();
    format!("{{ \"$comment\": {comment},{body}\n")
}

/// The impls; `None` if no model has a type of its own.
pub(crate) fn text(cx: &Context) -> Option<String> {
    let (types, untyped): (Vec<&Model>, Vec<&Model>) =
        cx.api.models.values().partition(|model| has_type(model));
    if types.is_empty() {
        return None;
    }
    let mut text = String::from(
        "//! JSON Schema of the models: what `schema.json` says.\n\n\
         #![allow(deprecated, reason = \"what is deprecated has a schema too\")]\n\n\
         use crate::support::json_schema::models;\n\n\
         models! {\n    include_str!(\"schema.json\");\n",
    );
    for model in types {
        let name = Literal::string(model.path.as_str());
        let parts = model.path.as_str().split("::").map(ident);
        let path = quote!(super #(::#parts)*).to_string().replace(' ', "");
        text.push_str(&format!("    {name} = {path},\n"));
    }
    text.push_str("    untyped {");
    for (at, model) in untyped.iter().enumerate() {
        let name = Literal::string(model.path.as_str());
        text.push_str(&format!("\n        {name} = {at},"));
    }
    text.push_str(if untyped.is_empty() {
        "}\n}\n"
    } else {
        "\n    }\n}\n"
    });
    Some(text)
}
