//! The tests of the features `arbitrary` and `schemars`: a table of models for each API.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::lib_rs::recursion_limit;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::{Context, Plan};
use crate::emit::print;
use crate::model::Model;

/// The test of values from bytes.
pub(crate) fn arbitrary(plan: &Plan) -> String {
    let tests = plan.apis.iter().filter_map(|cx| {
        let models = cx
            .typed()
            .filter(|model| cx.smallest_depth(&model.path).is_some());
        let entries = models.map(|model| {
            let name = model.path.as_str();
            let path = path(cx, model);
            quote!((#name, check::one::<#path>))
        });
        test(cx, entries, |entries| quote!(check::all(#entries)))
    });
    file(plan, tests)
}

/// The test of JSON Schema.
pub(crate) fn schemas(plan: &Plan) -> String {
    let tests = plan.apis.iter().filter_map(|cx| {
        let name = plain(&cx.api.module);
        let document = format!("../../src/{name}/schema.json");
        let entries = cx.typed().map(|model| {
            let name = model.path.as_str();
            let path = path(cx, model);
            quote!((#name, |generator| generator.subschema_for::<#path>()))
        });
        test(
            cx,
            entries,
            |entries| quote!(check::same(include_str!(#document), #entries)),
        )
    });
    file(plan, tests)
}

fn file(plan: &Plan, tests: impl Iterator<Item = TokenStream>) -> String {
    let check = quote!(
        mod check;
    );
    let mut text = recursion_limit(plan.recursion_limit);
    if !text.is_empty() {
        text.push('\n');
    }
    text + &print::print(std::iter::once(check).chain(tests))
}

/// The test of an API, from its table; `None` if that is empty.
fn test(
    cx: &Context,
    entries: impl Iterator<Item = TokenStream>,
    call: impl FnOnce(TokenStream) -> TokenStream,
) -> Option<TokenStream> {
    let entries: Vec<TokenStream> = entries.collect();
    if entries.is_empty() {
        return None;
    }
    let name: Ident = ident(&cx.api.module);
    let feature = plain(&cx.api.module);
    let call = call(quote!(&[#(#entries),*]));
    Some(quote! {
        #[cfg(feature = #feature)]
        #[allow(deprecated, reason = "what is deprecated is tested too")]
        #[rustfmt::skip]
        #[test]
        fn #name() {
            #call;
        }
    })
}

/// A model's path outside of the crate.
fn path(cx: &Context, model: &Model) -> TokenStream {
    let api = ident(&cx.api.module);
    let parts = model.path.as_str().split("::").map(ident);
    quote!(generated::#api #(::#parts)*)
}
