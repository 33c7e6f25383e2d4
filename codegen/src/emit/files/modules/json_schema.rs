//! JSON Schema of an API's models, for the feature `schemars`: the schema as `fieldtable schema`
//! prints it, and the impls that read it.

use crate::clean::json;
use crate::emit::files::mark::banner;
use crate::emit::plan::Context;
use crate::schema::schema_of_crate;

/// The schema, as a file that begins with our mark.
pub(crate) fn document(cx: &Context) -> String {
    json(schema_of_crate(cx.api, &banner()))
}

/// The impls, of the file that lists the models.
pub(crate) fn text(list: &str) -> String {
    format!(
        "//! JSON Schema of the models: what `schema.json` says.\n\n\
         #![allow(deprecated, reason = \"what is deprecated has a schema too\")]\n\n\
         use crate::support::json_schema::each_model;\n\n\
         const SCHEMA: &str = include_str!(\"schema.json\");\n\n\
         include!(\"{list}.rs\");\n"
    )
}
