//! `fieldtable changes`.

use std::path::{Path, PathBuf};

use crate::changes::{Change, Severity, compare, markdown};
use crate::model::Api;
use tempfile::TempDir;

use crate::cli::args::{Changes, Deny};
use crate::cli::revision;
use crate::cli::specs;
use crate::cli::stop::Stop;
use crate::cli::terminal::{error, print_data, print_json};

/// Prints what an update of the docs does to the crate.
pub fn run(args: &Changes) -> Result<(), Stop> {
    let now = args.specs.path();
    let old = Specs::named(&args.old, &now)?;
    let new = match &args.new {
        Some(name) => Specs::named(name, &now)?,
        None => Specs::Folder(now),
    };
    let api = args.api.as_deref();
    let changes = compare(&old.read(api)?, &new.read(api)?);
    if args.json {
        print_json(&changes)?;
    } else if changes.is_empty() {
        print_data("Nothing changes.")?;
    } else {
        print_data(&crate::diagnostic::sanitize(&markdown(&changes)))?;
    }
    denied(&changes, args.deny)
}

/// Fails if there is a change that is denied.
fn denied(changes: &[Change], deny: Option<Deny>) -> Result<(), Stop> {
    let worst = match deny {
        None => return Ok(()),
        Some(Deny::Reading) => Severity::BreaksReading,
        Some(Deny::Building) => Severity::BreaksBuilding,
        Some(Deny::Adds) => Severity::Adds,
        Some(Deny::Docs) => Severity::OnlyDocs,
    };
    let denied = changes.iter().filter(|change| change.severity <= worst);
    match denied.count() {
        0 => Ok(()),
        1 => Err(reported("1 change is denied")),
        count => Err(reported(&format!("{count} changes are denied"))),
    }
}

fn reported(message: &str) -> Stop {
    error(message);
    Stop::Reported
}

/// The specs of one side.
enum Specs {
    Folder(PathBuf),
    /// As a revision has them, in a folder that is removed at the end.
    Revision(TempDir),
}

impl Specs {
    /// A folder, else a revision of the specs.
    fn named(name: &str, specs: &Path) -> Result<Self, Stop> {
        let folder = Path::new(name);
        if folder.is_dir() {
            return Ok(Self::Folder(folder.to_owned()));
        }
        match revision::specs(name, specs)? {
            Some(folder) => Ok(Self::Revision(folder)),
            None => Err(Stop::Usage(format!(
                "{name} is neither a folder nor a git revision in which {} has files",
                specs.display()
            ))),
        }
    }

    fn read(&self, api: Option<&str>) -> Result<Vec<Api>, Stop> {
        let folder = match self {
            Self::Folder(folder) => folder.as_path(),
            Self::Revision(folder) => folder.path(),
        };
        let specs = crate::cli::args::folders::Specs::at(folder);
        let (description, _) = specs::describe_silently(&specs, api)?;
        Ok(description.apis)
    }
}
