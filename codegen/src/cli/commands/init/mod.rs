//! `fieldtable init`.

mod package;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::args::Init;
use crate::cli::args::folders::check_name;
use crate::cli::program::{called, workspace};
use crate::cli::stop::Stop;
use crate::cli::terminal::say;
use crate::output;
use source::Source;

const SETTINGS: &str = include_str!("spec.toml");
const CRATE: &str = include_str!("crate.toml");
const WORKFLOW: &str = include_str!("workflow.yml");

/// Makes what is not there yet, and says what to do next.
pub fn run(args: &Init) -> Result<(), Stop> {
    let root = workspace().unwrap_or(Path::new(""));
    let source = Source::of(args.from.as_deref());
    if args.xtask && matches!(source, Source::Unknown) {
        let message =
            "--xtask: say where the package gets fieldtable from: --from URL, or a folder";
        return Err(Stop::Usage(message.to_owned()));
    }
    let api = match &args.api {
        Some(name) => {
            check_name(name, &root.join("specs"))?;
            Some(name.as_str())
        }
        None if has_folder(&root.join("specs")) => None,
        None => Some("api"),
    };
    make(&root.join("specs/spec.toml"), CRATE)?;
    if let Some(api) = api {
        make(&root.join("specs").join(api).join("spec.toml"), SETTINGS)?;
    }
    let workflow = root.join(".github/workflows/fieldtable.yml");
    let is_new = make(&workflow, &steps(args, &source))?;
    if is_new && !args.xtask && matches!(source, Source::Unknown) {
        let workflow = workflow.display();
        say(&format!(
            "  write into {workflow} from which URL fieldtable is installed"
        ));
    }
    if args.xtask {
        package::make(root, &source)?;
    }
    let it = if args.xtask { "cargo xtask" } else { called() };
    if let Some(api) = api {
        let folder = root.join("specs").join(api);
        let folder = folder.display();
        say(&format!(
            "next: copy pages into {folder}/, or import an SDK: {it} import PATH --api {api}"
        ));
    }
    say(&format!("then: {it} codegen"));
    Ok(())
}

/// The workflow, with the steps of a workspace that has an xtask, or of one that has none.
fn steps(args: &Init, source: &Source<'_>) -> String {
    let check = "codegen --check --format github";
    let steps = if args.xtask {
        format!("      - run: cargo xtask {check}\n")
    } else {
        let install = source.install();
        format!("      - run: {install}\n      - run: fieldtable {check}\n")
    };
    format!("{WORKFLOW}{steps}")
}

/// Whether a folder holds one.
fn has_folder(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| it.path()).any(|it: PathBuf| it.is_dir())
}

/// Makes a file, or says that it was there; whether it was made.
fn make(path: &Path, text: &str) -> Result<bool, Stop> {
    let is_new = output::create(path, text)?;
    let done = if is_new { "made" } else { "left as it is" };
    say(&format!("{done}: {}", path.display()));
    Ok(is_new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{parse, parse_package};
    use crate::diagnostic::Diagnostics;
    use crate::source::{FileId, Files, SourceFile};

    #[test]
    fn settings_are_of_those_that_there_are() {
        check(SETTINGS, 19, |files, file, found| {
            drop(parse(files, file, found))
        });
        check(CRATE, 9, |files, file, found| {
            drop(parse_package(files, file, found))
        });
    }

    /// Every line that is commented out is one of a `spec.toml`.
    fn check(text: &str, count: usize, read: fn(&Files, FileId, &mut Diagnostics)) {
        let lines = text.lines().filter_map(|line| line.strip_prefix("# "));
        let settings: Vec<_> = lines
            .filter(|it| it.starts_with('[') || it.contains(" = "))
            .collect();
        assert_eq!(settings.len(), count, "{settings:#?}");
        let text = settings.join("\n");
        let mut files = Files::default();
        let file = files.add(SourceFile::new("spec.toml", text.as_str()));
        let mut diagnostics = Diagnostics::default();
        read(&files, file, &mut diagnostics);
        let found: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|it| it.message.clone())
            .collect();
        assert_eq!(found, [""; 0]);
    }
}
