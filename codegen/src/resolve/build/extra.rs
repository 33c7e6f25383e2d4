//! The map for keys without a field of their own.
use super::docs;
use crate::model::Docs;
use crate::model::Extra;
use crate::model::Type;
use crate::resolve::catalog::Entry;
use crate::resolve::context::Context;
use crate::resolve::names::rust::Scope;

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
