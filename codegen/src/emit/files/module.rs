//! The modules of an API: one file for each namespace.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::{ident, plain};
use crate::emit::items::lints::complexity_allowance;
use crate::emit::items::scope::Scope;
use crate::emit::items::{docs, enums, flags, structs, unions};
use crate::emit::plan::Context;
use crate::emit::plan::modules::{Impls, Module};
use crate::emit::print;
use crate::model::{Alias, Kind, Model};

/// The file of a module.
pub(crate) fn text(cx: &Context, module: &Module) -> String {
    let children = module.children.iter().map(|name| {
        let doc = format!(" The models of `{}`.", plain(name));
        let inception = (*name == cx.api.module)
            .then(|| quote!(#[allow(clippy::module_inception, reason = "the docs name both so")]));
        let name = ident(name);
        quote!(#[doc = #doc] #inception pub mod #name;)
    });
    let models = module.models.iter().flat_map(|model| items(cx, model));
    let body = print::print(children.chain(models));
    let imports: Vec<_> = cx.scopes.imports(module.path).collect();
    impls(&module.impls) + &uses(&imports, &module.children) + &body
}

/// The modules of impls.
fn impls(names: &Impls) -> String {
    let modules = [
        (&names.arbitrary, "#[cfg(feature = \"arbitrary\")]\n"),
        (&names.serde, ""),
        (&names.json_schema, "#[cfg(feature = \"schemars\")]\n"),
    ];
    let lines = modules
        .iter()
        .filter_map(|(name, attribute)| Some(format!("{attribute}mod {};\n", name.as_ref()?)));
    let mut text: String = lines.collect();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// `use` lines for paths; several from one place on one line. A crate that a module here is called
/// as is named by its whole path.
fn uses(paths: &[&str], modules: &BTreeSet<&str>) -> String {
    let mut places: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
    for path in paths {
        if let Some((place, name)) = path.rsplit_once("::") {
            places
                .entry((place == "crate", place))
                .or_default()
                .push(name);
        }
    }
    let mut text = String::new();
    let mut first = true;
    for ((own, place), names) in places {
        if own && !first {
            text.push('\n');
        }
        first = false;
        let hidden = place
            .split("::")
            .next()
            .is_some_and(|name| modules.contains(name));
        let root = if hidden { "::" } else { "" };
        text.push_str(&match names.as_slice() {
            [name] => format!("use {root}{place}::{name};\n"),
            names => format!("use {root}{place}::{{{}}};\n", names.join(", ")),
        });
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn items(cx: &Context, model: &Model) -> Vec<TokenStream> {
    match &model.kind {
        Kind::Struct(strukt) => structs::emit(cx, model, strukt),
        Kind::Enum(enumeration) => vec![enums::emit(cx, model, enumeration)],
        Kind::Flags(flags) => flags::emit(model, flags),
        Kind::Union(union) => unions::emit(cx, model, union),
        Kind::Alias(alias) => vec![type_alias(cx, model, alias)],
    }
}

fn type_alias(cx: &Context, model: &Model, alias: &Alias) -> TokenStream {
    let name = ident(model.path.name());
    let docs = docs::model(model);
    let ty = Scope::new(cx, model.path.module()).ty(&alias.ty);
    let complexity = complexity_allowance(std::iter::once(&alias.ty));
    let allow = cx
        .mentions_deprecated(&alias.ty)
        .then(|| quote!(#[allow(deprecated)]));
    quote!(#docs #allow #complexity pub type #name = #ty;)
}
