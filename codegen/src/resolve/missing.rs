//! Models that are named and have no page.

use super::Context;
use super::catalog::Entry;
use crate::claim::Source;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};

/// Warns of each where it is first named.
pub(super) fn warn(cx: &Context<'_>, sources: &[Source], diagnostics: &mut Diagnostics) {
    for (index, entry) in entries(cx) {
        let Some(&first) = entry.mentions.first() else {
            continue;
        };
        let left_out = sources
            .iter()
            .flat_map(|source| &source.left_out)
            .any(|page| {
                page.namespace == entry.namespace && page.title.eq_ignore_ascii_case(&entry.title)
            });
        let message = if left_out {
            format!(
                "`{}` is plumbing of the SDK, and a model names it",
                entry.title
            )
        } else {
            format!("no page describes `{}`", entry.title)
        };
        let label = if cx.shown.samples.contains_key(&index) {
            "its shape is inferred from examples"
        } else {
            "any JSON value, for want of an example"
        };
        diagnostics.push(
            Diagnostic::warning(Topic::MissingPage, first, message)
                .label(label)
                .hint("add the page that the link leads to"),
        );
    }
}

fn entries<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (usize, &'c Entry<'c>)> {
    let entries = cx.catalog.entries.iter().enumerate();
    entries.filter(|(_, entry)| entry.witnesses.is_empty() && !entry.mentions.is_empty())
}
