//! Unions: from members to variants.

use super::enums;
use super::field::held;
use super::lower::{Lowering, Spot};
use super::variants::{of, widest};
use crate::claim::{Body, TypeShape};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Kind, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::linked::{LinkedType, once};
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::source::Place;

/// The union that an entry's pages list; an alias if they list one type only, an enum if all are
/// strings.
pub(crate) fn build(
    cx: &Context<'_>,
    index: EntryId,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog[index];
    let mut joined: Option<LinkedType> = None;
    let mut said: Vec<(Place, LinkedType)> = Vec::new();
    for witness in &entry.witnesses {
        let Body::Members(members) = &witness.claim.body else {
            continue;
        };
        let mut linked: Vec<LinkedType> = Vec::new();
        for (member, ty) in members.iter().zip(cx.catalog.types(witness)) {
            // A stream of events is no JSON value.
            let is_json = member.value != TypeShape::RawResponse;
            if is_json && *ty != LinkedType::Model(index) {
                linked.push(ty.clone());
            }
        }
        let linked = once(linked);
        let union = match linked.as_slice() {
            // A union of one union is that one, whose members another language lists.
            [only @ LinkedType::Model(inner)] if is_union(cx, *inner) => only.clone(),
            _ => LinkedType::Union(linked),
        };
        let known = joined.take().unwrap_or_else(|| union.clone());
        let both = known.join(&union, &cx.catalog);
        joined = Some(both.unwrap_or_else(|| held::by_union(&[&known, &union])));
        said.push((witness.claim.name.place, union));
    }
    warn(cx, entry, &said, diagnostics);
    let members = match joined {
        Some(LinkedType::Union(members)) => members,
        Some(other) => vec![other],
        None => Vec::new(),
    };
    if let Some(values) = enums::of_strings(&cx.catalog, &members) {
        return Kind::Enum(values);
    }
    let mut types: Vec<Type> = Vec::new();
    for (nth, member) in members.iter().enumerate() {
        let at = entry
            .witnesses
            .first()
            .map(|witness| witness.claim.name.place);
        let Some(at) = at.map(|place| statement(cx.files, place, &entry.title, true)) else {
            break;
        };
        let field = format!("member{}", nth + 1);
        let ty = lowering.lower(
            member,
            Spot {
                owner: &entry.path,
                field: &field,
                at: &at,
            },
        );
        types.push(ty);
    }
    match <[Type; 1]>::try_from(widest(once(types))) {
        Ok([only]) => Kind::Alias(crate::model::Alias { ty: only }),
        Err(types) => Kind::Union(of(types)),
    }
}

/// Warns if each of two pages lists a member that the other lacks: the union has both.
fn warn(
    cx: &Context<'_>,
    entry: &Entry<'_>,
    said: &[(Place, LinkedType)],
    diagnostics: &mut Diagnostics,
) {
    let Some(((place, first), rest)) = said.split_first() else {
        return;
    };
    let agrees = |union: &LinkedType| first.join(union, &cx.catalog).is_some();
    let Some((other, union)) = rest.iter().find(|(_, union)| !agrees(union)) else {
        return;
    };
    let message = format!("pages disagree about the members of `{}`", entry.title);
    let words = |union: &LinkedType| format!("{} here", union.words(&cx.catalog));
    diagnostics.push(
        Diagnostic::warning(Topic::Members, *place, message)
            .label(words(first))
            .related(*other, words(union))
            .hint("the union has the members of all pages; use pages of the same version"),
    );
}

fn is_union(cx: &Context<'_>, entry: EntryId) -> bool {
    cx.catalog[entry].has(|body| matches!(body, Body::Members(_)))
}
