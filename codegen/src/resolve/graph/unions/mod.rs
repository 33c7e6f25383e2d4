//! What tells the variants of each union apart: its tag, and the JSON shapes of its members.

pub(crate) mod beside;
pub(crate) mod called;
pub(crate) mod claimed;
pub(crate) mod constants;
pub(crate) mod cuts;
pub(crate) mod indistinct;
pub(crate) mod levels;
pub(crate) mod members;
pub(crate) mod names;
pub(crate) mod overlap;
pub(crate) mod set;
pub(crate) mod set_beside;
pub(crate) mod shapes;

#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::model::{DateTimeType, Fact, Kind, Tag, WireShape};
use crate::resolve::context::{Context, Models};
use cuts::Cuts;
use members::Members;
use shapes::Shapes;

/// A tag, and the values that each variant has of it.
#[derive(Debug)]
pub(crate) struct Decided {
    pub tag: Fact<Tag>,
    /// For each variant the values that pages, sources or settings give; `None` where its own
    /// fields say them.
    pub given: Vec<Option<Vec<Value>>>,
    /// In how many lists the objects stand that have it.
    pub lists: usize,
}

/// Finds the tags and shapes of all unions. Settings that do not apply are errors; members that
/// cannot be told apart, and tags that are a guess, are warned of.
pub(crate) fn decide(
    cx: &Context<'_>,
    models: &mut Models,
    date_time: DateTimeType,
    diagnostics: &mut Diagnostics,
) {
    let mut found = Vec::new();
    let mut cuts = Cuts::default();
    let shapes = Shapes::new(models, date_time.is_typed());
    for (index, model) in models.values().enumerate() {
        let Kind::Union(union) = &model.kind else {
            continue;
        };
        let members = Members::of(models, model, union);
        let decided = set::tag(cx, &members, diagnostics)
            .or_else(|| claimed::exact(cx, &members))
            .or_else(|| found_in_fields(cx, &members, diagnostics));
        shapes.start(union.variants.len());
        let made: Vec<WireShape> = (union.variants.iter().enumerate())
            .map(|(at, variant)| shapes.of(&variant.ty, members.levels, decided.as_ref(), at))
            .collect();
        cuts.add(model, members.levels, shapes.cut());
        found.push((index, decided, made));
    }
    cuts.warn(cx, diagnostics);
    for (index, decided, shapes) in found {
        if let Kind::Union(union) = &mut models[index].kind {
            union.tag = decided.map(|decided| decided.tag);
            for (variant, shape) in union.variants.iter_mut().zip(shapes) {
                variant.shape = shape;
            }
        }
    }
    for (index, at, tag) in beside::decide(cx, models, diagnostics) {
        if let Kind::Struct(object) = &mut models[index].kind {
            object.fields[at].tag_beside = Some(Box::new(tag));
        }
    }
    let told = beside::told_everywhere(models);
    for model in models.values() {
        if let Kind::Union(union) = &model.kind {
            let told = told.get(&model.path).map_or(&[][..], Vec::as_slice);
            indistinct::warn(cx, &Members::of(models, model, union), told, diagnostics);
        }
    }
    names::shorten(models);
}

/// The tag that fields show: the nearest key whose constants differ, unless the values that pages
/// name tell more of the members.
fn found_in_fields(
    cx: &Context<'_>,
    members: &Members<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Decided> {
    let nearest = constants::nearest(cx, members);
    if nearest.as_ref().is_some_and(|near| near.decides(members)) {
        return nearest.map(|near| near.decided);
    }
    if let Some(recased) = claimed::recased(cx, members, diagnostics) {
        return Some(recased);
    }
    let below = constants::below(cx, members);
    let (near, deep) = (nearest.as_ref(), below.as_ref());
    let is_better = deep.map_or(0, |deep| deep.told) > near.map_or(0, |near| near.told);
    let best = if is_better { below } else { nearest };
    best.map(|best| best.decided)
}
