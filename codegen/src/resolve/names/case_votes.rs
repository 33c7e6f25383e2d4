//! The case of the keys in JSON, by what shows it.
//!
//! SDKs recase names. Keys that are sure vote first, then those of examples, then names in texts:
//! the first group that settles it, together with those before, decides.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::wire_case::case_of;
use crate::claim::{NameCase, Spelling};
use crate::config::Config;
use crate::model::{Fact, Rule, WireCase};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::NameId;
use crate::resolve::decision::Decision;
use crate::resolve::observed::mentions::split_signs;
use crate::resolve::observed::{FieldKey, Observations};
use crate::source::{Files, Place};

/// Decides the case of an API: by `spec.toml`, else by votes; without any, names stay as the docs
/// have them.
pub(crate) fn decide(
    files: &Files,
    catalog: &Catalog<'_>,
    observed: &Observations,
    config: &Config,
) -> Fact<WireCase> {
    if let Some(case) = &config.wire_case {
        let mut decision = Decision::new(files);
        decision.say(case.place, "wire-case", case.value);
        return decision.settle(case.value, Rule::Set);
    }
    if all_print_keys(catalog) {
        return Decision::new(files).settle(WireCase::AsIs, Rule::KeysPrinted);
    }
    let mut votes = Votes::default();
    let mut decided = None;
    for (group, rule) in [
        (Group::Sure, most_sure_keys as fn(usize, usize) -> Rule),
        (Group::Examples, most_keys),
        (Group::Texts, most_names),
    ] {
        let before = votes.total();
        votes.cast_all(group, catalog, observed);
        let total = votes.total();
        if total > before
            && let Some((case, ayes)) = votes.first()
        {
            decided = Some((case, rule(ayes, total - ayes)));
        }
        if decided.is_some_and(|(_, rule)| !rule.is_weak_case()) {
            break;
        }
    }
    let (value, rule) = match decided {
        None => (unshown(catalog), Rule::NoKeyShown),
        Some((_, Rule::MostSureKeys { ayes, noes }))
        | Some((_, Rule::MostKeys { ayes, noes }))
        | Some((_, Rule::MostNames { ayes, noes }))
            if votes.is_even() =>
        {
            (unshown(catalog), Rule::EvenVotes { ayes, noes })
        }
        Some(decided) => decided,
    };
    let mut decision = Decision::new(files);
    for (&case, ballot) in &votes.ballots {
        for (place, key) in &ballot.shown {
            decision.say(*place, *key, case);
        }
    }
    decision.settle(value, rule)
}

/// Whether there is a page with fields, and all such pages print the keys themselves.
fn all_print_keys(catalog: &Catalog<'_>) -> bool {
    let mut rows = (catalog
        .entries()
        .flat_map(|entry| entry.rows.values().flatten()))
    .peekable();
    rows.peek().is_some() && rows.all(|row| row.field.spelling == Spelling::Exact)
}

fn most_sure_keys(ayes: usize, noes: usize) -> Rule {
    Rule::MostSureKeys { ayes, noes }
}

fn most_keys(ayes: usize, noes: usize) -> Rule {
    Rule::MostKeys { ayes, noes }
}

fn most_names(ayes: usize, noes: usize) -> Rule {
    Rule::MostNames { ayes, noes }
}

/// Without evidence names stay as the docs have them, unless a language writes all in Pascal case,
/// which is most rarely the wire's: then what most APIs use.
fn unshown(catalog: &Catalog<'_>) -> WireCase {
    let mut witnesses = catalog.entries().flat_map(|entry| &entry.witnesses);
    if witnesses.any(|witness| witness.claim.name_case == Some(NameCase::Pascal)) {
        WireCase::Camel
    } else {
        WireCase::AsIs
    }
}

/// Who votes together.
#[derive(Clone, Copy)]
enum Group {
    /// Keys that sources and samples use, and that pages print. Settings name exceptions.
    Sure,
    /// Keys in examples.
    Examples,
    /// Names in descriptions, and values of enums.
    Texts,
}

/// Votes for cases. A field votes once, however many show its key.
#[derive(Default)]
struct Votes<'a> {
    ballots: BTreeMap<WireCase, Ballot<'a>>,
    voted: BTreeSet<FieldKey>,
}

/// The votes for a case, with the first few.
#[derive(Default)]
struct Ballot<'a> {
    count: usize,
    shown: Vec<(Place, &'a str)>,
}

impl<'a> Votes<'a> {
    fn cast_all(&mut self, group: Group, catalog: &Catalog<'a>, observed: &'a Observations) {
        match group {
            Group::Sure => self.sure(catalog, observed),
            Group::Examples => {
                for (&field, keys) in &observed.keys {
                    if let Some(key) = keys.first() {
                        self.field(field, key.place, &key.name);
                    }
                }
            }
            Group::Texts => self.texts(catalog, observed),
        }
    }

    fn sure(&mut self, catalog: &Catalog<'a>, observed: &'a Observations) {
        for (id, entry) in catalog.iter() {
            for (&(name, _), rows) in &entry.rows {
                let mut keys = rows.iter().filter_map(|row| {
                    let name = &row.field.name;
                    match &row.field.source_key {
                        Some(key) => Some((key.place, key.value.key.as_str())),
                        None if row.field.spelling == Spelling::Exact => {
                            Some((name.place, name.value.as_str()))
                        }
                        None => None,
                    }
                });
                let key = keys.next();
                // Where sources disagree, none of them is sure.
                let key = key.filter(|first| keys.all(|other| other.1 == first.1));
                if let Some((place, key)) = key {
                    self.field((id, name), place, key);
                }
            }
        }
        for (&field, keys) in &observed.keys {
            if let Some(key) = keys.iter().find(|key| key.recorded) {
                self.field(field, key.place, &key.name);
            }
        }
    }

    fn texts(&mut self, catalog: &Catalog<'_>, observed: &'a Observations) {
        let mentions = &observed.mentions;
        for text in &mentions.in_texts {
            self.cast(text.place, &text.value);
        }
        // Values in other cases are mostly plain words: `credit-card`, `CreditCard`.
        let usual = |case| matches!(case, Some(WireCase::Snake | WireCase::Camel));
        let values = || {
            let values = mentions.in_enums.iter();
            values.filter(|value| usual(case_of(&value.value)))
        };
        let names = values().filter_map(|value| catalog.names.get(&value.value));
        let names: BTreeSet<NameId> = names.collect();
        // One name may be met by chance.
        if names.len() > 1 {
            for value in values() {
                self.cast(value.place, &value.value);
            }
        }
    }

    fn field(&mut self, field: FieldKey, place: Place, key: &'a str) {
        if self.voted.insert(field) {
            self.cast(place, key);
        }
    }

    fn cast(&mut self, place: Place, key: &'a str) {
        const SHOWN: usize = 3;
        let (_, words) = split_signs(key);
        if let Some(case) = case_of(words) {
            let ballot = self.ballots.entry(case).or_default();
            ballot.count += 1;
            if ballot.shown.len() < SHOWN {
                ballot.shown.push((place, key));
            }
        }
    }

    fn total(&self) -> usize {
        self.ballots.values().map(|ballot| ballot.count).sum()
    }

    /// The case with the most votes, and their number.
    fn first(&self) -> Option<(WireCase, usize)> {
        // The last of equals would be taken; reversed, the first in the order of cases.
        let ballots = self.ballots.iter().rev();
        let (&case, ballot) = ballots.max_by_key(|(_, ballot)| ballot.count)?;
        Some((case, ballot.count))
    }

    /// Whether several cases have the most votes.
    fn is_even(&self) -> bool {
        let most = self.first().map(|(_, count)| count);
        let ballots = self.ballots.values();
        ballots.filter(|ballot| Some(ballot.count) == most).count() > 1
    }
}
