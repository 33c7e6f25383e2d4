//! Enums as tables: their values, written for the macro `enumeration!`.

use super::invocation;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::model::{Enum, EnumScalar};

/// The invocation of `enumeration!` for an enum.
pub(crate) fn text(name: &str, enumeration: &Enum) -> String {
    let mut lines: Vec<String> = enumeration
        .values
        .iter()
        .map(|value| {
            let variant = ident(&value.name);
            match value.value.as_str() {
                Some(text) => format!("{variant} = {},", literal(text)),
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
    let scalar = match enumeration.scalar {
        EnumScalar::String => "text",
        EnumScalar::Integer => "integer",
    };
    invocation("enumeration", &format!("{scalar} {name}"), &lines)
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::emit::testing::color;
    use crate::model::{Enum, EnumScalar, EnumValue, Kind};

    #[test]
    fn the_kind_of_scalar_is_said() {
        let Kind::Enum(color) = color(Some("Other")).kind else {
            panic!("an enum");
        };
        let expected = r#"enumeration! {
    text Color {
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
        let expected = "enumeration! {\n    integer Level {\n        Low = -1,\n    }\n}\n";
        assert_eq!(text("Level", &level), expected);
    }
}
