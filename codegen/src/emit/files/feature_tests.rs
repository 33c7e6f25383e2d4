//! The tests of the features `arbitrary`, `examples` and `schemars`: a function for each API, for the models that it lists.

use super::lib_rs::recursion_limit;
use super::modules::model_list;
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::{Context, Plan};

/// The test of values from bytes.
pub(crate) fn arbitrary(plan: &Plan) -> String {
    file(plan, "all", |_| String::new())
}

/// The test of examples.
pub(crate) fn examples(plan: &Plan) -> String {
    file(plan, "read", |_| String::new())
}

/// The test of JSON Schema.
pub(crate) fn schemas(plan: &Plan) -> String {
    file(plan, "same", |cx| {
        let name = plain(&cx.api.module);
        format!(", include_str!(\"../../src/{name}/schema.json\")")
    })
}

/// The tests of all APIs: each hands the list of its models to `check`, and what `beside` gives.
fn file(plan: &Plan, check: &str, beside: impl Fn(&Context) -> String) -> String {
    let mut text = recursion_limit(plan.recursion_limit);
    if !text.is_empty() {
        text.push('\n');
    }
    text + &Code::file(|code| {
        code.item(|code| {
            code.line("#[macro_use]");
            code.line("mod check;");
        });
        for cx in &plan.apis {
            if cx.typed().next().is_some() {
                let list = model_list(cx).unwrap_or_default();
                code.item(|code| test(code, cx, check, &list, &beside(cx)));
            }
        }
    })
}

fn test(code: &mut Code, cx: &Context, check: &str, list: &str, beside: &str) {
    let (module, api) = (cx.api.package.module(), ident(&cx.api.module));
    code.line(format_args!(
        "#[cfg(feature = \"{}\")]",
        plain(&cx.api.module)
    ));
    code.line("#[allow(deprecated, reason = \"what is deprecated is tested too\")]");
    code.line("#[rustfmt::skip]");
    code.line("#[test]");
    code.block(format_args!("fn {api}()"), |code| {
        code.line(format_args!("use {module}::{api} as api;"));
        code.line(format_args!(
            "check::{check}(include!(\"../../{list}\"){beside});"
        ));
    });
}
