//! `fieldtable schema`.

use crate::cli::args::Query;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::print_json;
use crate::schema::schema;

/// Prints the schema of one API.
pub fn run(args: &Query) -> Result<(), Stop> {
    let description = specs::describe(&args.specs, args.api.as_deref())?;
    let (api, _) = specs::only(&description)?;
    Ok(print_json(&schema(api))?)
}
