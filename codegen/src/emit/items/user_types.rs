//! Derives and attributes that the user adds to models.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::path;
use crate::model::Model;

/// Derives that the user adds, each followed by a comma.
pub(crate) fn derives(model: &Model) -> TokenStream {
    let paths = model.added.derives.iter().map(|derive| path(derive));
    quote!(#(#paths,)*)
}

/// Attributes that the user adds.
pub(crate) fn attributes(attributes: &[String]) -> TokenStream {
    let metas = attributes
        .iter()
        .filter_map(|text| syn::parse_str::<syn::Meta>(text).ok());
    quote!(#(#[#metas])*)
}
