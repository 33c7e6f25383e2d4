//! Diagnostics as text, in the form of rustc's.

use std::fmt::{self, Write};

use super::color::{BOLD, Color, ERROR, GUTTER, NOTE, WARNING};
use super::group::Group;
use super::snippet::Snippet;
use super::{Diagnostic, Severity};
use crate::clean::terminal as sanitize;
use crate::source::{Files, Place};

/// How many warnings of one cause stand behind the first, unless all are asked for.
const OTHERS: usize = 5;

/// Blanks that at most stand behind a place, so that what is said of all stands in one column.
const PADDING: usize = 20;

/// The text of groups.
pub(super) struct Text<'a> {
    out: String,
    files: &'a Files,
    color: &'a Color,
    /// Blanks as wide as the line numbers of the group.
    margin: String,
}

impl<'a> Text<'a> {
    pub fn new(files: &'a Files, color: &'a Color) -> Self {
        Self {
            out: String::new(),
            files,
            color,
            margin: String::new(),
        }
    }

    pub fn printed(self) -> String {
        self.out
    }

    /// The first of a group whole, the others in a line each, what helps once. `all` is the option
    /// that prints all of them; where it is given, few are.
    pub fn group(&mut self, group: &Group<'_>, all: Option<&str>) -> fmt::Result {
        let first = group.first;
        let places = first
            .place
            .iter()
            .chain(first.related.iter().map(|(it, _)| it));
        let lines = places.map(|&place| self.files.locate(place).line);
        let last = lines.max().unwrap_or_default();
        self.margin = " ".repeat(last.to_string().len());

        let style = self.head(first)?;
        let mut is_quoted = false;
        if let Some(place) = first.place {
            self.quote(place, "^", style, &first.label)?;
            is_quoted = true;
        }
        if group.others.is_empty() {
            self.help(first, is_quoted)?;
            self.related(first)?;
        } else {
            self.related(first)?;
            if is_quoted {
                self.bar()?;
            }
            self.others(group, all)?;
            self.help(first, false)?;
        }
        writeln!(self.out)
    }

    fn head(&mut self, first: &Diagnostic) -> Result<&'static str, fmt::Error> {
        let (word, style) = match first.severity {
            Severity::Error => ("error", ERROR),
            Severity::Warning => ("warning", WARNING),
        };
        let word = self.color.style(style, word);
        let message = format!(": {}", inline(&first.message));
        writeln!(self.out, "{word}{}", self.color.style(BOLD, &message))?;
        Ok(style)
    }

    fn bar(&mut self) -> fmt::Result {
        writeln!(
            self.out,
            "{} {}",
            self.margin,
            self.color.style(GUTTER, "|")
        )
    }

    fn help(&mut self, diagnostic: &Diagnostic, is_below_quote: bool) -> fmt::Result {
        let Some(hint) = &diagnostic.hint else {
            return Ok(());
        };
        if is_below_quote {
            self.bar()?;
        }
        let indent = format!("\n{}         ", self.margin);
        let hint = sanitize(hint).replace('\t', " ").replace('\n', &indent);
        let head = self.note("help:");
        writeln!(self.out, "{head} {hint}")
    }

    /// The start of a line below a quote.
    fn note(&self, word: &str) -> String {
        let equals = self.color.style(GUTTER, "=");
        let word = self.color.style(BOLD, word);
        format!("{} {equals} {word}", self.margin)
    }

    fn related(&mut self, diagnostic: &Diagnostic) -> fmt::Result {
        for (place, label) in &diagnostic.related {
            let note = self.color.style(NOTE, "note");
            writeln!(self.out, "{note}: {}", inline(label))?;
            self.quote(*place, "-", GUTTER, "")?;
        }
        Ok(())
    }

    /// A line for each, with its place and what it has of its own, and one for what helps it, if that
    /// is not what helps the first; where all are printed, also its other places.
    fn others(&mut self, group: &Group<'_>, all: Option<&str>) -> fmt::Result {
        let shown = match all {
            Some(_) => &group.others[..group.others.len().min(OTHERS)],
            None => &group.others,
        };
        let mut lines: Vec<(String, String)> = Vec::new();
        for other in shown {
            let place = other.place.map(|it| self.path(it)).unwrap_or_default();
            lines.push((place, inline(&group.differs(other))));
            let related = other.related.iter().filter(|_| all.is_none());
            for (place, label) in related {
                let label = format!("  {}", inline(label));
                lines.push((format!("  {}", self.path(*place)), label));
            }
            if let Some(hint) = group.own_help(other) {
                let help = self.color.style(BOLD, "help:");
                lines.push((String::new(), format!("  {help} {}", inline(hint))));
            }
        }
        let places = lines.iter().map(|(place, _)| place.chars().count());
        let widths = places.filter(|&width| width > 0);
        let (least, most) = (widths.clone().min(), widths.max());
        let width = most.min(least.map(|it| it + PADDING)).unwrap_or_default();
        let mut start = self.note("also:");
        for (place, text) in lines {
            let line = match place.is_empty() {
                true => text,
                false => format!("{place:width$}  {text}"),
            };
            writeln!(self.out, "{start} {}", line.trim_end())?;
            start = format!("{}        ", self.margin);
        }
        match (group.others.len() - shown.len(), all) {
            (0, _) | (_, None) => Ok(()),
            (more, Some(all)) => writeln!(self.out, "{start} and {more} more: {all}"),
        }
    }

    fn path(&self, place: Place) -> String {
        let at = self.files.locate(place);
        inline(&format!("{}{at}", self.files.root))
    }

    fn quote(&mut self, place: Place, sign: &str, style: &str, label: &str) -> fmt::Result {
        let span = place.start as usize..place.end as usize;
        let snippet = Snippet::new(&self.files.get(place.file).text, span);
        let arrow = self.color.style(GUTTER, "-->");
        let bar = self.color.style(GUTTER, "|");
        let margin = &self.margin;
        let line = self.files.locate(place).line;
        let number = format!("{line:>width$}", width = margin.len());
        writeln!(self.out, "{margin}{arrow} {}", self.path(place))?;
        writeln!(self.out, "{margin} {bar}")?;
        let number = self.color.style(GUTTER, &number);
        let quoted = format!("{number} {bar} {}", snippet.text);
        writeln!(self.out, "{}", quoted.trim_end())?;
        let signs = format!("{} {}", sign.repeat(snippet.width), inline(label));
        writeln!(
            self.out,
            "{margin} {bar} {}{}",
            " ".repeat(snippet.indent),
            self.color.style(style, signs.trim_end())
        )
    }
}

/// Text that stays on its line.
fn inline(text: &str) -> String {
    sanitize(text).replace(['\n', '\t'], " ")
}
