//! From claims to the model: everything is settled here.
//!
//! Names are found in the catalog, the rows of all pages about one field are
//! joined, and each question is decided by a rule that the model keeps beside
//! the answer.

mod added;
mod agreement;
mod catalog;
mod circles;
mod clashes;
mod copies;
mod crates;
mod cycles;
mod dates;
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
mod misplaced;
mod missing;
mod models;
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
mod spelling;
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

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Evidence, Fact, Model, ModelPath, NotKnown, WireCase};
use crate::sample::Sample;
use crate::source::{Files, Place};
use catalog::{Catalog, Entry};
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

    let mut models = models::build(&cx, diagnostics);
    settings::report_unused(&cx, &models, diagnostics);
    misplaced::report(&cx, &models, sources, diagnostics);
    outside::report(&cx, diagnostics);
    let overruled = missing::overruled(&cx, &samples, diagnostics);
    let roots = selection::select(&cx, &mut models, &overruled, diagnostics);
    missing::warn(&cx, &models, sources, diagnostics);
    copies::join(&mut models);
    either::join(&mut models, cx.not_known);
    replace::apply(&mut models, roots);
    let place_of = |path: &ModelPath| place_of(&cx, path);
    circles::cut(&mut models, &place_of, diagnostics);
    cycles::break_cycles(&mut models);
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

/// A statement as evidence; runs of blanks in it are one.
fn evidence(files: &Files, place: Place, says: &str, won: bool) -> Evidence {
    let says = says.split_whitespace().collect::<Vec<_>>().join(" ");
    Evidence {
        at: files.locate(place),
        says,
        won,
    }
}
