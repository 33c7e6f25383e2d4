//! Fields that can have only one value, which `new` fills in.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::structs::Writer;
use crate::emit::ident::ident;
use crate::model::{Enum, Field, Kind, Type};

impl Writer<'_> {
    /// The value of a field that can have only one.
    pub(crate) fn constant(&self, field: &Field) -> Option<TokenStream> {
        let value = field.only_value();
        match (self.cx.resolve(&field.ty.value), value) {
            (Type::Model(path), _) => {
                let Kind::Enum(constant) = &self.cx.model(path)?.kind else {
                    return None;
                };
                let variant = ident(constant_variant(constant, value)?);
                let path = self.cx.path(path, self.module);
                Some(quote!(#path::#variant))
            }
            (Type::Boolean, Some(Value::Bool(value))) => Some(quote!(#value)),
            (Type::Int32, Some(Value::Number(number))) => {
                let value = Literal::i32_unsuffixed(i32::try_from(number.as_i64()?).ok()?);
                Some(quote!(#value))
            }
            (Type::Int64, Some(Value::Number(number))) => {
                let value = Literal::i64_unsuffixed(number.as_i64()?);
                Some(quote!(#value))
            }
            (Type::Float32 | Type::Float64, Some(Value::Number(number))) => {
                let value = Literal::f64_unsuffixed(number.as_f64()?);
                Some(quote!(#value))
            }
            (Type::Number, Some(Value::Number(value))) => Some(if value.is_f64() {
                let value = Literal::f64_unsuffixed(value.as_f64()?);
                let number = self.cx.import("crate::Number", self.module);
                quote!(#number::from_f64(#value).unwrap_or_default())
            } else {
                let value = Literal::i64_suffixed(value.as_i64()?);
                let number = self.cx.import("crate::Number", self.module);
                quote!(#number::from(#value))
            }),
            (Type::String, Some(Value::String(text))) => {
                let string = self.cx.prelude("std::string::String", self.module);
                Some(quote!(#string::from(#text)))
            }
            _ => None,
        }
    }
}

/// The variant of the field's constant, or of an enum that is a constant.
fn constant_variant<'e>(constant: &'e Enum, value: Option<&Value>) -> Option<&'e str> {
    let values = &constant.values;
    match value {
        Some(value) => values.iter().find(|known| known.value == *value),
        None if constant.constant && values.len() == 1 => values.first(),
        None => None,
    }
    .map(|value| value.name.as_str())
}
