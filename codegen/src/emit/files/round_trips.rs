//! The test of an API: a table of models, and a file of cases.

use std::collections::BTreeSet;

use quote::quote;

use super::lib_rs::recursion_limit;
use super::mark;
use crate::clean::json;
use crate::emit::cases::Case;
use crate::emit::ident::{ident, path, plain};
use crate::emit::plan::Context;
use crate::emit::print;
use crate::model::ModelPath;

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
        let wire_name = model.path.as_str();
        let ty = match &model.replaced {
            Some(replaced) => path(&replaced.value),
            None => {
                let path = wire_name.split("::").map(ident);
                quote!(generated::#api #(::#path)*)
            }
        };
        quote!((#wire_name, support::check::<#ty>))
    });
    let deprecated = tested.iter().any(|model| model.docs.deprecated.is_some());
    let deprecated = deprecated.then(|| quote!(#[allow(deprecated)]));
    let items = print::print([
        quote!(
            mod support;
        ),
        quote! {
            #deprecated
            #[rustfmt::skip]
            const CHECKS: &[(&str, support::Check)] = &[#(#entries),*];
        },
        quote! {
            #[test]
            fn round_trips() {
                support::run(#name, CHECKS);
            }
        },
    ]);
    let limit = recursion_limit(cx.recursion_limit);
    format!("#![cfg(feature = {name:?})]\n{limit}\n{items}")
}

/// The cases, one a line.
pub(crate) fn lines(cases: &[Case]) -> String {
    let mut text = mark::json_line() + "\n";
    for case in cases {
        let mut line = serde_json::json!({
            "model": case.model.as_str(),
            "case": case.name,
            "value": case.value,
        });
        if let Some(expect) = &case.expect {
            line["expect"] = expect.clone();
        }
        text.push_str(&json(line.to_string()));
        text.push('\n');
    }
    text
}
