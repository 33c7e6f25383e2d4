//! `cargo xtask import`.

use std::path::Path;

use fieldtable::diagnostic::sanitize;
use fieldtable::import::{self, Refusal};
use fieldtable::suggest::alternatives;

use crate::args::Import;
use crate::stop::Stop;
use crate::terminal::{error, print};

/// Copies the model pages of an SDK into the specs.
pub fn run(args: &Import) -> Result<(), Stop> {
    check_name(&args.api)?;
    if !args.sdk.is_dir() {
        let message = format!("{} is not a folder", args.sdk.display());
        return Err(Stop::Usage(message));
    }
    let api = args.specs.path().join(&args.api);
    let import = import::plan(&args.sdk).map_err(|refusal| stop(refusal, &args.sdk))?;
    let written = import::write(&import, &api, args.force);
    let written = written.map_err(|refusal| stop(refusal, &args.sdk))?;
    let pages = import.pages.len();
    let left_out: usize = import.left_out.values().sum();
    print(format_args!(
        "{}: {pages} pages of {}: {written} written, {} unchanged; {left_out} left out\n",
        api.display(),
        import.language,
        pages - written,
    ));
    Ok(())
}

/// A name that is one folder of the specs, and no other place.
fn check_name(name: &str) -> Result<(), Stop> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !name.is_empty() && !name.starts_with('.') && name.chars().all(plain) {
        return Ok(());
    }
    let message =
        format!("--api: `{name}` is not a valid folder name; use letters, digits, `-` and `_`");
    Err(Stop::Usage(message))
}

fn stop(refusal: Refusal, path: &Path) -> Stop {
    let path = path.display();
    match refusal {
        Refusal::NoModels => Stop::Usage(format!("no model pages in {path}")),
        Refusal::Several(folders) => {
            let folders = alternatives(folders.iter().map(String::as_str));
            Stop::Usage(format!(
                "{path} contains several SDKs; import one of them: {folders}"
            ))
        }
        Refusal::Differs(pages) => {
            for page in &pages {
                print(format_args!(
                    "differs: {}\n",
                    sanitize(&page.display().to_string())
                ));
            }
            let message = match pages.len() {
                1 => "1 page exists already and differs".to_owned(),
                count => format!("{count} pages exist already and differ"),
            };
            error(&format!(
                "{message}; nothing was written; --force replaces them"
            ));
            Stop::Reported
        }
        Refusal::Elsewhere(path) => {
            let path = sanitize(&path.display().to_string()).to_string();
            error(&format!(
                "{path} is a symbolic link; nothing was written, because it may lead out of the specs"
            ));
            Stop::Reported
        }
        Refusal::Io(error) => error.into(),
    }
}
