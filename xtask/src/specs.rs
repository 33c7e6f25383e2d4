//! From a folder to its description, findings printed on the way.

use std::io;

use fieldtable::Description;
use fieldtable::diagnostic::{Diagnostics, Printing, Severity, render};
use fieldtable::input::{self, Input};
use fieldtable::suggest::{alternatives, nearest};
use fieldtable::timings::Timings;

use crate::args::Specs;
use crate::stop::Stop;
use crate::terminal::{error, print, takes_color};

/// How many warnings a run prints, unless it is asked for all.
const WARNINGS: usize = 50;

/// Reads the specs and describes them, or only the API of that name.
pub fn describe(specs: &Specs, api: Option<&str>) -> Result<Description, Stop> {
    describe_timed(specs, api, &mut Timings::off())
}

/// As [`describe`], and measures each stage.
pub fn describe_timed(
    specs: &Specs,
    api: Option<&str>,
    timings: &mut Timings,
) -> Result<Description, Stop> {
    let folder = specs.folder();
    if !folder.is_dir() {
        let message = format!("--specs: {} is not a folder", folder.display());
        return Err(Stop::Usage(message));
    }
    let mut input = timings.time("read", |_| input::read(&folder))?;
    if let Some(name) = api {
        select(&mut input, name)?;
    }
    let mut diagnostics = Diagnostics::default();
    let mut description = fieldtable::describe_timed(&input, &mut diagnostics, timings);
    if specs.strict {
        diagnostics.harden();
        description = description.and_then(|it| diagnostics.gate().map(|()| it));
    }
    let printing = Printing {
        color: takes_color(&io::stderr()),
        warnings: (!specs.all_warnings).then_some(WARNINGS),
        hint: "--all-warnings prints them all",
    };
    timings.time("diagnostics", |_| {
        print(render(&diagnostics, &input.files, printing))
    });
    if description.is_err() {
        match diagnostics.count(Severity::Error) {
            1 => error("stopped by 1 error"),
            errors => error(&format!("stopped by {errors} errors")),
        }
    }
    Ok(description?)
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
