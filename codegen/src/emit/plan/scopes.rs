//! What names mean in each module of an API, and what the modules import.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::ident::ident;
use crate::model::Api;

/// The names that models take, and what is used beside them.
pub(crate) struct Scopes<'a> {
    /// The names of the models of each module.
    names: BTreeMap<Option<&'a str>, BTreeSet<&'a str>>,
    /// What each module has used from elsewhere: module to path.
    imports: RefCell<BTreeMap<String, BTreeSet<&'static str>>>,
}

impl<'a> Scopes<'a> {
    pub(crate) fn of(api: &'a Api) -> Self {
        let mut names: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for model in api.models.values().filter(|model| model.emitted) {
            let path = &model.path;
            names.entry(path.module()).or_default().insert(path.name());
        }
        Self {
            names,
            imports: RefCell::default(),
        }
    }

    /// A name of the prelude as code in the module `from`: bare, unless a model there has it too.
    pub(crate) fn prelude(&self, path: &'static str, from: Option<&str>) -> TokenStream {
        let name = last(path);
        if self.is_taken(name, from) {
            absolute(path)
        } else {
            let name = ident(name);
            quote!(#name)
        }
    }

    /// As [`Scopes::prelude`], for what the module must import.
    pub(crate) fn import(&self, path: &'static str, from: Option<&str>) -> TokenStream {
        if !self.is_taken(last(path), from) {
            let module = from.unwrap_or_default().to_owned();
            let mut imports = self.imports.borrow_mut();
            imports.entry(module).or_default().insert(path);
        }
        self.prelude(path, from)
    }

    /// What the code that was written for a module imports.
    pub(crate) fn imports(&self, module: &str) -> BTreeSet<&'static str> {
        self.imports.borrow_mut().remove(module).unwrap_or_default()
    }

    fn is_taken(&self, name: &str, from: Option<&str>) -> bool {
        let names = self.names.get(&from);
        names.is_some_and(|names| names.contains(name))
    }
}

fn last(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |(_, name)| name)
}

/// A path that no name of a module can shadow.
fn absolute(path: &str) -> TokenStream {
    let root = (!path.starts_with("crate::")).then(|| quote!(::));
    let mut parts = path
        .split("::")
        .map(|part| Ident::new(part, Span::call_site()));
    let first = parts.next();
    quote!(#root #first #(::#parts)*)
}
