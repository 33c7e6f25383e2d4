//! Changes of the values of enums, and of flags.

use std::collections::BTreeMap;

use super::{Log, Severity, code};
use crate::model::{Enum, EnumScalar, Flags};

/// Compares two enums.
pub(super) fn compare(old: &Enum, new: &Enum, log: &mut Log<'_>) {
    if old.scalar != new.scalar {
        let word = |scalar| match scalar {
            EnumScalar::String => "text",
            EnumScalar::Integer => "numbers",
        };
        let message = format!("is {}, was {}", word(new.scalar), word(old.scalar));
        log.model(Severity::BreaksReading, message);
    }
    let is_closed = new.unknown.is_none();
    match (old.unknown.is_none(), is_closed) {
        (false, true) => log.model(
            Severity::BreaksReading,
            "refuses other values now".to_owned(),
        ),
        (true, false) => log.model(
            Severity::BreaksBuilding,
            "keeps other values now".to_owned(),
        ),
        _ => {}
    }
    let known: BTreeMap<String, &str> = old
        .values
        .iter()
        .map(|it| (it.value.to_string(), it.name.as_str()))
        .collect();
    let mut gone = known.clone();
    for value in &new.values {
        let at = value.evidence.first().map(|said| &said.at);
        let wire = value.value.to_string();
        gone.remove(&wire);
        match known.get(&wire) {
            None => {
                let severity = if is_closed {
                    Severity::BreaksBuilding
                } else {
                    Severity::Adds
                };
                log.part(
                    severity,
                    &value.name,
                    format!("is new: {}", code(&wire)),
                    at,
                );
            }
            Some(before) if *before != value.name => {
                let message = format!("is the new name of `{before}`");
                log.part(Severity::BreaksBuilding, &value.name, message, at);
            }
            Some(_) => {}
        }
    }
    for value in &old.values {
        let wire = value.value.to_string();
        if gone.contains_key(&wire) {
            let severity = if is_closed {
                Severity::BreaksReading
            } else {
                Severity::BreaksBuilding
            };
            let at = value.evidence.first().map(|said| &said.at);
            log.gone(severity, &value.name, &format!(": {}", code(&wire)), at);
        }
    }
}

/// Compares two sets of flags.
pub(super) fn compare_flags(old: &Flags, new: &Flags, log: &mut Log<'_>) {
    let names = |flags: &Flags| -> BTreeMap<String, u64> {
        let flags = flags.flags.iter();
        flags.map(|flag| (flag.name.clone(), flag.bits)).collect()
    };
    let (before, after) = (names(old), names(new));
    for flag in &new.flags {
        let at = flag.evidence.first().map(|said| &said.at);
        match before.get(&flag.name) {
            None => log.part(Severity::Adds, &flag.name, "is new".to_owned(), at),
            Some(bits) if *bits != flag.bits => {
                let message = format!("is {:#x}, was {bits:#x}", flag.bits);
                log.part(Severity::BreaksReading, &flag.name, message, at);
            }
            Some(_) => {}
        }
    }
    for flag in &old.flags {
        if !after.contains_key(&flag.name) {
            let at = flag.evidence.first().map(|said| &said.at);
            log.gone(Severity::BreaksBuilding, &flag.name, "", at);
        }
    }
}
