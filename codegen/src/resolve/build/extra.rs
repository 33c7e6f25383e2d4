//! The map for unknown keys.

use crate::model::{Docs, Extra, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::fields::Row;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::context::Context;
use crate::resolve::names::rust::Scope;

/// The map for unknown keys: if the pages have one, or the user wants these keys kept.
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

/// The type of the values, if the rows are about the map for keys without a field of their own.
pub(crate) fn extra_value<'t>(rows: &[Row<'_>], ty: &'t LinkedType) -> Option<&'t LinkedType> {
    if !rows.iter().any(|row| row.field.is_rest) {
        return None;
    }
    match ty {
        LinkedType::Map(value) => Some(value),
        LinkedType::Any => Some(ty),
        _ => None,
    }
}
