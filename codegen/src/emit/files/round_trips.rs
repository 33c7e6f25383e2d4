//! The test of an API: the list of its models, and a file of cases.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::lib_rs::recursion_limit;
use super::mark;
use super::modules::model_list;
use crate::emit::cases::{Case, json};
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::items::docs;
use crate::emit::plan::Context;
use crate::model::{Model, ModelPath};

/// The test of an API.
pub(crate) fn text(cx: &Context, cases: &[Case]) -> String {
    let name = plain(&cx.api.module);
    let api = ident(&cx.api.module);
    let tested: BTreeSet<&ModelPath> = cases.iter().map(|case| case.model).collect();
    let tested: Vec<_> = cx
        .api
        .models
        .values()
        .filter(|model| tested.contains(&model.path))
        .collect();
    let list = model_list(cx).unwrap_or_default();
    let items = Code::file(|code| {
        code.item(|code| {
            code.line("#[macro_use]");
            code.line("mod support;");
        });
        // Types of the user's have paths of their own.
        if tested.iter().any(|model| model.replaced.is_none()) {
            code.item(|code| {
                code.line("#[rustfmt::skip]");
                code.line(format_args!(
                    "use {}::{api} as api;",
                    cx.api.package.module()
                ));
            });
        }
        code.item(|code| {
            let deprecated = |model: &&Model| model.docs.deprecated.is_some();
            docs::allow_deprecated(code, tested.iter().any(deprecated));
            code.line("#[rustfmt::skip]");
            code.line(format_args!(
                "const CHECKS: &[(&str, support::Check)] = include!(\"../{list}\");"
            ));
        });
        code.item(|code| {
            code.line("#[test]");
            code.block("fn round_trips()", |code| {
                code.line(format_args!("support::run({name:?}, CHECKS);"));
            });
        });
    });
    let limit = recursion_limit(cx.recursion_limit);
    format!("#![cfg(feature = {name:?})]\n{limit}\n{items}")
}

/// The cases, one a line: its name and value, and what is written if that is something else. A line with the
/// path of the model stands before those of each.
pub(crate) fn lines(cases: &[Case]) -> String {
    let mut text = mark::json_line() + "\n";
    let mut model = None;
    for case in cases {
        if model != Some(case.model) {
            let _ = writeln!(text, "{{\"model\":{}}}", json(&case.model.as_str()));
            model = Some(case.model);
        }
        let _ = write!(text, "{{{}:{}", json(&case.name), case.value);
        if let Some(expect) = &case.expect {
            let _ = write!(text, ",\"expect\":{}", json(expect));
        }
        text.push_str("}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_model_is_named_once() {
        let [order, item] = ["Order", "operations::Item"].map(|name| ModelPath::new(None, name));
        let case = |model, name: &str, value: Value, expect| Case {
            model,
            name: name.to_owned(),
            value: json(&value),
            expect,
        };
        let text = lines(&[
            case(&order, "smallest", json!({"id": ""}), None),
            case(
                &order,
                "nulls",
                json!({"id": "", "n": null}),
                Some(json!({"id": ""})),
            ),
            case(&item, "value A", json!("\u{202e}"), None),
        ]);
        let expected = r#"
{"model":"Order"}
{"smallest":{"id":""}}
{"nulls":{"id":"","n":null},"expect":{"id":""}}
{"model":"operations::Item"}
{"value A":"\u202e"}
"#;
        assert!(text.ends_with(expected), "{text}");
    }
}
