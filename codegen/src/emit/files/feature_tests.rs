//! The tests of the features `arbitrary` and `schemars`: the models of each API, by their paths.

use super::lib_rs::recursion_limit;
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::{Context, Plan};
use crate::model::Model;

/// The test of values from bytes.
pub(crate) fn arbitrary(plan: &Plan) -> String {
    file(plan, "check::all(models!", |cx| {
        let typed = cx.typed();
        let made = typed.filter(|model| cx.smallest_depth(&model.path).is_some());
        (String::new(), made.collect())
    })
}

/// The test of JSON Schema.
pub(crate) fn schemas(plan: &Plan) -> String {
    file(plan, "check::same(models!", |cx| {
        let name = plain(&cx.api.module);
        let document = format!(", include_str!(\"../../src/{name}/schema.json\")");
        (document, cx.typed().collect())
    })
}

/// The tests of all APIs: each hands its models to `call`, and what `of` gives beside them.
fn file<'a>(
    plan: &'a Plan,
    call: &str,
    of: impl Fn(&'a Context) -> (String, Vec<&'a Model>),
) -> String {
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
            let (beside, models) = of(cx);
            if !models.is_empty() {
                code.item(|code| test(code, cx, call, &beside, &models));
            }
        }
    })
}

fn test(code: &mut Code, cx: &Context, call: &str, beside: &str, models: &[&Model]) {
    let (module, api) = (cx.api.package.module(), ident(&cx.api.module));
    code.line(format_args!(
        "#[cfg(feature = \"{}\")]",
        plain(&cx.api.module)
    ));
    code.line("#[allow(deprecated, reason = \"what is deprecated is tested too\")]");
    code.line("#[rustfmt::skip]");
    code.line("#[test]");
    code.block(format_args!("fn {api}()"), |code| {
        code.lines(
            format_args!("{call}({module}::{api}:"),
            models.iter().map(|model| path(model)),
            format_args!("){beside});"),
        );
    });
}

/// A model's path in its API.
fn path(model: &Model) -> String {
    let parts = model.path.as_str().split("::").map(ident);
    parts.collect::<Vec<_>>().join("::")
}
