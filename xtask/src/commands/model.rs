//! `cargo xtask model`.

use crate::args::Query;
use crate::specs;
use crate::stop::Stop;
use crate::terminal::print_json;

/// Prints the models.
pub fn run(args: &Query) -> Result<(), Stop> {
    let description = specs::describe(&args.specs, args.api.as_deref())?;
    Ok(print_json(&description.apis)?)
}
