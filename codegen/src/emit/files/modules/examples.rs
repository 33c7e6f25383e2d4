//! Examples of an API's models, for the feature `examples`: the first of the cases of each.

use std::collections::BTreeSet;

use crate::emit::cases::Case;
use crate::emit::ident::plain;
use crate::emit::plan::Context;

/// How the file names the folder of the cases. No other file has such a line: what docs say stands behind `///`.
pub(in crate::emit::files) const CASES: &str =
    "\nconst CASES: &str = include_str!(\"../../tests/cases/";

/// The impls, of the file that lists the models.
pub(crate) fn text(cx: &Context, cases: &[Case], list: &str) -> String {
    let docs = "//! Examples of the models, for tests of programs.\n";
    let shown: BTreeSet<_> = cases.iter().map(|case| case.model).collect();
    if !cx.typed().any(|model| shown.contains(&model.path)) {
        return docs.to_owned();
    }
    let name = plain(&cx.api.module);
    format!(
        "{docs}\n#![allow(deprecated, reason = \"what is deprecated has an example too\")]\n\n\
         use crate::support::examples::each_model;\n\
         {CASES}{name}.jsonl\");\n\n\
         include!(\"{list}.rs\");\n"
    )
}
