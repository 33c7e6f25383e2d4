//! `fieldtable explain`.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use crate::cli::args::Explain;
use crate::cli::specs::{self, Findings};
use crate::cli::stop::Stop;
use crate::cli::terminal::{print_data, print_json, takes_color};
use crate::description::Description;
use crate::diagnostic::{Diagnostic, Topic};
use crate::explain::{Explanation, explain_all, explain_api};
use crate::source::Files;

/// Prints the explanation of models and fields, and then the warnings about them.
pub fn run(args: &Explain) -> Result<(), Stop> {
    let query = &args.query;
    let (description, mut findings) = specs::describe_silently(&query.specs, query.api.as_deref())?;
    let explanations = explained(&description, args.name.as_deref())?;
    if args.json {
        match explanations.as_slice() {
            [only] => print_json(only)?,
            several => print_json(&several)?,
        }
    } else {
        let root = format!("{}/", query.specs.folder().display());
        let color = takes_color(&io::stdout());
        let texts = explanations.iter().map(|it| it.text(&root, color));
        let text = texts.collect::<Vec<_>>().join("\n");
        print_data(text.trim_end())?;
    }
    let about = About::of(&explanations);
    let Findings { diagnostics, input } = &mut findings;
    // The API's case has no field of its own; what is guessed by it does.
    let of_api =
        |diagnostic: &Diagnostic| args.name.is_none() && diagnostic.topic == Some(Topic::Guess);
    diagnostics.retain(|diagnostic| of_api(diagnostic) || about.concerns(diagnostic, &input.files));
    findings.print(&query.specs);
    Ok(())
}

fn explained(description: &Description, name: Option<&str>) -> Result<Vec<Explanation>, Stop> {
    let apis = &description.apis;
    let Some(name) = name else {
        return Ok(apis.iter().map(explain_api).collect());
    };
    explain_all(apis, name).map_err(|error| Stop::Usage(error.message))
}

/// The lines that were said to say something about what is explained.
struct About(BTreeSet<(Arc<str>, usize)>);

impl About {
    fn of(explanations: &[Explanation]) -> Self {
        let questions = explanations.iter().flat_map(|it| &it.questions);
        let evidence = questions.flat_map(|question| &question.evidence);
        let lines = evidence.map(|said| (said.at.file.clone(), said.at.line));
        Self(lines.collect())
    }

    fn concerns(&self, diagnostic: &Diagnostic, files: &Files) -> bool {
        let related = diagnostic.related.iter().map(|(place, _)| *place);
        let mut places = diagnostic.place.into_iter().chain(related);
        places.any(|place| {
            let at = files.locate(place);
            self.0.contains(&(at.file, at.line))
        })
    }
}
