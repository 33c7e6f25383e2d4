//! Where inside a value decoding failed.
//!
//! Errors pass through here only when there is one, so a good parse pays nothing. What the parser
//! itself reports, the end of the input or a syntax error, keeps its kind and is not touched. Formats
//! make errors of the data too, in serde's words, and no type tells one from the other: serde's words
//! do. Errors that are made here, and those of types that only serde reads, begin with a path.

use std::fmt::{self, Display};

use serde::de::Error;

/// What messages begin with that speak of the data: serde's own words and ours.
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

/// A path without a step.
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

/// The error of a type that only serde reads: whatever it begins with, it is of the data.
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

/// What follows the beginning of a path.
fn path(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("at `")?;
    // What a user's type says may begin so too: ``at `noon` there is none``.
    rest.contains("`: ").then_some(rest)
}

/// An error of a value that a type does not take.
pub fn invalid<E: Error>(what: impl Display) -> E {
    E::custom(Invalid(what))
}

/// What is wrong with a value that a type does not take.
pub struct Invalid<T>(pub T);

impl<T: Display> Display for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid value: {}", self.0)
    }
}
