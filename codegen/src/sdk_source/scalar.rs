//! Scalar constants in source.

use super::tokens::{Kind, Tokens};
use crate::claim::Const;

/// The scalar that starts at a token, and the token behind it.
pub(crate) fn scalar(tokens: &Tokens<'_>, at: usize) -> Option<(Const, usize)> {
    match tokens.kind(at)? {
        Kind::Text => Some((Const::String(tokens.text(at)?.into_owned()), at + 1)),
        Kind::Number => Some((number(tokens.raw(at))?, at + 1)),
        Kind::Sign if tokens.is(at, "-") && tokens.kind(at + 1) == Some(Kind::Number) => {
            let digits = format!("-{}", tokens.raw(at + 1));
            Some((number(&digits)?, at + 2))
        }
        Kind::Word => match tokens.raw(at) {
            "true" | "True" => Some((Const::Boolean(true), at + 1)),
            "false" | "False" => Some((Const::Boolean(false), at + 1)),
            _ => None,
        },
        Kind::Sign => None,
    }
}

/// The scalar that a text is as JSON.
pub(crate) fn json(text: &str) -> Option<Const> {
    match serde_json::from_str(text).ok()? {
        serde_json::Value::String(text) => Some(Const::String(text)),
        serde_json::Value::Bool(flag) => Some(Const::Boolean(flag)),
        serde_json::Value::Number(_) => Some(Const::Number(text.trim().to_owned())),
        _ => None,
    }
}

/// A number as JSON writes it; the suffixes of C# and Java (`1L`, `2.5m`) are none.
fn number(digits: &str) -> Option<Const> {
    let plain = digits.trim_end_matches(|c: char| "fFdDlLmMuU".contains(c));
    match json(plain)? {
        Const::Number(number) => Some(Const::Number(number)),
        _ => None,
    }
}
