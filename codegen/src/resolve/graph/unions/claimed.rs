//! Tags by claims: pages or sources name the value of each member.

use serde_json::Value;

use super::Decided;
use super::members::{self, Members};
use crate::claim::{Spelling, TagClaim};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::fold::{fold_name, same_name};
use crate::map::IndexMap;
use crate::model::{Evidence, Fact, Field, Rule, Tag, Type};
use crate::resolve::context::Context;
use crate::resolve::decision::statement;

/// What APIs call the key that says what an object is, the most usual first. They decide between
/// keys for which nothing else speaks.
pub(crate) const USUAL: &[&str] = &["type", "kind", "object", "category", "discriminator"];

/// A claim about a variant.
struct Claimed<'c> {
    variant: usize,
    claim: &'c TagClaim,
}

/// All claims about a union's members.
fn claims<'c>(cx: &'c Context<'_>, members: &Members<'_>) -> Vec<Claimed<'c>> {
    let Some(entry) = cx.catalog.of_path(&members.model.path) else {
        return Vec::new();
    };
    let claims = entry.witnesses.iter().flat_map(|it| &it.claim.tags);
    let of_variant = |claim: &'c TagClaim| {
        let by_model = || {
            let entry = cx.catalog.named(&claim.member)?;
            members.of_model(&cx.catalog[entry].path)
        };
        let variant = members.named(&claim.member).or_else(by_model)?;
        Some(Claimed { variant, claim })
    };
    claims.filter_map(of_variant).collect()
}

/// The key that pages or sources name, with values as they are on the wire.
pub(crate) fn exact(cx: &Context<'_>, members: &Members<'_>) -> Option<Decided> {
    let claims = claims(cx, members);
    let mut keys: IndexMap<&str, Vec<&Claimed<'_>>> = IndexMap::default();
    for claimed in &claims {
        if let (Some(key), Spelling::Exact) = (&claimed.claim.key, claimed.claim.spelling) {
            keys.entry(key).or_default().push(claimed);
        }
    }
    let mut best: Option<(&str, Vec<&Claimed<'_>>)> = None;
    for (key, claims) in keys {
        if best
            .as_ref()
            .is_none_or(|(_, most)| claims.len() > most.len())
        {
            best = Some((key, claims));
        }
    }
    let (key, claims) = best?;
    let path = vec![key.to_owned()];
    let mut given: Vec<Option<Vec<Value>>> = vec![None; members.variants.len()];
    for claimed in &claims {
        let value = typed(members, claimed, &path);
        let values = given[claimed.variant].get_or_insert_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
    if given.iter().flatten().count() < 2 {
        return None;
    }
    let tag = Tag {
        path,
        recased: false,
    };
    Some(Decided {
        tag: fact(cx, tag, Rule::TagNamed, &claims),
        given,
        lists: 0,
    })
}

/// The value of a claim as the member's own field has it: `1` and `"1"` are spelt alike.
fn typed(members: &Members<'_>, claimed: &Claimed<'_>, path: &[String]) -> Value {
    let text = claimed.claim.value.value.as_str();
    for object in &members.variants[claimed.variant] {
        let known = members::values_at(members.models, object.object, path);
        for value in known.into_iter().flatten() {
            let spelt = match value {
                Value::String(text) => text.clone(),
                value => value.to_string(),
            };
            if spelt == text {
                return value.clone();
            }
        }
        let field = path.first();
        let field = field.and_then(|key| members::field_of(object.object, key));
        let is_text = field.is_none_or(|field| matches!(field.ty.value, Type::String));
        if !is_text
            && let Ok(value @ (Value::Bool(_) | Value::Number(_))) = serde_json::from_str(text)
        {
            return value;
        }
    }
    text.into()
}

/// The required text of all members, where pages name its values in the SDK's language.
pub(crate) fn recased(
    cx: &Context<'_>,
    members: &Members<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Decided> {
    let claims: Vec<Claimed<'_>> = claims(cx, members)
        .into_iter()
        .filter(|it| it.claim.key.is_none() && !members.variants[it.variant].is_empty())
        .collect();
    let mut given: Vec<Option<Vec<Value>>> = vec![None; members.variants.len()];
    for claimed in &claims {
        let values = given[claimed.variant].get_or_insert_default();
        let value = &claimed.claim.value.value;
        if !values
            .iter()
            .any(|known| same_name(known.as_str().unwrap_or_default(), value))
        {
            values.push(value.as_str().into());
        }
    }
    if given.iter().flatten().count() < 2 {
        return None;
    }
    let keys = keys(members, &given);
    let (key, best) = keys.first()?;
    let rivals = keys
        .iter()
        .filter(|(_, rank)| (rank.0, rank.1) == (best.0, best.1));
    let rivals: Vec<String> = rivals.map(|(key, _)| format!("`{key}`")).collect();
    let claims: Vec<&Claimed<'_>> = claims.iter().collect();
    if let (2.., 0, false) = (rivals.len(), best.0, best.1)
        && let Some(place) = cx.place_of(&members.model.path)
    {
        let title = &members.model.title;
        let message = format!("it is a guess that `{key}` tells the members of `{title}` apart");
        let label = format!("its values could be of {}", rivals.join(", "));
        let hint = format!("set `tag = {key:?}` in `[models.{title}]`, or another key");
        let warning = Diagnostic::warning(Topic::Variants, place, message);
        diagnostics.push(warning.label(label).hint(hint));
    }
    let tag = Tag {
        path: vec![key.clone()],
        recased: true,
    };
    Some(Decided {
        tag: fact(cx, tag, Rule::TagRecased, &claims),
        given,
        lists: 0,
    })
}

/// How much speaks for a key: how many members show their value there, and whether keys of such
/// values are usually called so; the more usual first.
type Rank = (usize, bool, usize);

/// The keys of text that all claimed members require, the best first; among equals in the order
/// of the first member's page.
fn keys(members: &Members<'_>, given: &[Option<Vec<Value>>]) -> Vec<(String, Rank)> {
    let mut counts: IndexMap<&str, (usize, usize)> = IndexMap::default();
    let mut objects = 0;
    for (variant, values) in given.iter().enumerate() {
        let Some(values) = values else { continue };
        for object in &members.variants[variant] {
            objects += 1;
            for field in &object.object.fields {
                if let Some(shows) = shows(members, field, values) {
                    let count = counts.entry(&field.wire_name.value).or_default();
                    *count = (count.0 + 1, count.1 + usize::from(shows));
                }
            }
        }
    }
    let all = counts
        .into_iter()
        .filter(|(_, (known, _))| *known == objects);
    let mut keys: Vec<(String, Rank)> = all
        .map(|(key, (_, shown))| {
            let usual = USUAL.iter().rev().position(|word| *word == fold_name(key));
            (key.to_owned(), (shown, usual.is_some(), usual.unwrap_or(0)))
        })
        .collect();
    keys.sort_by(|(_, one), (_, other)| other.cmp(one));
    keys
}

/// Whether a required text shows one of the values; `None` for what is no such text, or has other
/// values only.
fn shows(members: &Members<'_>, field: &Field, wanted: &[Value]) -> Option<bool> {
    let is_wanted = |value: &Value| {
        let Some(text) = value.as_str() else {
            return false;
        };
        let mut wanted = wanted.iter().filter_map(Value::as_str);
        wanted.any(|wanted| same_name(wanted, text))
    };
    if !field.required.value {
        return None;
    }
    match members::values(members.models, field) {
        Some(values) => values.into_iter().any(is_wanted).then_some(true),
        None if field.ty.value == Type::String => Some(
            field
                .examples
                .iter()
                .any(|example| is_wanted(&example.value)),
        ),
        None => None,
    }
}

fn fact(cx: &Context<'_>, tag: Tag, rule: Rule, claims: &[&Claimed<'_>]) -> Fact<Tag> {
    let said = claims.iter().map(|claimed| -> Evidence {
        let TagClaim { member, value, .. } = claimed.claim;
        let says = format!("{} for `{member}`", value.value);
        statement(cx.files, value.place, &says, true)
    });
    Fact {
        value: tag,
        rule,
        evidence: said.collect(),
    }
}
