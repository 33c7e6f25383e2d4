//! The test of an API: the list of its models, and a file of cases.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::lib_rs::recursion_limit;
use super::mark;
use super::modules::model_list;
use crate::clean::json;
use crate::emit::cases::Case;
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

/// The cases, one a line.
pub(crate) fn lines(cases: &[Case]) -> String {
    let mut text = mark::json_line() + "\n";
    for case in cases {
        let line = Line {
            model: case.model.as_str(),
            case: &case.name,
            value: &case.value,
            expect: case.expect.as_ref(),
        };
        text.push_str(&json(serde_json::to_string(&line).unwrap_or_default()));
        text.push('\n');
    }
    text
}

/// A case, as it is written.
#[derive(Serialize)]
struct Line<'a> {
    model: &'a str,
    case: &'a str,
    value: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    expect: Option<&'a Value>,
}
