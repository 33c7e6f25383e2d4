//! What `fieldtable import` says about keys.

use std::path::Path;

use crate::cli::args;
use crate::cli::terminal::{say, warning};
use crate::import::{Changes, Import};
use crate::summary::count;

/// How many warnings about source files a run prints, unless it is asked for all.
const WARNINGS: usize = 20;

/// Says how far the keys of the source go, and what is wrong with it.
pub fn report(import: &Import, changes: &Changes, api: &Path, args: &args::Import) {
    let sdk = &args.sdk;
    let keys = &import.keys;
    let shown = if args.all_warnings {
        usize::MAX
    } else {
        WARNINGS
    };
    for found in keys.warnings.iter().take(shown) {
        let place = sdk.join(found.to_string());
        warning(&place.display().to_string());
    }
    let more = keys.warnings.len().saturating_sub(shown);
    if more > 0 {
        let more = count(more, "warning", "warnings");
        warning(&format!(
            "{more} more about source files; --all-warnings prints them all"
        ));
    }
    if args.all_warnings {
        list(import, sdk);
    }
    let path = api.join(&import.keys_path);
    let (path, sdk) = (path.display(), sdk.display());
    if keys.text.is_none() {
        let read = match keys.files {
            0 => format!("no source of the models is below {sdk}"),
            files => format!(
                "{} below {sdk} {} no keys",
                count(files, "source file", "source files"),
                if files == 1 { "names" } else { "name" }
            ),
        };
        let kept = if api.join(&import.keys_path).exists() {
            format!("{path} stays as it is")
        } else {
            "keys will be guessed where no example or sample shows them".to_owned()
        };
        warning(&format!("{read}; {kept}; import the whole checkout"));
        return;
    }
    let done = if changes.keys_differ {
        "written"
    } else {
        "unchanged"
    };
    let mut line = format!(
        "{path}: {done}; keys of {} of {}, from {}",
        keys.found,
        count(keys.fields, "field", "fields"),
        count(keys.files, "source file", "source files"),
    );
    if !keys.without_key.is_empty() {
        let pages = count(keys.without_key.len(), "page has", "pages have");
        line += &format!("; {pages} fields without a key");
    }
    if !keys.without_page.is_empty() {
        let models = count(keys.without_page.len(), "model has", "models have");
        line += &format!("; {models} no page");
    }
    say(&line);
}

fn list(import: &Import, sdk: &Path) {
    for (page, fields) in &import.keys.without_key {
        let page = sdk.join(page);
        let line = format!("  without a key: {}: {}", page.display(), fields.join(", "));
        say(&line);
    }
    for model in &import.keys.without_page {
        say(&format!("  without a page: {model}"));
    }
}
