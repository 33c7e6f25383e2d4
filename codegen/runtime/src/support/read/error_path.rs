//! The path in errors: where inside a value reading failed.
//!
//! Only errors pass through here, so that reading without errors costs nothing. Errors of the
//! parser, such as the end of the input or a syntax error, are not changed and keep their kind.
//! Formats also create errors about the data. No type distinguishes the two, but errors about the
//! data begin with words of serde. Errors made here, and those of types that only serde reads,
//! begin with a path.

use std::fmt::{self, Display};

use serde::de::Error;

/// The beginnings of messages about the data: serde's and ours.
const OF_DATA: &[&str] = &[
    "union ",
    "invalid type: ",
    "invalid value: ",
    "invalid length ",
    "unknown variant ",
    "unknown field ",
    "missing field ",
    "duplicate field ",
];

/// The empty path.
const NOWHERE: &str = "at ``: ";

/// The error of a field's value, with the field's name before its path: `` at `port`: … ``.
#[cold]
pub fn in_field<E: Error>(field: &str, error: E) -> E {
    in_step(&Step::Field(field), error)
}

/// The error of a list's item, with its index before its path: `` at `[2]`: … ``.
#[cold]
pub fn in_item<E: Error>(index: usize, error: E) -> E {
    in_step(&Step::Item(index), error)
}

/// The error of a map's value, with its key before its path: `` at `["eu"]`: … ``.
#[cold]
pub fn in_entry<E: Error>(key: &str, error: E) -> E {
    in_step(&Step::Entry(key), error)
}

/// The error of a union's variant, with both names before it: `` union Shape read as Circle: … ``.
#[cold]
pub fn in_variant<E: Error>(union: &str, variant: &str, error: E) -> E {
    let message = error.to_string();
    if is_of_data(&message) {
        let message = message.strip_prefix(NOWHERE).unwrap_or(&message);
        E::custom(format_args!("union {union} read as {variant}: {message}"))
    } else {
        error
    }
}

/// The error of a type that only serde reads: it is about the data, whatever its first words are.
#[cold]
pub fn of_foreign<E: Error>(error: impl Display) -> E {
    let message = error.to_string();
    if is_of_data(&message) {
        E::custom(message)
    } else {
        E::custom(format_args!("{NOWHERE}{message}"))
    }
}

enum Step<'a> {
    Field(&'a str),
    Item(usize),
    Entry(&'a str),
}

fn in_step<E: Error>(step: &Step, error: E) -> E {
    let message = error.to_string();
    if !is_of_data(&message) {
        return error;
    }
    let (dot, rest) = match path(&message) {
        Some(rest) if rest.starts_with(['[', '`']) => ("", rest.to_owned()),
        Some(rest) => (".", rest.to_owned()),
        None => ("", format!("`: {message}")),
    };
    match step {
        Step::Field(name) => E::custom(format_args!("at `{name}{dot}{rest}")),
        Step::Entry(key) => E::custom(format_args!("at `[{key:?}]{dot}{rest}")),
        Step::Item(index) => E::custom(format_args!("at `[{index}]{dot}{rest}")),
    }
}

fn is_of_data(message: &str) -> bool {
    path(message).is_some() || OF_DATA.iter().any(|start| message.starts_with(start))
}

/// The rest of a message after the beginning of a path.
fn path(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("at `")?;
    // What a user's type says may begin so too: ``at `noon` there is none``.
    rest.contains("`: ").then_some(rest)
}

/// The error for a value that a type does not accept.
pub fn invalid<E: Error>(what: impl Display) -> E {
    E::custom(Invalid(what))
}

/// Displays what is wrong with a value that a type does not accept.
pub struct Invalid<T>(pub T);

impl<T: Display> Display for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid value: {}", self.0)
    }
}
