//! From claims to the model: everything is settled here.
//!
//! Names are found in the catalog, the rows of all pages about one field are
//! joined, and each question is decided by a rule that the model keeps beside
//! the answer.

mod added;
mod agreement;
mod catalog;
mod copies;
mod crates;
mod cycles;
mod disagreement;
mod docs;
mod either;
mod enums;
mod examples;
mod field;
mod fitting;
mod infer;
mod linked;
mod literal;
mod looks;
mod lower;
mod member;
mod merger;
mod misfit;
mod names;
mod outside;
mod presence;
mod read_back;
mod replace;
mod rows;
mod samples;
mod selection;
mod settings;
mod shapes;
mod shown;
mod shown_field;
mod structs;
mod synonyms;
mod traits;
mod twins;
mod unions;
mod wire;
mod wire_name;
mod witnessed;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use indexmap::IndexMap;

use crate::claim::{Body, Source};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{
    Added, Alias, Api, Evidence, Fact, Kind, Model, ModelPath, NotKnown, Traits, Type, WireCase,
};
use crate::sample::Sample;
use crate::source::{Files, Place};
use catalog::{Catalog, Entry};
use disagreement::Disagreements;
use lower::Lowering;
use shown::Shown;

/// Models that are being settled, by their paths.
type Models = IndexMap<ModelPath, Model>;

/// What every rule may look at.
struct Context<'a> {
    files: &'a Files,
    config: &'a Config,
    catalog: Catalog<'a>,
    case: Fact<WireCase>,
    shown: Shown,
    not_known: NotKnown,
}

/// All that is said about one API.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'a> {
    /// By the pages of its SDKs.
    pub sources: &'a [Source],
    /// By recorded bodies.
    pub samples: &'a [Sample],
    /// By the user.
    pub config: &'a Config,
}

/// Joins the claims about an API and decides.
///
/// # Errors
///
/// Settings and samples that name no model or field are errors in `diagnostics`; sources that
/// disagree are warnings.
pub fn resolve(
    name: &str,
    files: &Files,
    claims: Claims<'_>,
    diagnostics: &mut Diagnostics,
) -> Api {
    let Claims {
        sources,
        samples,
        config,
    } = claims;
    let mut catalog = Catalog::collect(sources);
    synonyms::join(&mut catalog);
    settings::name_models(&mut catalog, config);
    let case = wire::decide(files, sources, config);
    let samples = samples::of_entries(&catalog, samples, diagnostics);
    let shown = Shown::collect(&catalog, &samples);
    let cx = Context {
        files,
        config,
        catalog,
        case,
        shown,
        not_known: config
            .not_known
            .as_ref()
            .map_or_else(Default::default, |set| set.value),
    };
    warn_of_missing(&cx, sources, diagnostics);

    let mut models = build_models(&cx, diagnostics);
    settings::report_unused(&cx, &models, diagnostics);
    outside::report(&cx, diagnostics);
    let roots = selection::select(&cx, &mut models, diagnostics);
    copies::join(&mut models);
    either::join(&mut models, cx.not_known);
    replace::apply(&mut models, roots);
    cycles::break_cycles(&mut models);
    let place_of = |path: &ModelPath| place_of(&cx, path);
    let date_time = config
        .date_time
        .as_ref()
        .map_or_else(Default::default, |set| set.value);
    shapes::find(&mut models, date_time, &place_of, diagnostics);
    examples::attach(&cx, &mut models, date_time);
    samples::attach(&cx, &samples, &mut models, date_time, diagnostics);
    let map = config
        .map
        .as_ref()
        .map_or_else(Default::default, |set| set.value);
    let outside = outside::in_use(&cx, &models);
    traits::derive(&mut models, date_time, map, &outside);
    added::add(&cx, &mut models, diagnostics);
    models.sort_by(|a, _, b, _| (a.module(), a.name()).cmp(&(b.module(), b.name())));
    Api {
        name: name.to_owned(),
        module: names::api_module(name),
        wire_case: cx.case,
        date_time,
        map,
        impls: config
            .impls
            .as_ref()
            .map_or_else(Default::default, |set| set.value),
        not_known: cx.not_known,
        models,
        outside,
        dependencies: config
            .dependencies
            .iter()
            .map(|(name, set)| (name.clone(), set.value.clone()))
            .collect(),
    }
}

fn build_models(cx: &Context<'_>, diagnostics: &mut Diagnostics) -> Models {
    let mut lowering = Lowering::new(&cx.catalog);
    let mut models = Models::new();
    let mut disagreements = Disagreements::default();
    for index in 0..cx.catalog.entries.len() {
        let mut model = build_model(cx, index, &mut lowering, &mut disagreements, diagnostics);
        model.replaced = replace::of_model(cx, &cx.catalog.entries[index]);
        models.insert(model.path.clone(), model);
    }
    disagreements.warn(&cx.catalog, diagnostics);
    models.extend(
        lowering
            .made
            .into_iter()
            .map(|model| (model.path.clone(), model)),
    );
    // Before cycles are broken: which edge is boxed must not depend on the order of pages.
    models.sort_keys();
    models
}

fn build_model(
    cx: &Context<'_>,
    index: usize,
    lowering: &mut Lowering<'_, '_>,
    disagreements: &mut Disagreements,
    diagnostics: &mut Diagnostics,
) -> Model {
    let entry = &cx.catalog.entries[index];
    if entry.witnesses.is_empty() {
        return infer::build(cx, index, lowering, diagnostics);
    }
    let mut docs = docs::of_model(entry);
    if let Some(doc) = cx
        .model_config(entry)
        .and_then(|config| config.doc.as_ref())
    {
        docs.description = Some(doc.value.clone());
    }
    let has = |wanted: fn(&Body) -> bool| {
        entry
            .witnesses
            .iter()
            .any(|witness| wanted(&witness.claim.body))
    };
    let alias = |ty| Kind::Alias(Alias { ty });
    let kind = if has(|body| matches!(body, Body::Fields(fields) if !fields.is_empty())) {
        structs::build(cx, index, lowering, disagreements, diagnostics)
    } else if has(|body| matches!(body, Body::Values(_))) {
        Kind::Enum(enums::build(cx, index, diagnostics))
    } else if has(|body| matches!(body, Body::Members(members) if !members.is_empty())) {
        unions::build(cx, index, lowering)
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
        .map(|witness| evidence(cx.files, witness.claim.name.place, DESCRIBES, true));
    Model {
        path: entry.path.clone(),
        title: entry.title.clone(),
        docs,
        evidence: pages.collect(),
        kind,
        traits: Traits::default(),
        replaced: None,
        emitted: true,
        added: Added::default(),
        examples: Vec::new(),
    }
}

fn warn_of_missing(cx: &Context<'_>, sources: &[Source], diagnostics: &mut Diagnostics) {
    for (index, entry) in infer::missing(cx) {
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

fn place_of(cx: &Context<'_>, path: &ModelPath) -> Option<Place> {
    let entry: &Entry<'_> = cx
        .catalog
        .entries
        .iter()
        .find(|entry| entry.path == *path)?;
    entry
        .witnesses
        .first()
        .map(|witness| witness.claim.name.place)
}

/// What a page's title is evidence of.
const DESCRIBES: &str = "describes the model";

/// A statement as evidence; runs of blanks in it are one.
fn evidence(files: &Files, place: Place, says: &str, won: bool) -> Evidence {
    let says = says.split_whitespace().collect::<Vec<_>>().join(" ");
    Evidence {
        at: files.locate(place),
        says,
        won,
    }
}
