//! Types and names as code in a module.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::emit::ident::{self, ident};
use crate::emit::plan::Context;
use crate::emit::plan::scopes::Scopes;
use crate::model::rust_type::{RustName, RustType, last};
use crate::model::{Api, Field, ModelPath, Type};

/// A module of an API, as the place of code.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    api: &'a Api,
    scopes: &'a Scopes<'a>,
    module: Option<&'a str>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(cx: &'a Context<'a>, module: Option<&'a str>) -> Self {
        Self {
            api: cx.api,
            scopes: &cx.scopes,
            module,
        }
    }

    /// A name of the prelude: bare, unless a model of the module has it too.
    pub(crate) fn prelude(self, path: &str) -> TokenStream {
        spelled(path, self.scopes.is_prelude(path, self.module))
    }

    /// A name from elsewhere: bare where the module imports it.
    pub(crate) fn import(self, path: &str) -> TokenStream {
        spelled(path, self.scopes.is_imported(path, self.module))
    }

    /// A type.
    pub(crate) fn ty(self, ty: &Type) -> TokenStream {
        self.written(&RustType::of(self.api, ty))
    }

    /// The type of a field, with what its presence puts around it.
    pub(crate) fn stored(self, field: &Field) -> TokenStream {
        self.written(&RustType::stored(self.api, field))
    }

    /// The type of the map for other keys.
    pub(crate) fn extra(self, values: &Type) -> TokenStream {
        self.written(&RustType::extra(self.api, values))
    }

    fn written(self, ty: &RustType) -> TokenStream {
        let name = match ty.name {
            RustName::Primitive(name) => ident(name).to_token_stream(),
            RustName::Prelude(path) => self.prelude(path),
            RustName::Imported(path) => self.import(path),
            RustName::Model(path) => self.path(path),
            RustName::User(path) => ident::path(path),
        };
        if ty.arguments.is_empty() {
            return name;
        }
        let arguments = ty.arguments.iter().map(|argument| self.written(argument));
        quote!(#name<#(#arguments),*>)
    }

    /// A model's path.
    pub(crate) fn path(self, path: &ModelPath) -> TokenStream {
        let name = ident(path.name());
        if path.module() == self.module {
            return quote!(#name);
        }
        let api = ident(&self.api.module);
        let modules = path
            .module()
            .into_iter()
            .flat_map(|module| module.split("::"));
        let modules = modules.map(ident);
        quote!(crate::#api #(::#modules)* ::#name)
    }
}

/// A path by its last part, or such that no name of a module can shadow it.
fn spelled(path: &str, bare: bool) -> TokenStream {
    if bare {
        let name = ident(last(path));
        return quote!(#name);
    }
    let root = (!path.starts_with("crate::")).then(|| quote!(::));
    let mut parts = path
        .split("::")
        .map(|part| Ident::new(part, Span::call_site()));
    let first = parts.next();
    quote!(#root #first #(::#parts)*)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::Presence;

    #[test]
    fn names_are_short_where_they_can_be() {
        let map = Type::Map(Box::new(Type::Any));
        let rows = vec![field("of", "of", map.clone(), Presence::Optional)];
        let api = api(vec![strukt("Room", rows), strukt("Value", Vec::new())]);
        let cx = Context::new(&api);
        let said = |module, ty: &Type| {
            let tokens = Scope::new(&cx, module).ty(ty);
            tokens.to_string().replace(' ', "")
        };
        assert_eq!(said(None, &map), "BTreeMap<String,crate::Value>");
        assert_eq!(
            said(None, &Type::Nullable(Box::new(to("Room")))),
            "Option<Room>"
        );
        let elsewhere = said(Some("operations"), &Type::List(Box::new(to("Room"))));
        assert_eq!(elsewhere, "Vec<crate::shop::Room>");
        // What the plan did not foresee is written whole.
        assert_eq!(said(None, &Type::Number), "crate::Number");
    }
}
