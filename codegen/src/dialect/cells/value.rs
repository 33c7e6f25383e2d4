//! One value of an enum in a cell or list.

use crate::literal::Literal;

/// What a text such as `"a"`, `'a'`, `-1` or `True` stands for; `None` for a bare word.
pub(crate) fn literal(text: &str) -> Option<Literal> {
    let quoted = |quote| text.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(plain) = quoted('"').or_else(|| quoted('\'')) {
        let read = serde_json::from_str(text).unwrap_or_else(|_| plain.to_owned());
        return Some(Literal::String(read));
    }
    match text {
        "True" | "true" => Some(Literal::Bool(true)),
        "False" | "false" => Some(Literal::Bool(false)),
        _ => is_number(text).then(|| Literal::Number(text.to_owned())),
    }
}

/// Whether a text is a number as JSON writes it.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_tell_text_from_numbers() {
        let string = |text: &str| Some(Literal::String(text.to_owned()));
        assert_eq!(literal("\"1\""), string("1"));
        assert_eq!(literal("'it'"), string("it"));
        assert_eq!(literal("\"\\\"\""), string("\""));
        assert_eq!(literal("-1.5"), Some(Literal::Number("-1.5".to_owned())));
        assert_eq!(literal("False"), Some(Literal::Bool(false)));
        for text in ["a", "", "--1", "-", "inf", "\"a'"] {
            assert_eq!(literal(text), None, "{text}");
        }
    }
}
