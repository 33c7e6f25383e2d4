//! Fieldtable reads the markdown field tables in which vendors document their
//! APIs, on pages of SDKs and in references that people write, and writes a crate
//! of serde models with the round-trip tests that prove them.
//!
//! The pipeline, each arrow one function from one type to the next:
//!
//! ```text
//! files ─ read ─▶ pages ─ dialect ─▶ claims ─ resolve ─▶ model ─ emit ─▶ crate files ─ write | check
//! ```

// The ground: files and places, findings, values. Nothing here knows of docs.
pub mod clean;
pub mod diagnostic;
pub(crate) mod fold;
pub mod language;
pub mod literal;
pub mod source;
pub mod suggest;
pub mod timings;
pub(crate) mod work;

// 1. Read.
pub mod config;
pub mod input;
pub mod page;

// 2. What sources say.
pub mod claim;
pub mod dialect;
pub mod keys;
pub mod sample;
pub mod sdk_source;

// 3. Decide.
pub mod model;
pub mod resolve;

// 4. Products of the model.
pub mod changes;
pub mod emit;
pub mod explain;
pub mod schema;
pub mod summary;

// 5. Disk.
pub mod import;
pub mod output;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Diagnostics, Failed};
use crate::input::Input;
use crate::model::Api;
use crate::page::PageFile;
use crate::resolve::crate_wide;
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
    for finding in &input.findings {
        diagnostics.push(finding.clone());
    }
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
        let keys = timings.time("keys", |_| keys::read(files, &api.keys, diagnostics));
        let sources = timings.time("dialect", |_| {
            dialect::read(files, &pages, &keys, &config, diagnostics)
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
        let configs = read.iter().map(|(_, config, ..)| config);
        crate_wide::report(&apis, &emit::own_dependencies(&apis), configs, diagnostics);
    });
    diagnostics.gate()?;
    let summaries = read
        .iter()
        .zip(&apis)
        .map(|((input, _, sources, _), api)| Summary::new(files, input, sources, api, diagnostics))
        .collect();
    Ok(Description { apis, summaries })
}

/// A run without pages would remove the whole crate, and is more likely a wrong path.
fn report_empty(input: &Input, diagnostics: &mut Diagnostics) {
    let root = &input.files.root;
    if input.apis.is_empty() {
        let message = format!("{root} contains no API");
        let hint = format!(
            "put the pages of a reference, or the model pages of an SDK, below {root}NAME/"
        );
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
    for api in input.apis.iter().filter(|api| api.pages.is_empty()) {
        let message = format!("{root}{}/ contains no pages", api.name);
        let hint = "put .md or .mdx files below it, or remove the folder";
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
}
