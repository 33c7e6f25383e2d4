//! Derives and attributes that the user adds to models.

use std::borrow::Cow;

use quote::ToTokens;

use crate::emit::code::Code;
use crate::emit::ident::path;
use crate::model::Model;

/// Derives that the user adds.
pub(crate) fn derives(model: &Model) -> impl Iterator<Item = Cow<'_, str>> {
    model.added.derives.iter().map(|derive| path(derive))
}

/// What keeps programs from making and matching a model with all it has, unless the user wants it so.
pub(crate) fn non_exhaustive(code: &mut Code, model: &Model) {
    if !model.added.exhaustive {
        code.line("#[non_exhaustive]");
    }
}

/// Attributes that the user adds.
pub(crate) fn attributes(code: &mut Code, attributes: &[String]) {
    let metas = attributes
        .iter()
        .filter_map(|text| syn::parse_str::<syn::Meta>(text).ok());
    for meta in metas {
        code.foreign_attribute(meta.to_token_stream());
    }
}
