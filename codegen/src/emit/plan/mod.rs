//! Types, and the paths by which modules reach each other's models.

pub(crate) mod known_values;
pub(crate) mod needs;
pub(crate) mod nesting;
pub(crate) mod scopes;
pub(crate) mod serde_only;
pub(crate) mod smallest_value;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::{self, ident};
use crate::model::{Api, Field, Kind, MapType, Model, ModelPath, Presence, Type};
use scopes::Scopes;
use serde_only::BySerde;

/// One API, and the answers to what emission asks about it.
pub(crate) struct Context<'a> {
    pub(crate) api: &'a Api,
    /// What only serde can read and write.
    pub(crate) by_serde: BySerde<'a>,
    scopes: Scopes<'a>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        Self {
            api,
            by_serde: BySerde::of(api),
            scopes: Scopes::of(api),
        }
    }

    /// A name of the prelude as code in the module `from`: bare, unless a model there has it too.
    pub(crate) fn prelude(&self, path: &'static str, from: Option<&str>) -> TokenStream {
        self.scopes.prelude(path, from)
    }

    /// As [`Context::prelude`], for what the module must import.
    pub(crate) fn import(&self, path: &'static str, from: Option<&str>) -> TokenStream {
        self.scopes.import(path, from)
    }

    /// What the code that was written for a module imports.
    pub(crate) fn imports(&self, module: &str) -> BTreeSet<&'static str> {
        self.scopes.imports(module)
    }

    /// The models that the crate has types for.
    pub(crate) fn emitted(&self) -> impl Iterator<Item = &'a Model> {
        self.api.models.values().filter(|model| model.emitted)
    }

    fn option(&self, inner: &TokenStream, from: Option<&str>) -> TokenStream {
        let option = self.prelude("std::option::Option", from);
        quote!(#option<#inner>)
    }

    /// The type as code in the module `from`.
    pub(crate) fn ty(&self, ty: &Type, from: Option<&str>) -> TokenStream {
        match ty {
            Type::Boolean => quote!(bool),
            Type::Int32 => quote!(i32),
            Type::Int64 => quote!(i64),
            Type::Float32 => quote!(f32),
            Type::Float64 => quote!(f64),
            Type::Number => self.import("crate::Number", from),
            Type::String | Type::Bytes => self.prelude("std::string::String", from),
            Type::DateTime if self.has_time() => self.import("crate::DateTime", from),
            Type::Date if self.has_time() => self.import("crate::Date", from),
            Type::DateTime | Type::Date => self.prelude("std::string::String", from),
            Type::Any => self.import("crate::Value", from),
            Type::List(item) => {
                let item = self.ty(item, from);
                let vec = self.prelude("std::vec::Vec", from);
                quote!(#vec<#item>)
            }
            Type::Map(value) => {
                let value = self.ty(value, from);
                let key = self.prelude("std::string::String", from);
                let map = match self.api.map {
                    MapType::Btree => self.import("std::collections::BTreeMap", from),
                    MapType::Index => self.import("indexmap::IndexMap", from),
                };
                quote!(#map<#key, #value>)
            }
            Type::Nullable(value) => self.option(&self.ty(value, from), from),
            Type::Boxed(value) => {
                let value = self.ty(value, from);
                let r#box = self.prelude("std::boxed::Box", from);
                quote!(#r#box<#value>)
            }
            Type::Model(path) => self.path(path, from),
            Type::Outside { path, .. } => ident::path(path),
        }
    }

    /// The type with what its presence puts around it.
    pub(crate) fn stored(&self, field: &Field, from: Option<&str>) -> TokenStream {
        let ty = self.ty(&field.ty.value, from);
        match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => self.option(&ty, from),
            Presence::OptionalNullable => {
                let maybe = self.import("crate::Maybe", from);
                quote!(#maybe<#ty>)
            }
        }
    }

    /// A model's path as code in the module `from`.
    pub(crate) fn path(&self, path: &ModelPath, from: Option<&str>) -> TokenStream {
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
    pub(crate) fn has_time(&self) -> bool {
        self.api.date_time.is_typed()
    }

    /// The type behind aliases and boxes.
    pub(crate) fn resolve<'t>(&self, ty: &'t Type) -> &'t Type
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

    pub(crate) fn model(&self, path: &ModelPath) -> Option<&'a Model> {
        self.api.models.get(path)
    }

    /// The type with all aliases and boxes gone, and with one spelling for what is one Rust type.
    pub(crate) fn canonical(&self, ty: &Type) -> Type {
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
            Type::Outside { path, .. } => Type::Outside {
                path: path.clone(),
                wire: Box::new(Type::Any),
            },
            other => other.clone(),
        }
    }

    /// Whether code that mentions the type mentions something deprecated.
    pub(crate) fn mentions_deprecated(&self, ty: &Type) -> bool {
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
pub(crate) const MAX_DEPTH: usize = 32;
