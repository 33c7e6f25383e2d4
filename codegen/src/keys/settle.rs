//! Facts that say the same, and facts that contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fact, Says};
use crate::claim::Const;

/// Two facts of which at most one can be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction<T> {
    /// The one that was met first.
    pub first: T,
    /// The other.
    pub second: T,
}

/// What there can be one fact about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Subject<'f> {
    /// The key and value of a field: its model and name.
    Field(&'f str, &'f str),
    /// The member of a union that a value means: the union, its key and the value.
    Variant(&'f str, &'f str, &'f Const),
}

/// Sorts facts, keeps one of those that say the same in several places, and none of those that
/// contradict each other: a field with two keys or two constants, a value that means two members
/// of a union.
pub fn settle<T: Clone>(
    mut found: Vec<T>,
    fact: impl Fn(&T) -> &Fact,
) -> (Vec<T>, Vec<Contradiction<T>>) {
    found.sort_by(|a, b| fact(a).cmp(fact(b)));
    found.dedup_by(|b, a| said(fact(a)) == said(fact(b)));
    let mut first: BTreeMap<Subject<'_>, usize> = BTreeMap::new();
    let mut wrong = BTreeSet::new();
    let mut contradictions = Vec::new();
    for (at, item) in found.iter().enumerate() {
        let known = *first.entry(subject(fact(item))).or_insert(at);
        if known != at {
            wrong.extend([known, at]);
            contradictions.push(Contradiction {
                first: found[known].clone(),
                second: item.clone(),
            });
        }
    }
    let mut at = 0;
    found.retain(|_| {
        at += 1;
        !wrong.contains(&(at - 1))
    });
    (found, contradictions)
}

fn subject(fact: &Fact) -> Subject<'_> {
    match &fact.says {
        Says::Field { .. } | Says::Keyless => Subject::Field(&fact.model, &fact.member),
        Says::Variant { value } => Subject::Variant(&fact.model, &fact.key, value),
    }
}

/// All of a fact but its place.
fn said(fact: &Fact) -> (&str, &str, &Says, &str) {
    (&fact.model, &fact.member, &fact.says, &fact.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(member: &str, key: &str, value: &str, at: &str) -> Fact {
        Fact {
            model: "Method".to_owned(),
            member: member.to_owned(),
            says: Says::Variant {
                value: Const::String(value.to_owned()),
            },
            key: key.to_owned(),
            at: at.to_owned(),
        }
    }

    #[test]
    fn a_member_may_have_several_values_but_a_value_means_one_member() {
        let facts = vec![
            variant("Card", "type", "debit", "a:1"),
            variant("Card", "type", "credit", "a:2"),
            variant("Cash", "type", "cash", "a:3"),
            variant("Coins", "type", "cash", "a:4"),
        ];
        let (kept, contradictions) = settle(facts.clone(), |fact| fact);
        assert_eq!(kept, [facts[1].clone(), facts[0].clone()]);
        assert_eq!(contradictions.len(), 1);
        assert_eq!(contradictions[0].first, facts[2]);
    }

    #[test]
    fn what_is_said_twice_stands_in_the_first_place() {
        let facts = vec![
            variant("Cash", "type", "cash", "b:4"),
            variant("Cash", "type", "cash", "a:9"),
        ];
        let (kept, contradictions) = settle(facts.clone(), |fact| fact);
        assert_eq!((kept, contradictions), (vec![facts[1].clone()], vec![]));
    }
}
