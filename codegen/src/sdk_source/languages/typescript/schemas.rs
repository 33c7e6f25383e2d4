//! Schemas of zod: what is read from the wire (inbound) and what is written to it (outbound).

use std::collections::BTreeMap;
use std::ops::Range;

use super::keys::{self, Entry};
use super::unions;
use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::tokens::Tokens;

/// Which way a schema translates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// From the wire: its keys are the wire's.
    Inbound,
    /// To the wire: its keys are the names of members.
    Outbound,
}

/// A member as one schema has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Member {
    key: String,
    constant: Option<Const>,
    line: usize,
}

/// The members of each model of a file, by schema and name.
#[derive(Default)]
pub(super) struct Schemas {
    found: BTreeMap<String, BTreeMap<(String, Side), Member>>,
}

/// The model and side that a constant's name means: `Order$inboundSchema`, or `inboundSchema` in the
/// namespace `Order$`.
pub(super) fn named<'t>(name: &'t str, namespace: &'t str) -> Option<(&'t str, Side)> {
    let sides = [
        ("inboundSchema", Side::Inbound),
        ("outboundSchema", Side::Outbound),
    ];
    sides.into_iter().find_map(|(suffix, side)| {
        let before = name.strip_suffix(suffix)?;
        let model = if before.is_empty() { namespace } else { before };
        let model = model.strip_suffix('$')?;
        (!model.is_empty()).then_some((model, side))
    })
}

impl Schemas {
    /// Reads a schema of a model.
    pub fn read(
        &mut self,
        tokens: &Tokens<'_>,
        model: &str,
        side: Side,
        value: Range<usize>,
        out: &mut Gathered,
    ) {
        let Some(call) = outermost(tokens, value.clone()) else {
            return;
        };
        let arguments = call.open + 1..tokens.closing(call.open).min(value.end);
        match call.name {
            "object" | "strictObject" | "looseObject" if tokens.is(arguments.start, "{") => {
                let body = arguments.start + 1..tokens.closing(arguments.start);
                let entries = keys::entries(tokens, body);
                let renamed = keys::renamed(tokens, arguments.end..value.end);
                self.members(model, side, entries, &renamed, out);
            }
            "discriminatedUnion" => unions::by_key(tokens, model, arguments, out),
            "union" | "smartUnion" => unions::by_constants(tokens, model, arguments, out),
            _ => {}
        }
    }

    fn members(
        &mut self,
        model: &str,
        side: Side,
        entries: Vec<Entry>,
        renamed: &BTreeMap<String, Option<String>>,
        out: &mut Gathered,
    ) {
        let members = self.found.entry(model.to_owned()).or_default();
        for Entry {
            name,
            constant,
            line,
        } in entries
        {
            // `request$` and the like are the SDK's own, and a map of other keys has none.
            if name.ends_with('$') {
                continue;
            }
            let other = match renamed.get(&name) {
                Some(None) => {
                    out.keyless(model, &name, line);
                    continue;
                }
                Some(Some(other)) => other.clone(),
                None => name.clone(),
            };
            let (member, key) = match side {
                Side::Inbound => (other, name),
                Side::Outbound => (name, other),
            };
            let found = Member {
                key,
                constant,
                line,
            };
            members.entry((member, side)).or_insert(found);
        }
    }

    /// Says what the schemas of the file agree on. Where the two sides of a model have different
    /// keys, both are said, and so neither is taken.
    pub fn finish(self, out: &mut Gathered) {
        for (model, members) in self.found {
            let mut members = members.into_iter().peekable();
            while let Some(((name, _), member)) = members.next() {
                let other = members.next_if(|((other, _), _)| *other == name);
                let constant = match &other {
                    Some((_, other)) if other.constant != member.constant => None,
                    _ => member.constant,
                };
                if let Some((_, other)) = other.filter(|(_, other)| other.key != member.key) {
                    out.field(&model, &name, other.key, constant.clone(), other.line);
                }
                out.field(&model, &name, member.key, constant, member.line);
            }
        }
    }
}

/// A call: its last word, and its opening bracket.
pub(super) struct Call<'t> {
    pub name: &'t str,
    pub open: usize,
}

/// The call that makes a schema, without the wrappers that change nothing about its keys:
/// `z.lazy(() => z.object({…}))`.
pub(super) fn outermost<'t>(tokens: &Tokens<'t>, value: Range<usize>) -> Option<Call<'t>> {
    let mut at = value.start;
    loop {
        while at < value.end && !tokens.is(at, "(") {
            at += 1;
        }
        if at >= value.end {
            return None;
        }
        let name = tokens.word(at.checked_sub(1)?)?;
        let is_wrapper =
            matches!(name, "lazy" | "pipe") || name.trim_end_matches('$') == "collectExtraKeys";
        if !is_wrapper {
            return Some(Call { name, open: at });
        }
        at += 1;
        // The arrow of `() => z.object({…})`.
        if tokens.are(at, &["(", ")", "=", ">"]) {
            at += 4;
        }
    }
}
