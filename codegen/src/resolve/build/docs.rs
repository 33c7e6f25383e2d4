//! Documentation from several pages: the longest text is used, so that nothing is lost; of a very long one, the
//! start.

use std::ops::Deref;
use std::sync::Arc;

use crate::claim::FieldClaim;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::Docs;
use crate::resolve::catalog::Entry;
use crate::source::{Located, Place};

/// How long a description may be, in bytes: what is longer is no description, and nobody reads it there.
const LONGEST: usize = 100_000;

/// The documentation of a model. What the user has set stands as it is.
pub(crate) fn of_model(entry: &Entry<'_>, diagnostics: &mut Diagnostics) -> Docs {
    let set = entry.settings.and_then(|config| config.doc.as_ref());
    let claims = || entry.witnesses.iter().map(|witness| witness.claim);
    let description = longest(claims().map(|claim| claim.description.as_ref()));
    let deprecated = longest(claims().map(|claim| claim.deprecated.as_ref()));
    docs(set, description, deprecated, diagnostics)
}

/// The documentation of a field, for which the user may have set one.
pub(crate) fn of_field<'f>(
    set: Option<&Located<String>>,
    rows: impl Iterator<Item = &'f FieldClaim> + Clone,
    diagnostics: &mut Diagnostics,
) -> Docs {
    let description = longest(rows.clone().map(|row| row.description.as_ref()));
    let deprecated = longest(rows.map(|row| row.deprecated.as_ref()));
    docs(set, description, deprecated, diagnostics)
}

fn docs(
    set: Option<&Located<String>>,
    description: Option<&Located<Arc<str>>>,
    deprecated: Option<&Located<String>>,
    diagnostics: &mut Diagnostics,
) -> Docs {
    Docs {
        description: match set {
            Some(set) => Some(set.value.as_str().into()),
            None => description.map(|text| shortened(text, diagnostics)),
        },
        deprecated: deprecated.map(|note| note.value.clone()),
        notes: Vec::new(),
    }
}

fn longest<'t, T: Deref<Target = str>>(
    texts: impl Iterator<Item = Option<&'t Located<T>>>,
) -> Option<&'t Located<T>> {
    let mut longest: Option<&Located<T>> = None;
    for text in texts.flatten() {
        if longest.is_none_or(|longest| text.value.len() > longest.value.len()) {
            longest = Some(text);
        }
    }
    longest
}

/// A description, or as many of its lines as there may be.
fn shortened(text: &Located<Arc<str>>, diagnostics: &mut Diagnostics) -> Arc<str> {
    let whole = &text.value;
    if whole.len() <= LONGEST {
        return Arc::clone(whole);
    }
    let end = (0..=LONGEST).rev().find(|at| whole.is_char_boundary(*at));
    let kept = &whole[..end.unwrap_or_default()];
    let kept = kept.rsplit_once('\n').map_or(kept, |(lines, _)| lines);
    let place = Place {
        end: text.place.start,
        ..text.place
    };
    diagnostics.push(
        Diagnostic::warning(
            Topic::Unread,
            place,
            "a description is longer than 100,000 bytes",
        )
        .label("the crate has the start of it")
        .hint("if it is of more than one model, give each a page or a heading"),
    );
    format!("{}\n\n…", kept.trim_end()).into()
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use crate::diagnostic::Severity;
    use crate::resolve::testing::{describe, messages, table};

    #[test]
    fn of_a_description_that_is_too_long_the_start_is_kept() {
        for (words, kept) in [
            ("é ".repeat(LONGEST), LONGEST),
            ("a\n\n".repeat(LONGEST), LONGEST),
        ] {
            let page = table(
                "Room",
                &["| `id` | *String* | :heavy_minus_sign: | N/A |  |"],
            );
            let page = page.replacen("\n\n", &format!("\n\nWords {words}\n\n"), 1);
            let (api, diagnostics) = describe(&[("java/docs/models/shared/Room.md", &page)], "");
            let (_, room) = api.models.first().unwrap();
            let text = room.docs.description.as_deref().unwrap();
            assert!(text.starts_with("Words ") && text.ends_with("\n\n…"));
            assert!(
                (kept - 10..kept + 10).contains(&text.len()),
                "{}",
                text.len()
            );
            let warnings = messages(&diagnostics, Severity::Warning);
            let said = warnings.iter().filter(|it| it.contains("100,000 bytes"));
            assert_eq!(said.count(), 1, "{warnings:?}");
        }
    }
}
