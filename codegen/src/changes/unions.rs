//! Changes of the variants of a union.

use std::collections::BTreeMap;

use super::types::Both;
use super::{Log, Severity, code};
use crate::model::{Type, Union, Variant};

/// Compares two unions. Variants go by their types, those of models by their paths.
pub(super) fn compare(old: &Union, new: &Union, both: Both<'_>, log: &mut Log<'_>) {
    let mut known: BTreeMap<Type, &Variant> = BTreeMap::new();
    for variant in &old.variants {
        known.insert(both.renamed(&variant.ty), variant);
    }
    for variant in &new.variants {
        let at = variant.evidence.first().map(|said| &said.at);
        match known.remove(&variant.ty) {
            None => log.part(Severity::Adds, &variant.name, "is new".to_owned(), at),
            Some(before) => {
                if before.name != variant.name {
                    let message = format!("is the new name of `{}`", before.name);
                    log.part(Severity::BreaksBuilding, &variant.name, message, at);
                }
                if before.shape.tags() != variant.shape.tags() {
                    let message = "has other tags".to_owned();
                    log.part(Severity::BreaksReading, &variant.name, message, at);
                }
            }
        }
    }
    for variant in &old.variants {
        if known.contains_key(&both.renamed(&variant.ty)) {
            let at = variant.evidence.first().map(|said| &said.at);
            log.gone(Severity::BreaksReading, &variant.name, "", at);
        }
    }
    let key = |union: &Union| union.tag().map(crate::model::Tag::dotted);
    let (before, after) = (key(old), key(new));
    if before != after {
        let message = match (before, after) {
            (Some(before), Some(after)) => {
                format!("has the tag {}, had {}", code(&after), code(&before))
            }
            (None, Some(after)) => format!("has the tag {}", code(&after)),
            (Some(before), None) => format!("has no tag, had {}", code(&before)),
            (None, None) => return,
        };
        log.model(Severity::BreaksReading, message);
    }
}
