//! `cargo xtask explain`.

use fieldtable::diagnostic::sanitize;
use fieldtable::explain::explain;

use crate::args::Explain;
use crate::specs;
use crate::stop::Stop;
use crate::terminal::{print_data, print_json};

/// Prints the explanation of a model or field.
pub fn run(args: &Explain) -> Result<(), Stop> {
    let query = &args.query;
    let description = specs::describe(&query.specs, query.api.as_deref())?;
    let found = explain(&description.apis, &args.name);
    let explanation = found.map_err(|error| Stop::Usage(error.message))?;
    if args.json {
        return Ok(print_json(&explanation)?);
    }
    let root = format!("{}/", query.specs.folder().display());
    let text = explanation.text(&root);
    let lines = text.lines().map(sanitize).collect::<Vec<_>>();
    Ok(print_data(&lines.join("\n"))?)
}
