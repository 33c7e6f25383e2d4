//! Structs: the rows of several pages about one field, joined.

use indexmap::IndexMap;

use super::disagreement::Disagreements;
use super::duplicate_fields;
use super::duplicate_fields::Called;
use super::field::{Joined, Row};
use super::lower::{Lowering, Spot};
use super::{docs, unlisted_field};
use crate::claim::Body;
use crate::diagnostic::Diagnostics;
use crate::model::{Docs, Extra, Kind, Struct, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::context::{Context, evidence};
use crate::resolve::names::rust::Scope;
use crate::resolve::names::wire_case::squash;

/// The struct that an entry's field tables describe.
pub(crate) fn build(
    cx: &Context<'_>,
    index: usize,
    lowering: &mut Lowering<'_, '_>,
    disagreements: &mut Disagreements,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog.entries[index];
    let mut scope = Scope::default();
    let mut fields: Vec<Called> = Vec::new();
    let mut extra = None;
    for rows in join_rows(entry).into_values() {
        let joined = Joined::new(cx, index, &rows, disagreements);
        if let Some(value) = extra_value(&rows, &joined.ty) {
            let place = rows[0].field.ty.place;
            let at = evidence(cx.files, place, cx.files.text(place), true);
            let spot = Spot {
                owner: &entry.path,
                field: "extra",
                at: &at,
            };
            let docs = docs::of_field(rows.iter().map(|row| row.field));
            extra = Some((lowering.lower(value, spot), docs));
            continue;
        }
        let excluded = joined.config().and_then(|config| config.exclude.as_ref());
        let excluded = excluded.is_some_and(|exclude| exclude.value);
        if excluded || joined.config().is_some_and(|config| config.ty.is_some()) {
            for row in &rows {
                diagnostics.settle(row.field.ty.place);
            }
        }
        if !excluded {
            let field = joined.decide(&mut scope, lowering, diagnostics);
            fields.push(Called::new(field, &joined));
        }
    }
    let mut fields = duplicate_fields::settle(&entry.title, fields, diagnostics);
    if extra.is_none() {
        let unlisted = unlisted_field::unlisted(cx, index, &mut scope, lowering, diagnostics);
        fields.extend(unlisted);
    }
    let extra = self::extra(cx, entry, extra, &mut scope);
    Kind::Struct(Struct { fields, extra })
}

/// The map for keys without a field: by the pages, else where the user wants these keys kept.
pub(crate) fn extra(
    cx: &Context<'_>,
    entry: &Entry<'_>,
    by_pages: Option<(Type, Docs)>,
    scope: &mut Scope,
) -> Option<Extra> {
    let kept = cx.keeps_extra(entry).then(|| (Type::Any, Docs::default()));
    by_pages.or(kept).map(|(ty, docs)| Extra {
        name: scope.take(["extra", "extra_properties"].map(str::to_owned)),
        ty,
        docs,
    })
}

/// The rows of all pages by field: the fields of the first page in its order, then what only
/// others have.
fn join_rows<'a>(entry: &Entry<'a>) -> IndexMap<(String, usize), Vec<Row<'a>>> {
    let mut joined: IndexMap<(String, usize), Vec<Row<'a>>> = IndexMap::new();
    for &witness in &entry.witnesses {
        let Body::Fields(fields) = &witness.claim.body else {
            continue;
        };
        let mut seen: IndexMap<String, usize> = IndexMap::new();
        for field in fields {
            let key = squash(&field.name.value);
            // Two fields of one page may squash to the same: `_id` and `id`.
            let nth = seen
                .entry(key.clone())
                .and_modify(|nth| *nth += 1)
                .or_default();
            joined
                .entry((key, *nth))
                .or_default()
                .push(Row { witness, field });
        }
    }
    joined
}

/// The type of the values, if the rows are about the map for keys without a field of their own.
fn extra_value<'t>(rows: &[Row<'_>], ty: &'t LinkedType) -> Option<&'t LinkedType> {
    let is_extra = |row: &Row<'_>| {
        row.witness
            .claim
            .language
            .is_extra_name(&row.field.name.value)
    };
    if !rows.iter().any(is_extra) {
        return None;
    }
    match ty {
        LinkedType::Map(value) => Some(value),
        LinkedType::Any => Some(ty),
        _ => None,
    }
}
