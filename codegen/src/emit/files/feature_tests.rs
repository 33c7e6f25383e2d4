//! The tests of what is there only with a feature, a table of models for each API.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::json_schema::has_type;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::Context;
use crate::emit::plan::known_values::Known;
use crate::emit::plan::smallest_value::Heights;
use crate::emit::print;
use crate::model::Model;

/// The test of values from bytes.
pub(crate) fn arbitrary(contexts: &[Context]) -> String {
    let tests = contexts.iter().filter_map(|cx| {
        let known = Known::new(cx);
        let heights = Heights::of(cx.api, &known);
        let models = types(cx).filter(|model| heights.model(&model.path).is_some());
        let entries = models.map(|model| {
            let name = model.path.as_str();
            let path = path(cx, model);
            quote!((#name, check::one::<#path>))
        });
        test(cx, entries, |entries| quote!(check::all(#entries)))
    });
    file(tests)
}

/// The test of JSON Schema.
pub(crate) fn schemas(contexts: &[Context]) -> String {
    let tests = contexts.iter().filter_map(|cx| {
        let name = plain(&cx.api.module);
        let document = format!("../../src/{name}/schema.json");
        let entries = types(cx).map(|model| {
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
    file(tests)
}

fn file(tests: impl Iterator<Item = TokenStream>) -> String {
    let check = quote!(
        mod check;
    );
    print::print(std::iter::once(check).chain(tests))
}

/// The models that have a type of their own.
fn types<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Model> {
    let models = cx.api.models.values();
    models.filter(|model| has_type(model))
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
