//! `fieldtable schema`.

use crate::schema::schema;
use crate::suggest::alternatives;

use crate::cli::args::Query;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::print_json;

/// Prints the schema of one API.
pub fn run(args: &Query) -> Result<(), Stop> {
    let description = specs::describe(&args.specs, args.api.as_deref())?;
    let [api] = description.apis.as_slice() else {
        let names = alternatives(description.apis.iter().map(|api| api.name.as_str()));
        let message = format!("the specs have several APIs; choose one with --api: {names}");
        return Err(Stop::Usage(message));
    };
    Ok(print_json(&schema(api))?)
}
