//! `fieldtable list`.

use std::io;

use crate::cli::args::List;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::{print_data, print_json, takes_color};
use crate::diagnostic::sanitize;
use crate::explain::list::{ApiEntry, Count, ModelEntry, apis, models};
use crate::summary::count;

/// Prints which APIs there are, or which models an API has.
pub fn run(args: &List) -> Result<(), Stop> {
    let query = &args.query;
    let (description, _) = specs::describe_silently(&query.specs, query.api.as_deref())?;
    let lines = match (&query.api, description.apis.as_slice()) {
        (Some(_), [api]) => {
            let models = models(api);
            if args.json {
                return Ok(print_json(&models)?);
            }
            let root = format!("{}/", query.specs.folder().display());
            models.iter().map(|it| of_model(it, &root)).collect()
        }
        (_, all) => {
            let apis = apis(all);
            if args.json {
                return Ok(print_json(&apis)?);
            }
            apis.iter().map(of_api).collect()
        }
    };
    Ok(print_data(
        &table(lines, takes_color(&io::stdout())).join("\n"),
    )?)
}

/// The cells of a line.
type Line = [String; 3];

fn of_api(api: &ApiEntry) -> Line {
    let kinds: Vec<String> = api.kinds.iter().map(of_kind).collect();
    [
        api.name.clone(),
        count(api.models, "model", "models"),
        kinds.join(", "),
    ]
}

fn of_kind(of: &Count) -> String {
    let (one, many, part, parts) = match of.kind {
        "struct" => ("struct", "structs", "field", "fields"),
        "enum" => ("enum", "enums", "value", "values"),
        "flags" => ("set of flags", "sets of flags", "flag", "flags"),
        "union" => ("union", "unions", "member", "members"),
        _ => return count(of.models, "alias", "aliases"),
    };
    let of_what = count(of.parts, part, parts);
    format!("{} of {of_what}", count(of.models, one, many))
}

fn of_model(model: &ModelEntry, root: &str) -> Line {
    let what = match model.kind {
        "struct" => format!("struct of {}", count(model.parts, "field", "fields")),
        "enum" => format!("enum of {}", count(model.parts, "value", "values")),
        "flags" => format!("flags of {}", count(model.parts, "bit", "bits")),
        "union" => format!("union of {}", count(model.parts, "member", "members")),
        kind => kind.to_owned(),
    };
    let mut places = match model.at.as_slice() {
        [] => String::new(),
        [first] => format!("{root}{first}"),
        [first, more @ ..] => format!("{root}{first} and {} more", more.len()),
    };
    if !model.generated {
        places += " (not generated)";
    }
    [model.rust.clone(), what, places]
}

/// The lines with their cells below each other.
fn table(lines: Vec<Line>, color: bool) -> Vec<String> {
    let width = |cell: usize| {
        let widths = lines.iter().map(|line: &Line| line[cell].chars().count());
        widths.max().unwrap_or_default()
    };
    let (first, second) = (width(0), width(1));
    let lines = lines.iter().map(|[name, what, rest]| {
        let name = sanitize(name);
        let after = format!(
            "{:after$}  {what:second$}  {rest}",
            "",
            after = first - name.chars().count().min(first)
        );
        let after = sanitize(after.trim_end()).into_owned();
        match color {
            true => format!("\x1b[1m{name}\x1b[0m{after}"),
            false => format!("{name}{after}"),
        }
    });
    lines.collect()
}
