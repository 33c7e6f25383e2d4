//! The case of the keys in JSON, which SDKs recase.
//!
//! JSON in example cells and descriptions carries the keys of the wire. One
//! rule for the API is found from them; where an example shows the very field,
//! its spelling needs no rule.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToKebabCase, ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};

use crate::claim::{Body, FieldClaim, NameCase, Source};
use crate::config::Config;
use crate::fold::fold_name;
use crate::model::{Fact, Rule, WireCase};
use crate::resolve::decision::Decision;
use crate::source::{Files, Located};

/// Spells a name of the docs as the wire would.
pub(crate) fn spell(case: WireCase, name: &str) -> String {
    // What stands before the first word is the wire's own: `_id`, `$ref`, `@type`.
    let words = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (mark, words) = name.split_at(name.len() - words.len());
    // `default_` is `default` where a language has that keyword.
    let words = words.trim_end_matches('_');
    let spelt = match case {
        WireCase::AsIs => words.to_owned(),
        // What is in camel case already may have a spelling of its own: `doviblPresent`, `md5URL`.
        WireCase::Camel if is_camel(words) => words.to_owned(),
        WireCase::Camel => words.to_lower_camel_case(),
        WireCase::Snake => words.to_snake_case(),
        WireCase::Pascal => words.to_upper_camel_case(),
        WireCase::Kebab => words.to_kebab_case(),
    };
    format!("{mark}{spelt}")
}

fn is_camel(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(['_', '-'])
}

/// The case that a key of several words shows.
pub(crate) fn case_of(key: &str) -> Option<WireCase> {
    let upper = key.contains(|c: char| c.is_ascii_uppercase());
    if key.contains('_') && !upper {
        Some(WireCase::Snake)
    } else if key.contains('-') && !upper {
        Some(WireCase::Kebab)
    } else if is_camel(key) && upper {
        Some(WireCase::Camel)
    } else if key.starts_with(|c: char| c.is_ascii_uppercase())
        && key.contains(|c: char| c.is_ascii_lowercase())
        && key.chars().skip(1).any(|c| c.is_ascii_uppercase())
    {
        Some(WireCase::Pascal)
    } else {
        None
    }
}

/// The `"key":` strings of a text and their byte offsets.
pub(crate) fn json_keys(text: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    let mut rest = 0;
    while let Some(open) = text[rest..].find('"').map(|at| rest + at) {
        let Some(close) = text[open + 1..].find('"').map(|at| open + 1 + at) else {
            break;
        };
        let key = &text[open + 1..close];
        if text[close + 1..].trim_start().starts_with(':') && is_name(key) {
            keys.push((open + 1, key));
            rest = close + 1;
        } else {
            // The quote may open a value whose text holds the next one; go on behind it.
            rest = if is_name(key) { close + 1 } else { open + 1 };
        }
    }
    keys
}

/// The `` `key` `` code spans of a text.
fn code_names(text: &str) -> impl Iterator<Item = &str> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| is_name(name))
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Decides the case of an API: by `spec.toml`, else by the most JSON keys, else by the most names
/// in code spans; without any, names stay as the docs have them.
pub(crate) fn decide(files: &Files, sources: &[Source], config: &Config) -> Fact<WireCase> {
    if let Some(case) = &config.wire_case {
        let mut decision = Decision::new(files);
        decision.say(case.place, "wire-case", case.value);
        return decision.settle(case.value, Rule::Set);
    }
    let fields: Vec<&FieldClaim> = sources.iter().flat_map(fields_of).collect();
    let known: BTreeSet<String> = fields
        .iter()
        .map(|field| fold_name(&field.name.value))
        .collect();
    let mut keys = Votes::default();
    let mut spans = Votes::default();
    for field in fields {
        for text in field.examples.iter().chain(&field.description) {
            for (_, key) in json_keys(&text.value) {
                keys.cast(key, text, &known);
            }
        }
        for text in field.description.iter() {
            for name in code_names(&text.value) {
                spans.cast(name, text, &known);
            }
        }
    }
    keys.winner(files, |ayes, noes| Rule::MostKeys { ayes, noes })
        .or_else(|| spans.winner(files, |ayes, noes| Rule::MostCodeSpans { ayes, noes }))
        .unwrap_or_else(|| unshown(sources))
}

/// Without evidence names stay as the docs have them, unless a language writes all in Pascal case,
/// which is most rarely the wire's: then what most APIs use.
fn unshown(sources: &[Source]) -> Fact<WireCase> {
    let pascal = sources
        .iter()
        .flat_map(|source| &source.models)
        .any(|model| model.name_case == Some(NameCase::Pascal));
    Fact {
        value: if pascal {
            WireCase::Camel
        } else {
            WireCase::AsIs
        },
        rule: Rule::NoKeyShown,
        evidence: Vec::new(),
    }
}

fn fields_of(source: &Source) -> impl Iterator<Item = &FieldClaim> {
    source.models.iter().flat_map(|model| match &model.body {
        Body::Fields(fields) => fields.as_slice(),
        _ => &[],
    })
}

/// Votes for cases, each with the first few texts that cast one.
#[derive(Default)]
struct Votes<'a>(BTreeMap<WireCase, Ballot<'a>>);

#[derive(Default)]
struct Ballot<'a> {
    count: usize,
    shown: Vec<(&'a Located<String>, String)>,
}

impl<'a> Votes<'a> {
    fn cast(&mut self, key: &str, text: &'a Located<String>, known: &BTreeSet<String>) {
        const SHOWN: usize = 3;
        if !known.contains(&fold_name(key)) {
            return;
        }
        if let Some(case) = case_of(key) {
            let ballot = self.0.entry(case).or_default();
            ballot.count += 1;
            if ballot.shown.len() < SHOWN {
                ballot.shown.push((text, key.to_owned()));
            }
        }
    }

    fn winner(&self, files: &Files, rule: fn(usize, usize) -> Rule) -> Option<Fact<WireCase>> {
        let total: usize = self.0.values().map(|ballot| ballot.count).sum();
        // The last of equals would be taken; reversed, the first in the order of cases.
        let (&value, ballot) = self.0.iter().rev().max_by_key(|(_, ballot)| ballot.count)?;
        let mut decision = Decision::new(files);
        for (&case, ballot) in &self.0 {
            for (text, key) in &ballot.shown {
                decision.say(text.place, key, case);
            }
        }
        Some(decision.settle(value, rule(ballot.count, total - ballot.count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_undoes_each_recasing() {
        assert_eq!(
            spell(WireCase::Snake, "maxCompletionTokens"),
            "max_completion_tokens"
        );
        assert_eq!(spell(WireCase::Camel, "room_id"), "roomId");
        assert_eq!(spell(WireCase::Camel, "doviblPresent"), "doviblPresent");
        assert_eq!(spell(WireCase::Camel, "default_"), "default");
        assert_eq!(spell(WireCase::Pascal, "mediaContainer"), "MediaContainer");
        assert_eq!(spell(WireCase::AsIs, "utm_source"), "utm_source");
        for key in ["_id", "$ref", "@type", "+1", "-1", "_"] {
            assert_eq!(spell(WireCase::Camel, key), key);
            assert_eq!(spell(WireCase::Snake, key), key);
        }
    }

    #[test]
    fn keys_are_found_in_json_and_in_prose() {
        let keys: Vec<_> = json_keys(r#"like {"a_b": "c:d", "e": {"f-g" : 1}} and "no key""#)
            .into_iter()
            .map(|(_, key)| key)
            .collect();
        assert_eq!(keys, ["a_b", "e", "f-g"]);
    }

    #[test]
    fn only_names_of_several_words_show_a_case() {
        let cases = ["room", "room_id", "roomId", "RoomId", "room-id", "Room"].map(case_of);
        let expected = [
            None,
            Some(WireCase::Snake),
            Some(WireCase::Camel),
            Some(WireCase::Pascal),
            Some(WireCase::Kebab),
            None,
        ];
        assert_eq!(cases, expected);
    }
}
