//! The only values of fields, which `new` fills in.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::Scope;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::emit::plan::construction::Constant;

/// A constant as an expression.
pub(crate) fn expression(scope: Scope, constant: Constant) -> TokenStream {
    let number = || scope.import("crate::Number");
    match constant {
        Constant::Variant(path, variant) => {
            let path = scope.path(path);
            let variant = ident(variant);
            quote!(#path::#variant)
        }
        Constant::Boolean(value) => quote!(#value),
        Constant::Int32(value) => {
            let value = Literal::i32_unsuffixed(value);
            quote!(#value)
        }
        Constant::Int64(value) => {
            let value = Literal::i64_unsuffixed(value);
            quote!(#value)
        }
        Constant::Float(value) => {
            let value = Literal::f64_unsuffixed(value);
            quote!(#value)
        }
        Constant::Fraction(value) => {
            let value = Literal::f64_unsuffixed(value);
            let number = number();
            quote!(#number::from_f64(#value).unwrap_or_default())
        }
        Constant::Whole(value) => {
            let value = Literal::i64_suffixed(value);
            let number = number();
            quote!(#number::from(#value))
        }
        Constant::Text(text) => {
            let string = scope.prelude("std::string::String");
            let text = literal(text);
            quote!(#string::from(#text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::plan::Context;
    use crate::emit::testing::{api, color};
    use crate::model::ModelPath;

    #[test]
    fn a_value_is_written_as_its_type_takes_it() {
        let api = api(vec![color(None)]);
        let cx = Context::new(&api);
        let written = |constant| {
            let tokens = expression(Scope::new(&cx, None), constant);
            tokens.to_string().replace(' ', "")
        };
        let color = ModelPath::new(None, "Color");
        assert_eq!(written(Constant::Variant(&color, "Red")), "Color::Red");
        assert_eq!(written(Constant::Int64(-7)), "-7");
        assert_eq!(written(Constant::Float(3.0)), "3.0");
        assert_eq!(written(Constant::Whole(3)), "crate::Number::from(3i64)");
        assert_eq!(written(Constant::Text("a\"b")), r#"String::from("a\"b")"#);
    }
}
