//! `fieldtable codegen --check`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::cli::args::Codegen;
use crate::cli::stop::Stop;
use crate::cli::terminal::{error, say, takes_color};
use crate::diagnostic::sanitize;
use crate::emit::CrateFiles;
use crate::output::{self, Drift, DriftKind, Notice};

/// How many lines of diffs a run prints, and how many files it names, unless it is asked for all.
const LINES: usize = 300;
const NAMES: usize = 20;

/// Compares the crate with what the specs give.
pub fn run(
    args: &Codegen,
    out: &Path,
    files: &CrateFiles,
    notice: &mut dyn FnMut(Notice),
) -> Result<(), Stop> {
    let Some(drifts) = output::check(out, files, notice)? else {
        error(&format!(
            "a run was interrupted while it wrote to {}; to finish it: {}",
            out.display(),
            args.writing(),
        ));
        return Err(Stop::Reported);
    };
    if drifts.is_empty() {
        up_to_date(out, files.len());
        return Ok(());
    }
    let count = |kind| drifts.iter().filter(|drift| drift.kind == kind).count();
    let missing = count(DriftKind::Missing);
    if missing == files.len() && missing == drifts.len() && !args.all_diffs {
        let (out, writing) = (nothing_of_ours(out), args.writing());
        error(&format!("{out}; to write the crate: {writing}"));
        return Err(Stop::Reported);
    }
    let printed = print(&drifts, args.all_diffs);
    if !args.all_diffs {
        let named = drifts.iter().filter(|it| it.kind == DriftKind::Missing);
        names("missing", out, named);
    }
    let cut = match &printed {
        Ok(shown) if *shown < drifts.len() => drifts.get(*shown..).unwrap_or_default(),
        _ => &[],
    };
    let cut = cut.iter().filter(|it| it.kind != DriftKind::Missing);
    if cut.clone().next().is_some() {
        names("differs", out, cut);
        say(&format!(
            "the diffs end after {LINES} lines; --all-diffs prints them all"
        ));
    }
    error(&format!(
        "{} is out of date ({} changed, {missing} missing, {} to be removed); to update it: {}",
        out.display(),
        count(DriftKind::Changed),
        count(DriftKind::Orphan),
        args.writing(),
    ));
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Err(Stop::Reported),
    }
}

/// Says that there is nothing to do.
pub fn up_to_date(out: &Path, files: usize) {
    say(&format!("{} is up to date: {files} files", out.display()));
}

/// What is in a folder that has no file of ours.
fn nothing_of_ours(out: &Path) -> String {
    let shown = out.display();
    match fs::read_dir(out).map(|mut entries| entries.next().is_some()) {
        Ok(true) => format!("{shown} has files, but none that fieldtable generated"),
        Ok(false) => format!("{shown} is empty"),
        Err(_) => format!("{shown} does not exist"),
    }
}

fn names<'d>(what: &str, out: &Path, drifts: impl Iterator<Item = &'d Drift> + Clone) {
    for drift in drifts.clone().take(NAMES) {
        say(&format!("  {what}: {}", out.join(&drift.path).display()));
    }
    let more = drifts.skip(NAMES).count();
    if more > 0 {
        say(&format!("  {what}: {more} more"));
    }
}

/// Prints the diffs: as they are for a program, coloured and sanitized for a terminal. Unless all are
/// asked for, files that are missing have none, and they end after some lines; how many files are
/// done with then.
fn print(drifts: &[Drift], all: bool) -> io::Result<usize> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut left = if all { usize::MAX } else { LINES };
    for (done, drift) in drifts.iter().enumerate() {
        if drift.kind == DriftKind::Missing && !all {
            continue;
        }
        for line in drift.diff.split_inclusive('\n') {
            if left == 0 {
                out.flush()?;
                return Ok(done);
            }
            left -= 1;
            print_line(&mut out, line)?;
        }
    }
    out.flush()?;
    Ok(drifts.len())
}

fn print_line(out: &mut impl Write, line: &str) -> io::Result<()> {
    let style = match line.as_bytes() {
        [b'-', b'-', b'-', ..] | [b'+', b'+', b'+', ..] => "\x1b[1m",
        [b'-', ..] => "\x1b[31m",
        [b'+', ..] => "\x1b[32m",
        [b'@', ..] => "\x1b[36m",
        _ => "",
    };
    if takes_color(&io::stdout()) && !style.is_empty() {
        let line = sanitize(line.trim_end_matches('\n'));
        writeln!(out, "{style}{line}\x1b[0m")
    } else if io::IsTerminal::is_terminal(&io::stdout()) {
        out.write_all(sanitize(line).as_bytes())
    } else {
        out.write_all(line.as_bytes())
    }
}
