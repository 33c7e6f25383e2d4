//! Flags: named bits of one integer.

use std::collections::BTreeMap;

use super::enums::pages;
use crate::claim::ValuesClaim;
use crate::model::{Flag, Flags};
use crate::resolve::catalog::Entry;
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::names::rust::{self, Scope};

/// The flags that an entry's pages list; `None` where it is an enum, or a value is no number.
pub(crate) fn of(cx: &Context<'_>, entry: &Entry<'_>) -> Option<Flags> {
    let claims: Vec<&ValuesClaim> = pages(entry).map(|(_, values)| values).collect();
    if !claims.iter().any(|claim| claim.are_flags) {
        return None;
    }
    let mut flags: Vec<Flag> = Vec::new();
    let mut known: BTreeMap<(u64, String), usize> = BTreeMap::new();
    let mut scope = Scope::default();
    for value in claims.iter().flat_map(|claim| &claim.values) {
        let bits: u64 = value.value.value.parse().ok()?;
        let name = rust::flag_name(value.name.as_deref().unwrap_or_default(), bits);
        let listed = statement(cx.files, value.value.place, &name, true);
        let at = *known.entry((bits, name)).or_insert_with_key(|(_, name)| {
            flags.push(Flag {
                name: scope.take([name.clone()]),
                bits,
                evidence: Vec::new(),
            });
            flags.len() - 1
        });
        flags[at].evidence.push(listed);
    }
    Some(Flags { flags })
}
