//! From a folder to its description, findings printed on the way.

use std::io;

use crate::cli::args::folders::Specs;
use crate::cli::program::called;
use crate::cli::progress::Progress;
use crate::cli::stop::Stop;
use crate::cli::terminal::{error, form, print, takes_color};
use crate::description::Description;
use crate::diagnostic::{Diagnostics, Failed, Printing, Severity, render};
use crate::input::{self, Input};
use crate::model::Api;
use crate::suggest::{alternatives, nearest};
use crate::summary::{Summary, count};
use crate::timings::Timings;

/// Warnings of how many causes a run prints, unless it is asked for all.
const WARNINGS: usize = 50;

/// Reads the specs and describes them, or only the API of that name.
pub fn describe(specs: &Specs, api: Option<&str>) -> Result<Description, Stop> {
    let mut timings = Timings::off();
    let input = read(specs, api, &mut timings)?;
    Ok(describe_input(specs, input, &mut timings)?.0)
}

/// Describes what was read; returns also what was printed.
pub fn describe_input(
    specs: &Specs,
    input: Input,
    timings: &mut Timings,
) -> Result<(Description, String), Stop> {
    let mut diagnostics = Diagnostics::default();
    let described = described(specs, &input, &mut diagnostics, timings);
    let findings = Findings { diagnostics, input };
    let printed = timings.time("diagnostics", |_| findings.print(specs));
    Ok((findings.stopped(described)?, printed))
}

/// The API that was described, for commands that print one.
pub fn only(description: &Description) -> Result<(&Api, &Summary), Stop> {
    match (
        description.apis.as_slice(),
        description.summaries.as_slice(),
    ) {
        ([api], [summary]) => Ok((api, summary)),
        (apis, _) => {
            let names = alternatives(apis.iter().map(|api| api.name.as_str()));
            let message = format!("the specs have several APIs; choose one with --api: {names}");
            Err(Stop::Usage(message))
        }
    }
}

/// Describes the specs and prints nothing, unless they have errors.
pub fn describe_silently(
    specs: &Specs,
    api: Option<&str>,
) -> Result<(Description, Findings), Stop> {
    let mut timings = Timings::off();
    let input = read(specs, api, &mut timings)?;
    let mut diagnostics = Diagnostics::default();
    let described = described(specs, &input, &mut diagnostics, &mut timings);
    let findings = Findings { diagnostics, input };
    if described.is_err() {
        findings.print(specs);
    }
    let description = findings.stopped(described)?;
    Ok((description, findings))
}

/// What was found in the specs.
pub struct Findings {
    pub diagnostics: Diagnostics,
    pub input: Input,
}

impl Findings {
    /// Prints them; returns what was printed.
    pub fn print(&self, specs: &Specs) -> String {
        let printing = Printing {
            format: form().format,
            color: takes_color(&io::stderr()),
            warnings: (!specs.all_warnings).then_some(WARNINGS),
            all: "--all-warnings",
        };
        let text = render(&self.diagnostics, &self.input.files, printing);
        print(&text);
        text
    }

    fn stopped(&self, described: Result<Description, Failed>) -> Result<Description, Stop> {
        if described.is_err() {
            match self.diagnostics.count(Severity::Error) {
                1 => error("stopped by 1 error"),
                errors => error(&format!("stopped by {errors} errors")),
            }
        }
        Ok(described?)
    }
}

/// Reads the specs, or the files of one API.
pub fn read(specs: &Specs, api: Option<&str>, timings: &mut Timings) -> Result<Input, Stop> {
    let folder = specs.folder();
    if !folder.is_dir() {
        let folder = folder.display();
        let message = if specs.is_named() {
            format!("--specs: {folder} is not a folder")
        } else {
            let it = called();
            format!(
                "no folder {folder}/ here or above; `{it} init` makes one, --specs names another"
            )
        };
        return Err(Stop::Usage(message));
    }
    let mut input = timings.time("read", |_| input::read(&folder))?;
    if let Some(name) = api {
        select(&mut input, name)?;
    }
    Ok(input)
}

fn described(
    specs: &Specs,
    input: &Input,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Result<Description, Failed> {
    let pages = input.apis.iter().map(|api| api.pages.len()).sum();
    let progress = Progress::of(format!("reading {}", count(pages, "page", "pages")));
    let described = crate::description::describe_timed(input, diagnostics, timings);
    drop(progress);
    if !specs.strict {
        return described;
    }
    diagnostics.harden();
    described.and_then(|it| diagnostics.gate().map(|()| it))
}

fn select(input: &mut Input, name: &str) -> Result<(), Stop> {
    let names = || input.apis.iter().map(|api| api.name.as_str());
    if !names().any(|known| known == name) {
        let hint = match nearest(name, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("expected {}", alternatives(names())),
        };
        let message = format!("--api: no folder `{name}` in {}; {hint}", input.files.root);
        return Err(Stop::Usage(message));
    }
    input.apis.retain(|api| api.name == name);
    Ok(())
}
