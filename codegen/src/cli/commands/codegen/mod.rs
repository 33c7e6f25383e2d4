//! `fieldtable codegen`.

mod check;

use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Instant;

use crate::cli::args::Codegen;
use crate::cli::notices::notice;
use crate::cli::program::called;
use crate::cli::progress::Progress;
use crate::cli::specs;
use crate::cli::stamp::{Question, Stamp};
use crate::cli::stop::Stop;
use crate::cli::terminal::{form, print, say, takes_color};
use crate::description::Description;
use crate::emit::emit_timed;
use crate::output::{self, Notice, Written};
use crate::summary::{Summary, count};
use crate::timings::Timings;

/// Writes the crate, or checks it.
pub fn run(args: &Codegen) -> Result<(), Stop> {
    let mut timings = if args.timings {
        Timings::on()
    } else {
        Timings::off()
    };
    let done = write_or_check(args, &mut timings);
    for line in timings.to_string().lines() {
        say(line);
    }
    done
}

fn write_or_check(args: &Codegen, timings: &mut Timings) -> Result<(), Stop> {
    let start = Instant::now();
    let out = args.out();
    if out.exists() && !out.is_dir() {
        let message = format!("--out: {} is not a folder", out.display());
        return Err(Stop::Usage(message));
    }
    let specs_at = resolved(&args.specs.folder())?;
    let out_at = resolved(&out)?;
    if out_at.starts_with(&specs_at) {
        return Err(inside(args, &out));
    }
    let mut said = Vec::new();
    let mut on_notice = |found| {
        // A folder may be looked at twice.
        if found == Notice::Undone || !said.contains(&found) {
            notice(found, &out);
        }
        said.push(found);
    };
    if !args.check {
        output::mend(&out, &mut on_notice)?;
    }
    let input = specs::read(&args.specs, None, timings)?;
    let question = Question {
        specs: &specs_at,
        out: &out_at,
        words: &words(args),
    };
    // What is measured is done.
    let stamp = if args.timings {
        None
    } else {
        Stamp::of(&question, &input)
    };
    if let Some(known) = stamp
        .as_ref()
        .and_then(|it| it.answer(&out, &mut on_notice))
    {
        print(&known.findings);
        if args.check {
            check::up_to_date(&out, known.files);
        } else {
            let nothing = Written {
                unchanged: known.files,
                ..Written::default()
            };
            summarize(&known.summaries, &out, &nothing, start);
        }
        return Ok(());
    }
    let (description, findings) = specs::describe_input(&args.specs, input, timings)?;
    let models = description.apis.iter().map(|api| api.models.len()).sum();
    let progress = Progress::of(format!("writing {}", count(models, "model", "models")));
    let files = emit_timed(&description.apis, timings);
    drop(progress);
    if let Ok(specs) = specs_at.strip_prefix(&out_at)
        && let Some(path) = files.keys().find(|path| Path::new(path).starts_with(specs))
    {
        return Err(inside(args, &out.join(path)));
    }
    let summaries = summaries(args, &description);
    if args.check {
        timings.time("check", |_| check::run(args, &out, &files, &mut on_notice))?;
    } else {
        let written = timings.time("write", |_| output::write(&out, &files, &mut on_notice))?;
        summarize(&summaries, &out, &written, start);
    }
    if let Some(stamp) = stamp {
        stamp.keep(&files, findings, summaries);
    }
    // The process ends, and all its memory with it: nothing needs to be given back piece by piece.
    std::mem::forget((description, files));
    Ok(())
}

/// What decides how a run prints what it finds.
fn words(args: &Codegen) -> Vec<String> {
    let specs = &args.specs;
    let form = format!("{:?}, {}", form().format, takes_color(&io::stderr()));
    let asked = format!("{}, {}", specs.strict, specs.all_warnings);
    vec![called().to_owned(), form, asked, specs.option()]
}

/// Output inside of the specs, where the next run would read it.
fn inside(args: &Codegen, output: &Path) -> Stop {
    let specs = args.specs.folder();
    let (output, specs) = (output.display(), specs.display());
    Stop::Usage(format!(
        "--out: {output} is inside the specs folder, {specs}"
    ))
}

/// A path from the root, without links, of which the end need not be there yet.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
        resolved = resolved.canonicalize().unwrap_or(resolved);
    }
    Ok(resolved)
}

/// The lines that say what was read and found.
fn summaries(args: &Codegen, description: &Description) -> Vec<String> {
    let root = args.specs.folder();
    let mut lines = Vec::new();
    for summary in &description.summaries {
        lines.push(summary.to_string());
        if args.specs.all_warnings {
            list(summary, &root, &mut lines);
        }
    }
    lines
}

fn summarize(summaries: &[String], out: &Path, written: &Written, start: Instant) {
    for line in summaries {
        say(line);
    }
    say(&format!(
        "{}: {} files written, {} unchanged, {} removed; {:.2} s",
        out.display(),
        written.changed.len(),
        written.unchanged,
        written.removed.len(),
        start.elapsed().as_secs_f64(),
    ));
}

/// Lists what a summary counts.
fn list(summary: &Summary, root: &Path, lines: &mut Vec<String>) {
    let at = |place: &String| root.join(place).display().to_string();
    for path in &summary.without_model {
        lines.push(format!("  no model: {}", at(path)));
    }
    for (titles, places) in &summary.other_tables {
        for place in places {
            let place = at(place);
            lines.push(format!("  table of something else: {place}: {titles}"));
        }
    }
    for place in &summary.without_field {
        lines.push(format!("  row without a field: {}", at(place)));
    }
    if let Some(unmatched) = &summary.unmatched {
        for (what, places) in [
            ("member without a row", &unmatched.members),
            ("row without a member", &unmatched.rows),
            ("type without a page", &unmatched.types),
        ] {
            for place in places {
                lines.push(format!("  {what}: {}", at(place)));
            }
        }
    }
}
