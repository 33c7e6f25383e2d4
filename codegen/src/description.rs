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
    let is_sound = diagnostics.gate().is_ok();
    let told = timings.time("apis", |timings| {
        let pages = |api: &ApiInput| api.pages.len();
        parallel::map_timed(&input.apis, timings, pages, |api, timings| {
            tell(files, api, is_sound, timings)
        })
    });
    if !is_sound || told.iter().any(|told| told.resolved.is_none()) {
        told.into_iter().for_each(|it| diagnostics.append(it.found));
        return Err(Failed);
    }
    let (mut apis, mut read) = (Vec::new(), Vec::new());
    for (api, found, told) in told.into_iter().filter_map(Told::whole) {
        diagnostics.append(found);
        apis.push(api);
        read.push(told);
    }
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
    for (api, _) in input.apis.iter().zip(&read).filter(|it| !it.1.has_models) {
        report_no_models(files, api, diagnostics);
    }
    diagnostics.gate()?;
    let inputs = input.apis.iter().zip(&read);
    let summaries = inputs
        .zip(&apis)
        .map(|((input, read), api)| Summary::new(files, input, &read.sources, api, diagnostics))
        .collect();
    Ok(Description { apis, summaries })
}

/// What there is to tell of an API.
struct Told {
    read: Read,
    /// What was found in its pages.
    found: Diagnostics,
    /// Its model, and what was found by then; `None` if there are errors.
    resolved: Option<(Api, Diagnostics)>,
}

impl Told {
    fn whole(self) -> Option<(Api, Diagnostics, Read)> {
        let (api, found) = self.resolved?;
        Some((api, found, self.read))
    }
}

/// Reads an API and, if nothing stops the run, resolves it at once: what its pages say is not kept
/// longer than that, and that of few APIs at a time.
fn tell(files: &Files, api: &ApiInput, is_sound: bool, timings: &mut Timings) -> Told {
    let mut found = Diagnostics::default();
    let mut read = timings.time("sources", |timings| {
        read_sources(files, api, &mut found, timings)
    });
    let resolved = (is_sound && found.gate().is_ok()).then(|| {
        timings.time("resolve", |timings| {
            // Settings settle what reading had found.
            let mut found = found.clone();
            let claims = resolve::Claims {
                sources: &read.sources,
                samples: &read.samples,
                config: &read.config,
            };
            let api = resolve::resolve(&api.name, files, claims, &mut found, timings);
            for source in &mut read.sources {
                source.models = Vec::new();
            }
            read.samples = Vec::new();
            (api, found)
        })
    });
    Told {
        read,
        found,
        resolved,
    }
}

/// What the sources of an API say.
struct Read {
    config: Config,
    /// Of an API that was resolved, without its models.
    sources: Vec<Source>,
    /// None of an API that was resolved.
    samples: Vec<Sample>,
    /// Whether its pages describe any model.
    has_models: bool,
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
    let mut pages = timings.time("pages", |_| {
        parallel::map(&api.pages, |(path, id)| PageFile {
            path: path.clone(),
            page: page::parse(files, *id),
        })
    });
    let keys = timings.time("keys", |_| keys::read(files, &api.keys, diagnostics));
    let sources = timings.time("dialect", |_| {
        dialect::read(files, &mut pages, &keys, &config, diagnostics)
    });
    let samples = timings.time("samples", |_| {
        sample::read(files, &api.samples, &config, diagnostics)
    });
    Read {
        has_models: sources.iter().any(|source| !source.models.is_empty()),
        config,
        sources,
        samples,
    }
}

/// Pages of which none is of a model give an empty crate, and are more likely of another folder.
fn report_no_models(files: &Files, api: &ApiInput, diagnostics: &mut Diagnostics) {
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
    // Another error says what is wrong with a page that is there.
    let is_wrong = |api: &ApiInput| {
        let mut found = input.findings.iter();
        found.any(|it| {
            let path = it.place.map(|place| &input.files.get(place.file).path);
            let below = path.and_then(|path| path.strip_prefix(api.name.as_str()));
            it.severity == Severity::Error && below.is_some_and(|below| below.starts_with('/'))
        })
    };
    let without = input.apis.iter().filter(|api| api.pages.is_empty());
    for api in without.filter(|api| !is_wrong(api)) {
        let message = format!("{root}{}/ contains no pages", api.name);
        let hint = "put .md or .mdx files below it, or remove the folder";
        diagnostics.push(Diagnostic::global_error(message).hint(hint));
    }
}
