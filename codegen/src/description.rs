//! The pipeline up to the model: pages to claims to what the input describes.

use crate::claim::Source;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Failed, Severity};
use crate::emit::{self, CrateFiles};
use crate::input::{ApiInput, Input};
use crate::model::Api;
use crate::page::{self, PageFile};
use crate::resolve::{self, crate_wide};
use crate::sample::{self, Sample};
use crate::source::Files;
use crate::summary::Summary;
use crate::timings::Timings;
use crate::{dialect, keys, parallel};

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

/// The files of a crate with the models of all APIs.
#[must_use]
pub fn emit(description: &Description) -> CrateFiles {
    emit::emit(&description.apis)
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
    let read = timings.time("sources", |timings| {
        parallel::map_timed(&input.apis, timings, |api, timings| {
            let mut found = Diagnostics::default();
            (read_sources(files, api, &mut found, timings), found)
        })
    });
    let (read, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    if diagnostics.gate().is_err() || found.iter().any(|found| found.gate().is_err()) {
        found.into_iter().for_each(|it| diagnostics.append(it));
        return Err(Failed);
    }
    let with_sources: Vec<_> = input.apis.iter().zip(&read).zip(&found).collect();
    let apis = timings.time("resolve", |timings| {
        parallel::map_timed(&with_sources, timings, |((api, read), found), timings| {
            // Settings settle what reading had found.
            let mut found = (*found).clone();
            let claims = resolve::Claims {
                sources: &read.sources,
                samples: &read.samples,
                config: &read.config,
            };
            let api = resolve::resolve(&api.name, files, claims, &mut found, timings);
            (api, found)
        })
    });
    let (mut apis, found): (Vec<_>, Vec<_>) = apis.into_iter().unzip();
    found.into_iter().for_each(|it| diagnostics.append(it));
    let own = emit::own_dependencies(&apis);
    timings.time("crate", |_| {
        if let Some(id) = input.config {
            let set = config::parse_package(files, id, diagnostics);
            let package = set.package();
            apis.iter_mut()
                .for_each(|api| api.package = package.clone());
            crate_wide::report_package(&set, &apis, &own, diagnostics);
        }
        let configs = read.iter().map(|read| &read.config);
        crate_wide::report(&apis, &own, configs, diagnostics);
    });
    for (api, read) in input.apis.iter().zip(&read) {
        report_no_models(files, api, &read.sources, diagnostics);
    }
    diagnostics.gate()?;
    let inputs = input.apis.iter().zip(&read);
    let summaries = inputs
        .zip(&apis)
        .map(|((input, read), api)| Summary::new(files, input, &read.sources, api, diagnostics))
        .collect();
    Ok(Description { apis, summaries })
}

/// What the sources of an API say.
struct Read {
    config: Config,
    sources: Vec<Source>,
    samples: Vec<Sample>,
}

fn read_sources(
    files: &Files,
    api: &ApiInput,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Read {
    let config = timings.time("settings", |_| {
        api.config
            .map_or_else(Default::default, |id| config::parse(files, id, diagnostics))
    });
    let pages = timings.time("pages", |_| {
        parallel::map(&api.pages, |(path, id)| PageFile {
            path: path.clone(),
            page: page::parse(files, *id),
        })
    });
    let keys = timings.time("keys", |_| keys::read(files, &api.keys, diagnostics));
    let sources = timings.time("dialect", |_| {
        dialect::read(files, &pages, &keys, &config, diagnostics)
    });
    let samples = timings.time("samples", |_| {
        sample::read(files, &api.samples, &config, diagnostics)
    });
    Read {
        config,
        sources,
        samples,
    }
}

/// Pages of which none is of a model give an empty crate, and are more likely of another folder.
fn report_no_models(
    files: &Files,
    api: &ApiInput,
    sources: &[Source],
    diagnostics: &mut Diagnostics,
) {
    if sources.iter().any(|source| !source.models.is_empty()) {
        return;
    }
    let (root, name) = (&files.root, &api.name);
    let message = match api.pages.len() {
        1 => format!("the page of {root}{name}/ describes no model"),
        pages => format!("none of the {pages} pages of {root}{name}/ describes a model"),
    };
    let hint = "a model is a table of fields or values; SDKs have their pages in docs/models/, and \
                `import` finds them";
    diagnostics.push(Diagnostic::global_error(message).hint(hint));
}

/// A run without pages would remove the whole crate, and is more likely a wrong path.
fn report_empty(input: &Input, diagnostics: &mut Diagnostics) {
    let root = &input.files.root;
    let is_said = input
        .findings
        .iter()
        .any(|it| it.severity == Severity::Error);
    if input.apis.is_empty() && !is_said {
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
