//! Examples of an API's models, for the feature `examples`: the first of the cases of each.

use std::collections::BTreeSet;

use crate::emit::cases::Case;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::Context;

/// How the file names the folder of the cases. No other file has such a line: what docs say stands behind `///`.
pub(in crate::emit::files) const CASES: &str =
    "\nexamples! {\n    include_str!(\"../../tests/cases/";

/// The file of an API.
pub(crate) fn text(cx: &Context, cases: &[Case]) -> String {
    let shown: BTreeSet<_> = cases.iter().map(|case| case.model).collect();
    let shown = cx.typed().filter(|model| shown.contains(&model.path));
    let lines: String = shown
        .map(|model| {
            let parts = model.path.as_str().split("::").map(ident);
            format!("    {},\n", parts.collect::<Vec<_>>().join("::"))
        })
        .collect();
    let docs = "//! Examples of the models, for tests of programs.\n";
    if lines.is_empty() {
        return docs.to_owned();
    }
    let name = plain(&cx.api.module);
    format!(
        "{docs}\n#![allow(deprecated, reason = \"what is deprecated has an example too\")]\n\n\
         use crate::support::examples::examples;\n\
         {CASES}{name}.jsonl\");\n{lines}}}\n"
    )
}
