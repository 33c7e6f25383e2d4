//! `cargo xtask schema`.

use fieldtable::schema::schema;
use fieldtable::suggest::alternatives;

use crate::args::Query;
use crate::specs;
use crate::stop::Stop;
use crate::terminal::print_json;

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
