//! `fieldtable import`.

mod keys;

use std::path::Path;

use crate::cli::args::Import;
use crate::cli::args::folders::check_name;
use crate::cli::notices::notice;
use crate::cli::stop::Stop;
use crate::cli::terminal::{error, say};
use crate::import::{self, Change, ChangeKind, Changes, LeftOutPage, Refusal, Why};
use crate::output;
use crate::suggest::alternatives;
use crate::summary::{count, list, reason};

/// How many changed pages a run lists, unless it is asked for all.
const CHANGES: usize = 20;

/// Copies the model pages of an SDK into the specs.
pub fn run(args: &Import) -> Result<(), Stop> {
    check_name(&args.api, &args.specs.path())?;
    if !args.sdk.is_dir() {
        let message = format!("{} is not a folder", args.sdk.display());
        return Err(Stop::Usage(message));
    }
    let api = args.specs.path().join(&args.api);
    let import = import::plan(&args.sdk).map_err(|refusal| stop(refusal, &args.sdk))?;
    let mut on_notice = |found| notice(found, &api);
    output::mend(&api, &mut on_notice)?;
    let mut changes = import::compare(&import, &api)?;
    let kept = if args.keep { changes.keep_gone() } else { 0 };
    let upgrades = changes.unchanged > 0 || changes.lose_text();
    if upgrades || args.all_warnings {
        list_changes(&changes, &api, args.all_warnings);
    }
    if changes.lose_text() && !args.force {
        return Err(refuse(&changes, args));
    }
    import::write(&import, &api, &changes, &mut on_notice)?;
    if args.all_warnings {
        list_left_out(&import, &args.sdk);
    }
    let pages = summary(&import, &changes, kept, &api);
    say(&pages);
    keys::report(&import, &changes, &api, args);
    Ok(())
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
        Refusal::Io(error) => error.into(),
    }
}

/// Text of the user's specs would be lost, and nobody has agreed to it.
fn refuse(changes: &Changes, args: &Import) -> Stop {
    let (_, changed, gone) = changes.counts();
    let mut parts = Vec::new();
    if changed > 0 {
        parts.push(format!("replaces {}", count(changed, "page", "pages")));
    }
    if gone > 0 {
        parts.push(format!("removes {}", count(gone, "page", "pages")));
    }
    let parts = parts.join(" and ");
    let command = args.forcing();
    let message = format!("nothing was written, because it {parts}; to upgrade: {command}");
    error(&message);
    Stop::Reported
}

/// Lists all pages that are gone, and of the others as many as one can read.
fn list_changes(changes: &Changes, api: &Path, all: bool) {
    let is_gone = |page: &&Change| page.kind == ChangeKind::Gone;
    let pages = changes.pages.iter();
    let shown = if all { usize::MAX } else { CHANGES };
    let others = pages.clone().filter(|page| !is_gone(page)).take(shown);
    let mut more = changes.pages.len();
    for page in pages.filter(is_gone).chain(others) {
        let path = api.join(&page.path);
        let path = path.display();
        let line = match page.kind {
            ChangeKind::Added => format!("  added: {path}"),
            ChangeKind::Gone => format!("  gone from the SDK: {path}"),
            ChangeKind::Changed { added, removed } => {
                let added = count(added, "line", "lines");
                format!("  differs: {path} ({added} added, {removed} removed)")
            }
        };
        say(&line);
        more -= 1;
    }
    if more > 0 {
        let more = count(more, "page", "pages");
        say(&format!("  and {more} more; --all-warnings lists them all"));
    }
}

fn list_left_out(import: &import::Import, sdk: &Path) {
    for LeftOutPage { path, why } in &import.left_out {
        let path = sdk.join(path);
        let why = match why {
            Why::NoModel(why) => reason(*why).0.to_owned(),
            Why::OtherSdk(folder) => format!("of another SDK, {}", sdk.join(folder).display()),
            Why::NotUtf8 => "not UTF-8".to_owned(),
            Why::TooLarge => "too large: it would take more than 150 MB of memory".to_owned(),
            Why::Taken(other) => format!("{} goes to the same place", sdk.join(other).display()),
        };
        let line = format!("  left out: {} ({why})", path.display());
        say(&line);
    }
    for link in &import.links {
        let line = format!("  not followed: {}", sdk.join(link).display());
        say(&line);
    }
    for odd in &import.odd {
        let line = format!("  not read: {}", sdk.join(odd).display());
        say(&line);
    }
    for (one, other) in &import.twins {
        let line = format!("  differ only in case: {one}, {other}");
        say(&line);
    }
}

/// What was done, in one line.
fn summary(import: &import::Import, changes: &Changes, kept: usize, api: &Path) -> String {
    let (added, changed, gone) = changes.counts();
    let mut line = format!(
        "{}: {} of {}: {added} added, {changed} changed, {gone} removed, {} unchanged",
        api.display(),
        count(import.pages.len(), "page", "pages"),
        import.language,
        changes.unchanged,
    );
    if kept > 0 {
        line += &format!("; {kept} kept that the SDK does not have");
    }
    let reasons = import.left_out.iter().map(|page| match &page.why {
        Why::NoModel(why) => reason(*why),
        Why::OtherSdk(_) => ("page of another SDK", "pages of other SDKs"),
        Why::NotUtf8 => ("page that is not UTF-8", "pages that are not UTF-8"),
        Why::TooLarge => ("page that is too large", "pages that are too large"),
        Why::Taken(_) => TAKEN,
    });
    let mut counts: Vec<(usize, &str, &str)> = Vec::new();
    for (one, many) in reasons {
        match counts.iter_mut().find(|entry| entry.1 == one) {
            Some(entry) => entry.0 += 1,
            None => counts.push((1, one, many)),
        }
    }
    counts.sort_by_key(|&(count, one, _)| (std::cmp::Reverse(count), one));
    line += &format!("; {} left out{}", import.left_out.len(), list(counts));
    if !import.links.is_empty() {
        let links = count(import.links.len(), "symbolic link", "symbolic links");
        line += &format!("; {links} not followed");
    }
    if !import.odd.is_empty() {
        let odd = count(import.odd.len(), "file", "files");
        line += &format!("; {odd} not read, for the name or because it is no file");
    }
    if !import.twins.is_empty() {
        let twins = count(import.twins.len(), "pair of pages", "pairs of pages");
        line += &format!("; {twins} whose names differ only in case: some systems hold only one");
    }
    line
}

const TAKEN: (&str, &str) = (
    "page whose place another one takes",
    "pages whose place another one takes",
);
