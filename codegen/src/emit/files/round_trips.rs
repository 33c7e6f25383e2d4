//! The test of an API: a table of models, and a file of cases.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Write as _};

use super::lib_rs::recursion_limit;
use super::mark;
use crate::clean::json;
use crate::emit::cases::Case;
use crate::emit::code::Code;
use crate::emit::ident::{ident, path, plain};
use crate::emit::items::docs;
use crate::emit::literal::literal;
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
    let entries = tested.iter().map(|model| {
        let path = model.path.as_str();
        let mut ty = String::new();
        match &model.replaced {
            Some(replaced) => ty.push_str(&self::path(&replaced.value)),
            None => {
                let _ = write!(ty, "{}::{api}", cx.api.package.module());
                for part in path.split("::") {
                    let _ = write!(ty, "::{}", ident(part));
                }
            }
        }
        [literal(path).to_string(), format!("support::check::<{ty}>")]
    });
    let items = Code::file(|code| {
        code.item(|code| code.line("mod support;"));
        code.item(|code| {
            let deprecated = |model: &&Model| model.docs.deprecated.is_some();
            docs::allow_deprecated(code, tested.iter().any(deprecated));
            code.line("#[rustfmt::skip]");
            code.table(
                format_args!("const CHECKS: &[(&str, support::Check)] = &["),
                entries,
                "];",
            );
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
        let mut line = format!(
            "{{\"model\":{},\"case\":{},\"value\":{}",
            Quoted(case.model.as_str()),
            Quoted(&case.name),
            case.value
        );
        if let Some(expect) = &case.expect {
            let _ = write!(line, ",\"expect\":{expect}");
        }
        line.push_str("}\n");
        text.push_str(&json(line));
    }
    text
}

/// A text as JSON.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self.0).unwrap_or_default())
    }
}
