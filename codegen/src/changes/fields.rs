//! Changes of the fields of a struct.

use std::collections::{BTreeMap, BTreeSet};

use super::types::Both;
use super::{Log, Severity, code};
use crate::model::rust_type::RustType;
use crate::model::{Field, Nullability, Struct};
use crate::source::Location;

/// Compares the fields of two structs.
pub(super) fn compare(old: &Struct, new: &Struct, both: Both<'_>, log: &mut Log<'_>) {
    let pairs = pair(&old.fields, &new.fields);
    for (at, field) in new.fields.iter().enumerate() {
        match pairs.get(&at) {
            Some(before) => compare_fields(before, field, both, log),
            None => {
                let (severity, message) = if field.presence.is_required() {
                    (Severity::BreaksReading, "is new and required")
                } else {
                    (Severity::Adds, "is new")
                };
                log.part(severity, &field.name, message.to_owned(), place(field));
            }
        }
    }
    let kept: BTreeSet<&str> = pairs.values().map(|field| field.name.as_str()).collect();
    for field in &old.fields {
        if !kept.contains(field.name.as_str()) {
            log.gone(Severity::BreaksBuilding, &field.name, "", place(field));
        }
    }
    if let (Some(before), Some(after)) = (&old.extra, &new.extra) {
        if let Some((severity, message)) = both.type_change(&before.ty, &after.ty) {
            log.part(severity, &after.name, message, None);
        }
    } else if old.extra.is_some() != new.extra.is_some() {
        let message = if new.extra.is_some() {
            "keeps keys that have no field"
        } else {
            "keeps keys without a field no more"
        };
        log.model(Severity::BreaksBuilding, message.to_owned());
    }
}

/// The old field of each new one, by its index: of the same key, else of the same Rust name.
fn pair<'f>(old: &'f [Field], new: &[Field]) -> BTreeMap<usize, &'f Field> {
    let key = |field: &Field| (!field.is_keyless()).then(|| field.wire_name.value.clone());
    let mut by_key: BTreeMap<String, &Field> = BTreeMap::new();
    for field in old {
        by_key.extend(key(field).map(|key| (key, field)));
    }
    let mut pairs = BTreeMap::new();
    for (at, field) in new.iter().enumerate() {
        if let Some(before) = key(field).and_then(|key| by_key.remove(&key)) {
            pairs.insert(at, before);
        }
    }
    let taken: BTreeSet<&str> = pairs.values().map(|it: &&Field| it.name.as_str()).collect();
    let left = old
        .iter()
        .filter(|field| !taken.contains(field.name.as_str()));
    let mut by_name: BTreeMap<&str, &Field> =
        left.map(|field| (field.name.as_str(), field)).collect();
    for (at, field) in new.iter().enumerate() {
        if !pairs.contains_key(&at)
            && let Some(before) = by_name.remove(field.name.as_str())
        {
            pairs.insert(at, before);
        }
    }
    pairs
}

fn compare_fields(old: &Field, new: &Field, both: Both<'_>, log: &mut Log<'_>) {
    let at = place(new);
    let mut say = |severity, message: String| log.part(severity, &new.name, message, at);
    if old.is_keyless() == new.is_keyless() && old.wire_name.value != new.wire_name.value {
        let (key, was) = (&new.wire_name.value, &old.wire_name.value);
        say(
            Severity::BreaksReading,
            format!("has the key {}, had {}", code(key), code(was)),
        );
    }
    if old.name != new.name {
        say(
            Severity::BreaksBuilding,
            format!("is the new name of `{}`", old.name),
        );
    }
    if let Some((severity, message)) = both.type_change(&old.ty.value, &new.ty.value) {
        say(severity, message);
    }
    if old.tag_beside.as_ref().map(|it| &it.value) != new.tag_beside.as_ref().map(|it| &it.value) {
        say(
            Severity::BreaksReading,
            "is told by another key or other texts beside it".to_owned(),
        );
    }
    let stored = |api, field| RustType::stored(api, field).to_string();
    let is_other = old.presence != new.presence;
    let rust = if is_other {
        let (after, before) = (stored(both.new, new), stored(both.old, old));
        format!(": is `{after}`, was `{before}`")
    } else {
        String::new()
    };
    let required = (old.presence.is_required(), new.presence.is_required());
    let null = (
        old.nullable.value == Nullability::Yes,
        new.nullable.value == Nullability::Yes,
    );
    let no_null = null.0 && new.nullable.value == Nullability::No && required.1;
    if required == (false, true) {
        say(Severity::BreaksReading, format!("is required now{rust}"));
    } else if no_null {
        say(
            Severity::BreaksReading,
            format!("may be null no more{rust}"),
        );
    } else if is_other {
        let why = match required {
            (true, false) => "may be absent now",
            _ if null == (false, true) => "may be null now",
            _ => "is stored otherwise",
        };
        say(Severity::BreaksBuilding, format!("{why}{rust}"));
    }
    let only = (old.only_value(), new.only_value());
    if only.0 != only.1
        && let Some(value) = only.1
    {
        say(
            Severity::BreaksReading,
            format!("is always {}", code(&value.to_string())),
        );
    }
    log.docs(Some(&new.name), &old.docs, &new.docs, at);
}

/// Where a field stands.
fn place(field: &Field) -> Option<&Location> {
    let said = field.ty.evidence.iter().find(|said| said.won);
    let said = said.or_else(|| field.required.evidence.iter().find(|said| said.won));
    said.or_else(|| field.wire_name.evidence.first())
        .map(|said| &said.at)
}
