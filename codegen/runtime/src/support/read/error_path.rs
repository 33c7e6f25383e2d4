//! The path in errors: where inside a value reading failed.
//!
//! Only errors pass through here, so that reading without errors costs nothing. Errors of the
//! parser, such as the end of the input or a syntax error, are not changed and keep their kind.
//! Formats also create errors about the data. No type distinguishes the two, but errors about the
//! data begin with words of serde. Errors made here, and those of types that only serde reads,
//! begin with a path.

use std::cell::Cell;
use std::fmt::{self, Display};
use std::hash::{DefaultHasher, Hash, Hasher};

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

thread_local! {
    /// Attempts that are being made, one inside of another: nobody hears of their errors, which need
    /// no path.
    pub static UNHEARD: Cell<usize> = const { Cell::new(0) };
    /// Length and hash of the message that was given a path last. What a user's type says may begin as
    /// such a message does: ``at `noon`: there is none``.
    static TOLD: Cell<(usize, u64)> = const { Cell::new((0, 0)) };
}

fn hash(message: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    message.hash(&mut hasher);
    hasher.finish()
}

/// Whether it is the message that was given a path last. A format may have added its own place.
fn is_told(message: &str) -> bool {
    let (length, known) = TOLD.get();
    let begin = message.get(..length);
    length > 0 && begin.is_some_and(|begin| hash(begin) == known)
}

/// The error with a message that has a path.
fn told<E: Error>(message: String) -> E {
    TOLD.set((message.len(), hash(&message)));
    E::custom(message)
}

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
    if UNHEARD.get() > 0 {
        return error;
    }
    let message = error.to_string();
    if is_of_data(&message) {
        let message = message.strip_prefix(NOWHERE).unwrap_or(&message);
        told(format!("union {union} read as {variant}: {message}"))
    } else {
        error
    }
}

/// The error of a type that only serde reads: it is about the data, whatever its first words are.
#[cold]
pub fn of_foreign<E: Error>(error: impl Display) -> E {
    let message = error.to_string();
    // A model inside of the user's type has said where.
    if is_told(&message) || has_words_of_serde(&message) {
        E::custom(message)
    } else {
        told(format!("{NOWHERE}{message}"))
    }
}

enum Step<'a> {
    Field(&'a str),
    Item(usize),
    Entry(&'a str),
}

fn in_step<E: Error>(step: &Step, error: E) -> E {
    if UNHEARD.get() > 0 {
        return error;
    }
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
        Step::Field(name) => told(format!("at `{name}{dot}{rest}")),
        Step::Entry(key) => told(format!("at `[{key:?}]{dot}{rest}")),
        Step::Item(index) => told(format!("at `[{index}]{dot}{rest}")),
    }
}

fn is_of_data(message: &str) -> bool {
    path(message).is_some() || has_words_of_serde(message)
}

fn has_words_of_serde(message: &str) -> bool {
    OF_DATA.iter().any(|start| message.starts_with(start))
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
