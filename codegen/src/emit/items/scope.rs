//! Types and names as code in a module.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::ident::{self, ident};
use crate::emit::plan::Context;
use crate::emit::plan::scopes::{Scopes, last};
use crate::model::{Api, Field, MapType, ModelPath, Presence, Type};

/// A module of an API, as the place of code.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) api: &'a Api,
    pub(crate) scopes: &'a Scopes<'a>,
    pub(crate) module: Option<&'a str>,
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

    fn option(self, inner: &TokenStream) -> TokenStream {
        let option = self.prelude("std::option::Option");
        quote!(#option<#inner>)
    }

    /// A type.
    pub(crate) fn ty(self, ty: &Type) -> TokenStream {
        let has_time = self.api.date_time.is_typed();
        match ty {
            Type::Boolean => quote!(bool),
            Type::Int32 => quote!(i32),
            Type::Int64 => quote!(i64),
            Type::Float32 => quote!(f32),
            Type::Float64 => quote!(f64),
            Type::Number => self.import("crate::Number"),
            Type::String | Type::Bytes => self.prelude("std::string::String"),
            Type::DateTime if has_time => self.import("crate::DateTime"),
            Type::Date if has_time => self.import("crate::Date"),
            Type::DateTime | Type::Date => self.prelude("std::string::String"),
            Type::Any => self.import("crate::Value"),
            Type::List(item) => {
                let item = self.ty(item);
                let vec = self.prelude("std::vec::Vec");
                quote!(#vec<#item>)
            }
            Type::Map(value) => {
                let value = self.ty(value);
                let key = self.prelude("std::string::String");
                let map = match self.api.map {
                    MapType::Btree => self.import("std::collections::BTreeMap"),
                    MapType::Index => self.import("indexmap::IndexMap"),
                };
                quote!(#map<#key, #value>)
            }
            Type::Nullable(value) => self.option(&self.ty(value)),
            Type::Boxed(value) => {
                let value = self.ty(value);
                let r#box = self.prelude("std::boxed::Box");
                quote!(#r#box<#value>)
            }
            Type::Model(path) => self.path(path),
            Type::Outside { path, .. } => ident::path(path),
        }
    }

    /// The type with what its presence puts around it.
    pub(crate) fn stored(self, field: &Field) -> TokenStream {
        let ty = self.ty(&field.ty.value);
        match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => self.option(&ty),
            Presence::OptionalNullable => {
                let maybe = self.import("crate::Maybe");
                quote!(#maybe<#ty>)
            }
        }
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
