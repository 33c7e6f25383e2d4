//! JSON Schema of an API's models, for the feature `schemars`: the schema as `fieldtable schema`
//! prints it, and the impls that read it.

use std::fmt::Write as _;

use crate::clean::json;
use crate::emit::files::mark::banner;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::schema::schema_of_crate;

/// The schema, as a file that begins with our mark.
pub(crate) fn document(cx: &Context) -> String {
    json(schema_of_crate(cx.api, &banner()))
}

/// The impls.
pub(crate) fn text(cx: &Context) -> String {
    let mut text = String::from(
        "//! JSON Schema of the models: what `schema.json` says.\n\n\
         #![allow(deprecated, reason = \"what is deprecated has a schema too\")]\n\n\
         use crate::support::json_schema::models;\n\n\
         models! {\n    include_str!(\"schema.json\");\n",
    );
    for model in cx.typed() {
        let name = literal(model.path.as_str());
        let _ = write!(text, "    {name} = super");
        for part in model.path.as_str().split("::") {
            let _ = write!(text, "::{}", ident(part));
        }
        text.push_str(",\n");
    }
    text.push_str("    untyped {");
    for (at, model) in cx.untyped().enumerate() {
        let name = literal(model.path.as_str());
        text.push_str(&format!("\n        {name} = {at},"));
    }
    text.push_str(if cx.untyped().next().is_none() {
        "}\n}\n"
    } else {
        "\n    }\n}\n"
    });
    text
}
