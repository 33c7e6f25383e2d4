//! Small sources in our own words, in the forms that SDK generators write.

mod csharp;
mod go;
mod hostile;
mod java;

use super::{Found, SdkSource};
use crate::claim::Const;
use crate::keys::Says;
use crate::language::Language;

/// What files say, given as path and text.
fn read(language: Language, files: &[(&str, &str)]) -> Found {
    let mut source = SdkSource::new(language).unwrap();
    for (path, text) in files {
        source.file(path, text.as_bytes());
    }
    source.finish()
}

/// The facts, each on a line: `Order.ID = _id @ 3`, `Order.Kind = kind: "card" @ 4`,
/// `Method: type "card" -> Card @ 5`. There must be no warning.
fn facts(language: Language, files: &[(&str, &str)]) -> Vec<String> {
    let found = read(language, files);
    assert_eq!(found.warnings, []);
    let value = |value: &Const| match value {
        Const::String(text) => format!("{text:?}"),
        Const::Number(digits) => digits.clone(),
        Const::Boolean(flag) => flag.to_string(),
    };
    let keyed = found.facts.iter().filter(|fact| fact.says != Says::Keyless);
    let facts = keyed.map(|fact| {
        let (model, member, key) = (&fact.model, &fact.member, &fact.key);
        let (_, line) = fact.at.rsplit_once(':').unwrap();
        match &fact.says {
            Says::Field { constant: None } => format!("{model}.{member} = {key} @ {line}"),
            Says::Field {
                constant: Some(only),
            } => format!("{model}.{member} = {key}: {} @ {line}", value(only)),
            Says::Variant { value: tag } => {
                format!("{model}: {key} {} -> {member} @ {line}", value(tag))
            }
            Says::Keyless => String::new(),
        }
    });
    facts.collect()
}
