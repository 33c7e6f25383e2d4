//! Structs: the rows of several pages about one field, joined.

use super::docs;
use super::extra::extra_value;
use super::field::clashes::{self, NamedField};
use super::field::findings::Findings;
use super::field::{FieldBuilder, unlisted};
use super::lower::{Lowering, Spot};
use crate::diagnostic::Diagnostics;
use crate::model::{Kind, Struct};
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::names::rust::Scope;

/// The struct that an entry's field tables describe.
pub(crate) fn build(
    cx: &Context<'_>,
    index: EntryId,
    lowering: &mut Lowering<'_, '_>,
    findings: &mut Findings,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog[index];
    let mut scope = Scope::default();
    let mut fields: Vec<NamedField> = Vec::with_capacity(entry.rows.len());
    let mut extra = None;
    for (&(name, _), rows) in &entry.rows {
        let joined = FieldBuilder::new(cx, (index, name), rows, findings);
        if let Some(value) = extra_value(rows, &joined.ty) {
            let place = rows[0].field.ty.place;
            let at = statement(cx.files, place, cx.files.text(place), true);
            let spot = Spot {
                owner: &entry.path,
                field: "extra",
                at: &at,
            };
            let docs = docs::of_field(None, rows.iter().map(|row| row.field), diagnostics);
            extra = Some((lowering.lower(value, spot), docs));
            continue;
        }
        let excluded = joined.config.and_then(|config| config.exclude.as_ref());
        let excluded = excluded.is_some_and(|exclude| exclude.value);
        if excluded || joined.config.is_some_and(|config| config.ty.is_some()) {
            for row in rows {
                findings.overruled.add(row.field.ty.place);
            }
        }
        if !excluded {
            fields.push(joined.decide(&mut scope, lowering, diagnostics));
        }
    }
    let mut fields = clashes::settle(&entry.title, fields, diagnostics);
    if extra.is_none() {
        let unlisted = unlisted::unlisted(cx, index, &mut scope, lowering, diagnostics);
        fields.extend(unlisted);
    }
    let extra = super::extra::extra(cx, entry, extra, &mut scope);
    Kind::Struct(Struct { fields, extra })
}
