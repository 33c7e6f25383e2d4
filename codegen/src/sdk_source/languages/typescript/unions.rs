//! Unions of schemas whose members are told apart by a key.

use std::ops::Range;

use super::{keys, schemas};
use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::tokens::Tokens;

/// `discriminatedUnion("type", { card: Card$inboundSchema, … })`.
pub(super) fn by_key(
    tokens: &Tokens<'_>,
    union: &str,
    arguments: Range<usize>,
    out: &mut Gathered,
) {
    let Some(key) = tokens.text(arguments.start) else {
        return;
    };
    let open = arguments.start + 2;
    if !tokens.are(open - 1, &[",", "{"]) {
        return;
    }
    for (value, at) in keys::properties(tokens, open + 1..tokens.closing(open)) {
        if let Some(member) = schema(tokens, at, tokens.closing(open)) {
            out.variant(union, member, &key, Const::String(value), tokens.line(at));
        }
    }
}

/// `z.union([Card$inboundSchema.and(z.object({ type: z.literal("card") })), …])`.
pub(super) fn by_constants(
    tokens: &Tokens<'_>,
    union: &str,
    arguments: Range<usize>,
    out: &mut Gathered,
) {
    if !tokens.is(arguments.start, "[") {
        return;
    }
    let list = arguments.start + 1..tokens.closing(arguments.start);
    let mut at = list.start;
    while at < list.end {
        let start = at;
        while at < list.end && !tokens.is(at, ",") {
            at = tokens.behind(at);
        }
        if let Some(member) = schema(tokens, start, at) {
            for (key, value, line) in constants(tokens, start..at) {
                out.variant(union, member, &key, value, line);
            }
        }
        at += 1;
    }
}

/// The model whose schema an expression starts with: `components.Card$inboundSchema`, or
/// `Card$.inboundSchema` in older SDKs.
fn schema<'t>(tokens: &Tokens<'t>, start: usize, end: usize) -> Option<&'t str> {
    const PATH: &[&str] = &["(", ")", ".", "=", ">"];
    let mut namespace = "";
    for at in start..end {
        match tokens.word(at) {
            Some(word) => match schemas::named(word, namespace) {
                Some((model, _)) => return Some(model),
                None => namespace = word,
            },
            None if PATH.contains(&tokens.raw(at)) => {}
            None => return None,
        }
    }
    None
}

/// The constants that `.and(z.object({…}))` adds to a schema.
fn constants(tokens: &Tokens<'_>, item: Range<usize>) -> Vec<(String, Const, usize)> {
    let mut found = Vec::new();
    let mut at = item.start;
    while at < item.end {
        let is_and = tokens.are(at, &[".", "and", "("]);
        if is_and && tokens.are(at + 4, &[".", "object", "(", "{"]) {
            let open = at + 7;
            for entry in keys::entries(tokens, open + 1..tokens.closing(open)) {
                if let Some(value) = entry.constant {
                    found.push((entry.name, value, entry.line));
                }
            }
        }
        at = if is_and { at + 2 } else { at + 1 };
        at = if is_and { tokens.behind(at) } else { at };
    }
    found
}
