//! The keys of an object's schema, and what they are renamed to.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::claim::Const;
use crate::sdk_source::scalar::scalar;
use crate::sdk_source::tokens::{Kind, Tokens};

/// A key of `z.object({…})`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub name: String,
    /// Its only value: `z.literal("card")`.
    pub constant: Option<Const>,
    pub line: usize,
}

/// The keys between the braces of an object's schema.
pub(super) fn entries(tokens: &Tokens<'_>, body: Range<usize>) -> Vec<Entry> {
    let properties = properties(tokens, body).into_iter();
    properties
        .map(|(name, value)| Entry {
            constant: literal(tokens, value),
            line: tokens.line(value),
            name,
        })
        .collect()
}

/// The properties between the braces of an object: names, and where the values start.
pub(super) fn properties(tokens: &Tokens<'_>, body: Range<usize>) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut at = body.start;
    while at < body.end {
        if let Some((name, value)) = property(tokens, at) {
            found.push((name, value));
        }
        while at < body.end && !tokens.is(at, ",") {
            at = tokens.behind(at);
        }
        at += 1;
    }
    found
}

/// The name of the property that starts there, and where its value starts.
fn property(tokens: &Tokens<'_>, at: usize) -> Option<(String, usize)> {
    let (name, behind) = match tokens.kind(at)? {
        Kind::Word | Kind::Number => (tokens.raw(at).to_owned(), at + 1),
        Kind::Text => (tokens.text(at)?.into_owned(), at + 1),
        Kind::Sign if tokens.is(at, "[") && tokens.is(at + 2, "]") => {
            (tokens.text(at + 1)?.into_owned(), at + 3)
        }
        Kind::Sign => return None,
    };
    tokens.is(behind, ":").then_some((name, behind + 1))
}

/// The value of `z.literal("card")`, which may be wrapped: `z.optional(z.literal("card"))`.
pub(super) fn literal(tokens: &Tokens<'_>, mut at: usize) -> Option<Const> {
    let is_call =
        |at: usize, name: &str| tokens.word(at).is_some() && tokens.are(at + 1, &[".", name, "("]);
    while ["_default", "optional", "prefault"]
        .iter()
        .any(|name| is_call(at, name))
    {
        at += 4;
    }
    let (value, behind) = scalar(tokens, at + 4).filter(|_| is_call(at, "literal"))?;
    tokens.is(behind, ")").then_some(value)
}

/// What the names of an object become in what follows it: by `remap$(v, { "_id": "id" })`, or by
/// hand, as in older SDKs: `{ id: v._id }`. `None` for one that is no key.
pub(super) fn renamed(tokens: &Tokens<'_>, rest: Range<usize>) -> BTreeMap<String, Option<String>> {
    let mut renamed = BTreeMap::new();
    for at in rest.clone() {
        let is_remap = tokens
            .word(at)
            .is_some_and(|word| word.trim_end_matches('$') == "remap");
        if is_remap && tokens.are(at + 1, &["(", "v", ",", "{"]) {
            for (name, value) in properties(tokens, at + 5..tokens.closing(at + 4)) {
                if let Some(other) = tokens.text(value) {
                    renamed.insert(name, Some(other.into_owned()));
                } else if tokens.is(value, "null") {
                    renamed.insert(name, None);
                }
            }
        }
    }
    if !renamed.is_empty() {
        return renamed;
    }
    for at in rest {
        let Some((name, value)) = property(tokens, at).filter(|(_, value)| tokens.is(*value, "v"))
        else {
            continue;
        };
        let taken = if tokens.is(value + 1, ".") {
            tokens.word(value + 2).map(str::to_owned)
        } else if tokens.is(value + 1, "[") {
            tokens.text(value + 2).map(Into::into)
        } else {
            None
        };
        if let Some(taken) = taken {
            renamed.insert(taken, Some(name));
        }
    }
    renamed
}
