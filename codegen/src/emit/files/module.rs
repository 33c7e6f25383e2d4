//! The modules of an API: one file a namespace.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::{arbitrary, impls, json_schema};
use crate::emit::ident::{ident, plain};
use crate::emit::items::lints::complexity_allowance;
use crate::emit::items::{docs, enums, structs, unions};
use crate::emit::plan::Context;
use crate::emit::plan::known_values::Known;
use crate::emit::plan::smallest_value::Heights;
use crate::emit::print;
use crate::model::{Alias, Kind, Model};

/// The files of an API's modules: path below `src/` to text.
pub(crate) fn files(cx: &Context) -> BTreeMap<String, String> {
    let mut modules: BTreeMap<&str, Module> = BTreeMap::new();
    modules.entry("").or_default();
    for model in cx.emitted() {
        let mut path = model.path.module().unwrap_or_default();
        modules.entry(path).or_default().models.push(model);
        while !path.is_empty() {
            let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
            modules.entry(parent).or_default().children.insert(name);
            path = parent;
        }
    }
    let folder = plain(&cx.api.module);
    let known = Known::new(cx);
    let heights = Heights::of(cx.api, &known);
    let mut files = BTreeMap::new();
    for (path, module) in modules {
        let (file, below) = if path.is_empty() {
            (format!("{folder}/mod.rs"), folder.to_owned())
        } else {
            let parts: Vec<_> = path.split("::").map(plain).collect();
            let below = format!("{folder}/{}", parts.join("/"));
            (format!("{below}.rs"), below)
        };
        let own = match path.rsplit_once("::") {
            _ if path.is_empty() => &cx.api.module,
            Some((_, name)) => name,
            None => path,
        };
        let mut head = String::new();
        if let Some(arbitrary) = arbitrary::text(cx, &known, &heights, &module.models) {
            let name = module.free("arbitrary", own);
            head.push_str(&format!("#[cfg(feature = \"arbitrary\")]\nmod {name};\n"));
            files.insert(format!("{below}/{name}.rs"), arbitrary);
        }
        if let Some(impls) = impls::text(cx, &module.models) {
            let name = module.free("impls", own);
            head.push_str(&format!("mod {name};\n"));
            files.insert(format!("{below}/{name}.rs"), impls);
        }
        if path.is_empty()
            && let Some(schemas) = json_schema::text(cx)
        {
            let name = module.free("json_schema", own);
            head.push_str(&format!("#[cfg(feature = \"schemars\")]\nmod {name};\n"));
            files.insert(format!("{below}/{name}.rs"), schemas);
        }
        if !head.is_empty() {
            head.push('\n');
        }
        files.insert(file, head + &module.text(cx, path));
    }
    files
}

/// One file.
#[derive(Default)]
struct Module<'a> {
    children: BTreeSet<&'a str>,
    models: Vec<&'a Model>,
}

impl Module<'_> {
    /// A name for a module of impls, which neither a namespace here nor this one may have.
    fn free(&self, name: &str, own: &str) -> String {
        if name == own || self.children.contains(name) {
            format!("{name}_")
        } else {
            name.to_owned()
        }
    }

    fn text(&self, cx: &Context, path: &str) -> String {
        let children = self.children.iter().map(|name| {
            let doc = format!(" The models of `{}`.", plain(name));
            let inception = (*name == cx.api.module).then(
                || quote!(#[allow(clippy::module_inception, reason = "the docs name both so")]),
            );
            let name = ident(name);
            quote!(#[doc = #doc] #inception pub mod #name;)
        });
        let models = self.models.iter().flat_map(|model| items(cx, model));
        let body = print::print(children.chain(models));
        uses(&cx.imports(path), &self.children) + &body
    }
}

/// `use` lines for paths; several from one place on one line. A crate that a module here is called
/// as is named by its whole path.
fn uses(paths: &BTreeSet<&str>, modules: &BTreeSet<&str>) -> String {
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
