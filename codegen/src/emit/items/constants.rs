//! The only values of fields, which `new` fills in.

use proc_macro2::Literal;

use super::scope::Scope;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::emit::plan::construction::Constant;

/// A constant as an expression.
pub(crate) fn expression(scope: Scope, constant: Constant) -> String {
    let number = || scope.import("crate::Number");
    match constant {
        Constant::Variant(path, variant) => format!("{}::{}", scope.path(path), ident(variant)),
        Constant::Boolean(value) => value.to_string(),
        Constant::Int32(value) => value.to_string(),
        Constant::Int64(value) => value.to_string(),
        Constant::Float(value) => Literal::f64_unsuffixed(value).to_string(),
        Constant::Fraction(value) => {
            let value = Literal::f64_unsuffixed(value);
            format!("{}::from_f64({value}).unwrap_or_default()", number())
        }
        Constant::Whole(value) => format!("{}::from({value}i64)", number()),
        Constant::Text(text) => {
            let string = scope.prelude("std::string::String");
            format!("{string}::from({})", literal(text))
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
        let written = |constant| expression(Scope::new(&cx, None), constant);
        let color = ModelPath::new(None, "Color");
        assert_eq!(written(Constant::Variant(&color, "Red")), "Color::Red");
        assert_eq!(written(Constant::Int64(-7)), "-7");
        assert_eq!(written(Constant::Float(3.0)), "3.0");
        assert_eq!(written(Constant::Whole(3)), "crate::Number::from(3i64)");
        assert_eq!(written(Constant::Text("a\"b")), r#"String::from("a\"b")"#);
    }
}
