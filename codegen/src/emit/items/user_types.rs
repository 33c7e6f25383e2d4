//! Types of the user's, and what the user adds to models.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::path;
use crate::emit::plan::{Context, MAX_DEPTH};
use crate::model::{Model, Type};

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

/// Whether a type is or mentions one of the user's.
pub(crate) fn is_in(ty: &Type) -> bool {
    match ty {
        Type::Outside { .. } => true,
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            is_in(inner)
        }
        _ => false,
    }
}

/// The type of the user's that a type is or mentions, also by aliases.
pub(crate) fn innermost<'t>(cx: &Context<'t>, ty: &'t Type) -> Option<&'t Type> {
    let mut ty = ty;
    for _ in 0..=MAX_DEPTH {
        ty = match cx.resolve(ty) {
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => inner,
            found @ Type::Outside { .. } => return Some(found),
            _ => return None,
        };
    }
    None
}
