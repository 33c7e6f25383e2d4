//! Fieldtable reads the markdown field tables in which vendors document their
//! SDKs, and writes a crate of serde models with the round-trip tests that
//! prove them.
//!
//! The pipeline, each arrow one function from one type to the next:
//!
//! ```text
//! files ─ read ─▶ pages ─ dialect ─▶ claims ─ resolve ─▶ model ─ emit ─▶ crate files ─ write | check
//! ```

pub mod claim;
pub mod config;
pub mod diagnostic;
pub mod dialect;
pub mod emit;
pub mod explain;
pub(crate) mod fold;
pub mod import;
pub mod input;
pub mod language;
pub mod literal;
pub mod model;
pub mod output;
pub mod page;
pub mod resolve;
pub mod sample;
pub mod schema;
pub mod source;
pub mod suggest;
pub mod summary;
pub mod timings;

use resolve::crate_wide;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Failed};
use crate::input::Input;
use crate::model::Api;
use crate::page::PageFile;
use crate::summary::Summary;
use crate::timings::Timings;

/// What the input describes.
#[derive(Debug, Clone)]
pub struct Description {
    /// The model of each API, in the order of the input.
    pub apis: Vec<Api>,
    /// What was read and found for each, in the same order.
    pub summaries: Vec<Summary>,
}

/// Describes every API of the input: pages to claims to model.
///
/// # Errors
///
/// [`Failed`] when a stage left errors in `diagnostics`: a wrong key in a `spec.toml`, a folder
/// without pages.
pub fn describe(input: &Input, diagnostics: &mut Diagnostics) -> Result<Description, Failed> {
    describe_timed(input, diagnostics, &mut Timings::off())
}

/// As [`describe()`], and measures each stage.
///
/// # Errors
///
/// As [`describe()`].
pub fn describe_timed(
    input: &Input,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Result<Description, Failed> {
    let files = &input.files;
    report_empty(input, diagnostics);
    let mut read = Vec::new();
    for api in &input.apis {
        let config = timings.time("settings", |_| {
            api.config
                .map_or_else(Default::default, |id| config::parse(files, id, diagnostics))
        });
        let pages: Vec<_> = timings.time("pages", |_| {
            api.pages
                .iter()
                .map(|(path, id)| PageFile {
                    path: path.clone(),
                    page: page::parse(files, *id),
                })
                .collect()
        });
        let sources = timings.time("dialect", |_| {
            dialect::read(files, &pages, &config, diagnostics)
        });
        let samples = timings.time("samples", |_| {
            sample::read(files, &api.samples, &config, diagnostics)
        });
        read.push((api, config, sources, samples));
    }
    diagnostics.gate()?;
    let apis: Vec<_> = read
        .iter()
        .map(|(api, config, sources, samples)| {
            let claims = resolve::Claims {
                sources,
                samples,
                config,
            };
            timings.time("resolve", |timings| {
                resolve::resolve(&api.name, files, claims, diagnostics, timings)
            })
        })
        .collect();
    timings.time("crate", |_| {
        report_clashes(&apis, diagnostics);
        report_date_types(&apis, diagnostics);
        let configs = read.iter().map(|(_, config, ..)| config);
        crate_wide::report(&apis, &emit::own_dependencies(&apis), configs, diagnostics);
    });
    diagnostics.gate()?;
    let summaries = read
        .iter()
        .zip(&apis)
        .map(|((input, _, sources, _), api)| Summary::new(input, sources, api, diagnostics))
        .collect();
    Ok(Description { apis, summaries })
}

/// Two folders must not become one module.
fn report_clashes(apis: &[Api], diagnostics: &mut Diagnostics) {
    let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
    for api in apis {
        if let Some(other) = folders.insert(&api.module, &api.name) {
            let (name, module) = (&api.name, &api.module);
            let message = format!("`{other}` and `{name}` are both module `{module}`");
            diagnostics.push(Diagnostic::global_error(message).hint("rename one of the folders"));
        }
    }
}

/// The crate has one type of date-times: who uses two APIs must be able to compare them.
fn report_date_types(apis: &[Api], diagnostics: &mut Diagnostics) {
    let mut typed = apis.iter().filter(|api| api.date_time.is_typed());
    let Some(first) = typed.next() else { return };
    for other in typed.filter(|api| api.date_time != first.date_time) {
        let message = format!(
            "`{}` and `{}` have date-times of different crates",
            first.name, other.name
        );
        let hint = "set the same `date-time` for both, or \"string\" for one";
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
}

/// A run without pages would remove the whole crate: more likely a wrong path than a wish.
fn report_empty(input: &Input, diagnostics: &mut Diagnostics) {
    let root = &input.files.root;
    if input.apis.is_empty() {
        let message = format!("{root} holds no API");
        let hint = format!("put the model pages of an SDK below {root}NAME/");
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
    for api in input.apis.iter().filter(|api| api.pages.is_empty()) {
        let message = format!("{root}{}/ holds no pages", api.name);
        let hint = "put .md or .mdx files below it, or remove the folder";
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
}
