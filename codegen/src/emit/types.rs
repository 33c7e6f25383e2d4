//! Types, and the paths by which modules reach each other's models.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Api, DateTimeType, Kind, Model, ModelPath, Type};

/// One API, and the answers to what emission asks about it.
pub(super) struct Context<'a> {
    pub(super) api: &'a Api,
}

impl<'a> Context<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api }
    }

    /// The type as code in the module `from`.
    pub(super) fn ty(&self, ty: &Type, from: Option<&str>) -> TokenStream {
        match ty {
            Type::Boolean => quote!(bool),
            Type::Int32 => quote!(i32),
            Type::Int64 => quote!(i64),
            Type::Float32 => quote!(f32),
            Type::Float64 => quote!(f64),
            Type::Number => quote!(crate::Number),
            Type::String | Type::Bytes => quote!(::std::string::String),
            Type::DateTime if self.has_time() => quote!(crate::DateTime),
            Type::Date if self.has_time() => quote!(crate::Date),
            Type::DateTime | Type::Date => quote!(::std::string::String),
            Type::Any => quote!(crate::Value),
            Type::List(item) => {
                let item = self.ty(item, from);
                quote!(::std::vec::Vec<#item>)
            }
            Type::Map(value) => {
                let value = self.ty(value, from);
                quote!(::std::collections::BTreeMap<::std::string::String, #value>)
            }
            Type::Nullable(value) => {
                let value = self.ty(value, from);
                quote!(::std::option::Option<#value>)
            }
            Type::Boxed(value) => {
                let value = self.ty(value, from);
                quote!(::std::boxed::Box<#value>)
            }
            Type::Model(path) => self.path(path, from),
        }
    }

    /// A model's path as code in the module `from`.
    pub(super) fn path(&self, path: &ModelPath, from: Option<&str>) -> TokenStream {
        let name = ident(path.name());
        if path.module() == from {
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

    /// Whether date-times have types of their own.
    pub(super) fn has_time(&self) -> bool {
        self.api.date_time == DateTimeType::Time
    }

    /// The type behind aliases and boxes.
    pub(super) fn resolve<'t>(&self, ty: &'t Type) -> &'t Type
    where
        'a: 't,
    {
        let mut ty = ty;
        // No chain of aliases is longer, unless it runs in a circle.
        for _ in 0..=self.api.models.len() {
            match ty {
                Type::Boxed(inner) => ty = inner,
                Type::Model(path) => match self.model(path).map(|model| &model.kind) {
                    Some(Kind::Alias(alias)) => ty = &alias.ty,
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        ty
    }

    pub(super) fn model(&self, path: &ModelPath) -> Option<&'a Model> {
        self.api.models.get(path)
    }

    /// The type with all aliases and boxes gone, and with one spelling for what is one Rust type.
    pub(super) fn canonical(&self, ty: &Type) -> Type {
        self.canonical_at(ty, 0)
    }

    fn canonical_at(&self, ty: &Type, depth: usize) -> Type {
        if depth > MAX_DEPTH {
            return ty.clone();
        }
        let inner = |ty: &Type| Box::new(self.canonical_at(ty, depth + 1));
        match self.resolve(ty) {
            Type::List(item) => Type::List(inner(item)),
            Type::Map(value) => Type::Map(inner(value)),
            Type::Nullable(value) => Type::Nullable(inner(value)),
            Type::Bytes => Type::String,
            Type::DateTime | Type::Date if !self.has_time() => Type::String,
            other => other.clone(),
        }
    }

    /// Whether code that mentions the type mentions something deprecated.
    pub(super) fn mentions_deprecated(&self, ty: &Type) -> bool {
        match ty {
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
                self.mentions_deprecated(inner)
            }
            Type::Model(path) => self
                .model(path)
                .is_some_and(|model| model.docs.deprecated.is_some()),
            _ => false,
        }
    }
}

/// How deep types are looked into: only a type that contains itself is deeper.
const MAX_DEPTH: usize = 32;

/// The attribute for code that clippy finds hard to read or wasteful because the docs are.
pub(super) fn complexity_allowance<'t>(types: impl Iterator<Item = &'t Type>) -> TokenStream {
    let (mut deep, mut boxed_items, mut boxed_collections, mut boxed_boxes) =
        (false, false, false, false);
    for ty in types {
        deep |= depth(ty) > 3;
        visit(ty, &mut |ty| match ty {
            Type::List(item) => boxed_items |= matches!(**item, Type::Boxed(_)),
            Type::Boxed(inner) => {
                boxed_collections |= matches!(
                    **inner,
                    Type::List(_) | Type::Map(_) | Type::String | Type::Bytes
                );
                boxed_boxes |= matches!(**inner, Type::Boxed(_));
            }
            _ => {}
        });
    }
    let lints = [
        (deep, "type_complexity"),
        (boxed_items, "vec_box"),
        (boxed_collections, "box_collection"),
        (boxed_boxes, "redundant_allocation"),
    ];
    let lints: Vec<_> = lints
        .iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, lint)| format_ident!("{lint}"))
        .collect();
    if lints.is_empty() {
        return TokenStream::new();
    }
    quote!(#[allow(#(clippy::#lints,)* reason = "the docs nest it so")])
}

fn depth(ty: &Type) -> usize {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            1 + depth(inner)
        }
        _ => 0,
    }
}

fn visit(ty: &Type, seen: &mut impl FnMut(&Type)) {
    seen(ty);
    if let Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) = ty {
        visit(inner, seen);
    }
}

/// A name as an identifier. What cannot stand in one becomes `_`.
pub(super) fn ident(name: &str) -> Ident {
    if let Ok(ident) = syn::parse_str::<Ident>(name) {
        return ident;
    }
    let mut kept: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    kept.insert(0, '_');
    if kept == "_" {
        kept.push('_');
    }
    Ident::new(&kept, Span::call_site())
}

/// A name without `r#`.
pub(super) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
