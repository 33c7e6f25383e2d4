//! From claims to the model: all decisions are made here.
//!
//! Names are found in the catalog, the rows of all pages about one field are
//! joined, and each question is decided by a rule that the model keeps beside
//! the answer.

// What all rules share.
pub(crate) mod context;
pub(crate) mod decision;

// The steps, in the order in which `resolve` runs them.
pub(crate) mod catalog;

pub(crate) mod names;

pub(crate) mod observed;

pub(crate) mod build;

pub(crate) mod settings;

pub(crate) mod graph;

pub(crate) mod values;

// What all APIs of a crate must agree on, once each is resolved.
pub(crate) mod crate_wide;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::{Api, ModelPath, Package};
use crate::resolve::names::assign;
use crate::sample::Sample;
use crate::source::Files;
use crate::timings::Timings;
use catalog::{Catalog, namesakes, synonyms};
use context::Context;
use graph::{
    alias_cycles, boxing, copies, guessed_keys, missing_pages, numbered, one_of_required, purpose,
    replacement, select, traits, unions,
};
use names::{case_votes, files as file_names, rust};
use observed::Observations;
use settings::{attributes, inapplicable, user_types};
use values::{examples, samples};

/// All claims about one API.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'a> {
    /// By the pages of its SDKs.
    pub sources: &'a [Source],
    /// By recorded bodies.
    pub samples: &'a [Sample],
    /// By the user.
    pub config: &'a Config,
}

/// Joins the claims about an API and makes all decisions.
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
    timings: &mut Timings,
) -> Api {
    let Claims {
        sources,
        samples,
        config,
    } = claims;
    let catalog = timings.time("catalog", |_| {
        let mut catalog = Catalog::collect(sources);
        synonyms::join(&mut catalog);
        catalog.join_rows();
        assign::name_models(&mut catalog, config);
        namesakes::warn(&catalog, diagnostics);
        file_names::warn(name, &catalog, diagnostics);
        catalog
    });
    let (samples, observed) = timings.time("observe", |_| {
        let samples = samples::of_entries(&catalog, samples, diagnostics);
        let observed = Observations::collect(&catalog, &samples);
        (samples, observed)
    });
    let case = timings.time("wire case", |_| {
        case_votes::decide(files, &catalog, &observed, config)
    });
    let set_keys = config.keys.iter();
    let set_keys = set_keys.filter_map(|(name, key)| {
        let id = catalog.names.get(name)?;
        Some((id, (name.as_str(), key)))
    });
    let set_keys = set_keys.collect();
    let cx = Context {
        files,
        config,
        catalog,
        case,
        observed,
        set_keys,
        not_known: config
            .not_known
            .as_ref()
            .map_or_else(Default::default, |set| set.value),
    };

    let date_time = config
        .date_time
        .as_ref()
        .map_or_else(Default::default, |set| set.value);
    let (mut models, overruled) = timings.time("build", |_| build::build(&cx, diagnostics));
    timings.time("settings", |_| {
        settings::report_unused(&cx, &models, diagnostics);
        inapplicable::report(&cx, &models, sources, diagnostics);
        user_types::report(&cx, diagnostics);
        overruled.take_back(diagnostics);
    });
    timings.time("graph", |_| {
        let unneeded = missing_pages::unneeded(&cx, &samples, &overruled);
        let roots = select::select(&cx, &mut models, &unneeded, diagnostics);
        missing_pages::warn(&cx, &models, sources, &overruled, diagnostics);
        let place_of = |path: &ModelPath| cx.place_of(path);
        copies::join(&mut models, &place_of, diagnostics);
        one_of_required::join(&cx, &mut models);
        replacement::apply(&mut models, roots);
        numbered::leave_out(&mut models);
        guessed_keys::warn(&cx, name, &models, diagnostics);
        alias_cycles::cut(&mut models, &place_of, diagnostics);
        boxing::break_cycles(&mut models);
        unions::decide(&cx, &mut models, date_time, diagnostics);
        purpose::say(&mut models);
    });
    let examples_left_out = timings.time("examples", |_| {
        examples::attach(&cx, &mut models, date_time, diagnostics)
    });
    timings.time("samples", |_| {
        samples::attach(&cx, &samples, &mut models, date_time, diagnostics);
    });
    let map = config
        .map
        .as_ref()
        .map_or_else(Default::default, |set| set.value);
    let user_types = timings.time("traits", |_| {
        let user_types = user_types::in_use(&cx, &models);
        traits::derive(&mut models, date_time, map, &user_types);
        attributes::add(&cx, &mut models, diagnostics);
        user_types
    });
    models.sort_by(|a, _, b, _| (a.module(), a.name()).cmp(&(b.module(), b.name())));
    Api {
        name: name.to_owned(),
        module: rust::api_module(name),
        // The crate is decided once, for all APIs.
        package: Package::default(),
        wire_case: cx.case,
        date_time,
        map,
        impls: config
            .impls
            .as_ref()
            .map_or_else(Default::default, |set| set.value),
        not_known: cx.not_known,
        models,
        user_types,
        examples_left_out,
        dependencies: config
            .dependencies
            .iter()
            .map(|(name, set)| (name.clone(), set.value.clone()))
            .collect(),
    }
}
