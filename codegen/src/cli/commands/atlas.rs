//! `fieldtable atlas`.

use crate::atlas::atlas;
use crate::cli::args::Query;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::print_data;

/// Prints the page of one API.
pub fn run(args: &Query) -> Result<(), Stop> {
    let description = specs::describe(&args.specs, args.api.as_deref())?;
    let (api, summary) = specs::only(&description)?;
    Ok(print_data(&atlas(api, summary))?)
}
