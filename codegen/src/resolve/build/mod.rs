//! Builds a model from each entry of the catalog.

pub(crate) mod digits;
pub(crate) mod docs;
pub(crate) mod enums;
pub(crate) mod extra;
pub(crate) mod field;
pub(crate) mod flags;
pub(crate) mod lower;
pub(crate) mod replacement;
pub(crate) mod structs;
pub(crate) mod undocumented;
pub(crate) mod unions;
pub(crate) mod variants;

use super::context::{Context, Models, Overruled};
use super::decision::statement;
use crate::claim::{self, Body};
use crate::diagnostic::Diagnostics;
use crate::model::{Alias, Call, Kind, Model, Role, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::names::files::warn_of_field;
use crate::source::{Files, Location};
use field::findings::Findings;
use lower::Lowering;

/// What a page's title is evidence of.
pub(crate) const DESCRIBES: &str = "describes the model";

/// Builds the model of each entry, and those that have no name in the docs.
pub(crate) fn build(cx: &Context<'_>, diagnostics: &mut Diagnostics) -> (Models, Overruled) {
    let mut lowering = Lowering::new(&cx.catalog);
    let mut models = Models::default();
    let mut findings = Findings::default();
    for (index, entry) in cx.catalog.iter() {
        let mut model = build_model(cx, index, &mut lowering, &mut findings, diagnostics);
        model.replaced = replacement::of_model(cx, entry);
        models.insert(model.path.clone(), model);
    }
    findings.disagreements.warn(&cx.catalog, diagnostics);
    for (owner, length) in &lowering.cut {
        if let Some(place) = cx.place_of(owner) {
            warn_of_field(*length, place, diagnostics);
        }
    }
    models.extend(
        lowering
            .made
            .into_iter()
            .map(|model| (model.path.clone(), model)),
    );
    // Before cycles are broken: which edge is boxed must not depend on the order of pages.
    models.sort_keys();
    (models, findings.overruled)
}

fn build_model(
    cx: &Context<'_>,
    index: EntryId,
    lowering: &mut Lowering<'_, '_>,
    findings: &mut Findings,
    diagnostics: &mut Diagnostics,
) -> Model {
    let entry = &cx.catalog[index];
    if entry.witnesses.is_empty() {
        return undocumented::build(cx, index, lowering, diagnostics);
    }
    let mut docs = docs::of_model(entry, diagnostics);
    let has = |wanted: fn(&Body) -> bool| {
        entry
            .witnesses
            .iter()
            .any(|witness| wanted(&witness.claim.body))
    };
    let alias = |ty| Kind::Alias(Alias { ty });
    let kind = if has(|body| matches!(body, Body::Fields(fields) if !fields.is_empty())) {
        structs::build(cx, index, lowering, findings, diagnostics)
    } else if has(|body| matches!(body, Body::Values(_))) {
        match flags::of(cx, entry) {
            Some(flags) => Kind::Flags(flags),
            None => enums::build(cx, index, lowering, diagnostics),
        }
    } else if has(|body| matches!(body, Body::Members(members) if !members.is_empty())) {
        unions::build(cx, index, lowering, diagnostics)
    } else if has(|body| matches!(body, Body::Fields(_))) {
        docs.notes
            .push("The docs list no fields: a free-form object.".into());
        alias(Type::Map(Box::new(Type::Any)))
    } else {
        docs.notes
            .push("The docs do not say what this is: any JSON value.".into());
        alias(Type::Any)
    };
    let pages = entry
        .witnesses
        .iter()
        .map(|witness| statement(cx.files, witness.claim.name.place, DESCRIBES, true));
    Model {
        docs,
        evidence: pages.collect(),
        read_from: read_from(cx.files, entry),
        call: call(entry),
        ..Model::new(entry.path.clone(), &entry.title, kind)
    }
}

/// The tables and titles that an entry was read from.
fn read_from(files: &Files, entry: &Entry<'_>) -> Vec<Location> {
    let witnesses = entry.witnesses.iter();
    let places = witnesses.flat_map(|witness| &witness.claim.read_from);
    places.map(|place| files.locate(*place)).collect()
}

/// What of a call an entry is, as the first page says that has a word for it.
fn call(entry: &Entry<'_>) -> Option<Call> {
    let claims = || entry.witnesses.iter().map(|witness| witness.claim);
    let role = claims()
        .find_map(|claim| claim.role)
        .map(|role| match role {
            claim::Role::Request => Role::Request,
            claim::Role::Query => Role::Query,
            claim::Role::Response => Role::Response,
        });
    let route = claims().find_map(|claim| claim.route.clone());
    (role.is_some() || route.is_some()).then_some(Call { role, route })
}
