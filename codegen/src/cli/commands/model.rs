//! `fieldtable model`.

use crate::cli::args::Query;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::print_json;

/// Prints the models.
pub fn run(args: &Query) -> Result<(), Stop> {
    let description = specs::describe(&args.specs, args.api.as_deref())?;
    Ok(print_json(&description.apis)?)
}
