//! The modules of an API: one file a namespace.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{Context, complexity_allowance, ident, plain};
use super::{docs, enums, print, structs, unions};
use crate::model::{Alias, Kind, Model};

/// The files of an API's modules: path below `src/` to text.
pub(super) fn files(cx: &Context) -> BTreeMap<String, String> {
    let mut modules: BTreeMap<&str, Module> = BTreeMap::new();
    modules.entry("").or_default();
    for model in cx.api.models.values() {
        let mut path = model.path.module().unwrap_or_default();
        modules.entry(path).or_default().models.push(model);
        while !path.is_empty() {
            let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
            modules.entry(parent).or_default().children.insert(name);
            path = parent;
        }
    }
    let folder = plain(&cx.api.module);
    modules
        .into_iter()
        .map(|(path, module)| {
            let file = if path.is_empty() {
                format!("{folder}/mod.rs")
            } else {
                let parts: Vec<_> = path.split("::").map(plain).collect();
                format!("{folder}/{}.rs", parts.join("/"))
            };
            (file, module.text(cx))
        })
        .collect()
}

/// One file.
#[derive(Default)]
struct Module<'a> {
    children: BTreeSet<&'a str>,
    models: Vec<&'a Model>,
}

impl Module<'_> {
    fn text(&self, cx: &Context) -> String {
        let children = self.children.iter().map(|name| {
            let doc = format!(" The models of `{}`.", plain(name));
            let inception = (*name == cx.api.module).then(
                || quote!(#[allow(clippy::module_inception, reason = "the docs name both so")]),
            );
            let name = ident(name);
            quote!(#[doc = #doc] #inception pub mod #name;)
        });
        let models = self.models.iter().flat_map(|model| items(cx, model));
        print::print(children.chain(models))
    }
}

fn items(cx: &Context, model: &Model) -> Vec<TokenStream> {
    match &model.kind {
        Kind::Struct(strukt) => structs::emit(cx, model, strukt),
        Kind::Enum(enumeration) => enums::emit(model, enumeration),
        Kind::Union(union) => unions::emit(cx, model, union),
        Kind::Alias(alias) => vec![type_alias(cx, model, alias)],
    }
}

fn type_alias(cx: &Context, model: &Model, alias: &Alias) -> TokenStream {
    let name = ident(model.path.name());
    let docs = docs::model(model);
    let ty = cx.ty(&alias.ty, model.path.module());
    let complexity = complexity_allowance(std::iter::once(&alias.ty));
    let allow = cx
        .mentions_deprecated(&alias.ty)
        .then(|| quote!(#[allow(deprecated)]));
    quote!(#docs #allow #complexity pub type #name = #ty;)
}
