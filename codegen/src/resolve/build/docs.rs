//! Documentation from several pages: the longest text is used, so that nothing is lost.

use std::ops::Deref;

use crate::claim::FieldClaim;
use crate::model::Docs;
use crate::resolve::catalog::Entry;
use crate::source::Located;

/// The documentation of a model.
pub(crate) fn of_model(entry: &Entry<'_>) -> Docs {
    let claims = || entry.witnesses.iter().map(|witness| witness.claim);
    Docs {
        description: longest(claims().map(|claim| claim.description.as_ref())),
        deprecated: longest(claims().map(|claim| claim.deprecated.as_ref())),
        notes: Vec::new(),
    }
}

/// The documentation of a field.
pub(crate) fn of_field<'f>(rows: impl Iterator<Item = &'f FieldClaim> + Clone) -> Docs {
    Docs {
        description: longest(rows.clone().map(|row| row.description.as_ref())),
        deprecated: longest(rows.map(|row| row.deprecated.as_ref())),
        notes: Vec::new(),
    }
}

fn longest<'t, T: Clone + Deref<Target = str> + 't>(
    texts: impl Iterator<Item = Option<&'t Located<T>>>,
) -> Option<T> {
    let mut longest: Option<&T> = None;
    for text in texts.flatten() {
        if longest.is_none_or(|longest| text.value.len() > longest.len()) {
            longest = Some(&text.value);
        }
    }
    longest.cloned()
}
