//! Enums as tables: their values, written for the macros `text_enum!` and `integer_enum!`.

use proc_macro2::Literal;

use super::invocation;
use crate::emit::ident::ident;
use crate::model::{Enum, EnumScalar};

/// The invocation of an enum's macro.
pub(crate) fn text(name: &str, enumeration: &Enum) -> String {
    let mut lines: Vec<String> = enumeration
        .values
        .iter()
        .map(|value| {
            let variant = ident(&value.name);
            match value.value.as_str() {
                Some(text) => format!("{variant} = {},", Literal::string(text)),
                None => format!("{variant} = {},", value.value),
            }
        })
        .collect();
    lines.extend(
        enumeration
            .unknown
            .iter()
            .map(|unknown| format!(".. {}", ident(unknown))),
    );
    invocation(macro_of(enumeration), name, &lines)
}

/// The macro of an enum.
pub(crate) fn macro_of(enumeration: &Enum) -> &'static str {
    match enumeration.scalar {
        EnumScalar::String => "text_enum",
        EnumScalar::Integer => "integer_enum",
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::emit::testing::color;
    use crate::model::{Enum, EnumScalar, EnumValue, Kind};

    #[test]
    fn texts_and_integers_have_a_macro_each() {
        let Kind::Enum(color) = color(Some("Other")).kind else {
            panic!("an enum");
        };
        let expected = r#"text_enum! {
    Color {
        Red = "red",
        Green = "green",
        .. Other
    }
}
"#;
        assert_eq!(text("Color", &color), expected);
        let level = Enum {
            scalar: EnumScalar::Integer,
            values: vec![EnumValue {
                name: "Low".to_owned(),
                value: (-1).into(),
                evidence: Vec::new(),
            }],
            unknown: None,
            constant: false,
        };
        let expected = "integer_enum! {\n    Level {\n        Low = -1,\n    }\n}\n";
        assert_eq!(text("Level", &level), expected);
    }
}
