//! Limits what is printed: all errors, and a number of warnings.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::color::{BOLD, Color, GUTTER, WARNING};
use super::{Diagnostic, Diagnostics, Severity, Topic};

/// Findings in the order of their places, up to a number of warnings.
pub(crate) struct Limited<'d> {
    pub shown: Vec<&'d Diagnostic>,
    /// How many warnings are not shown, by what they are about.
    left_out: BTreeMap<Topic, usize>,
    warnings: usize,
}

impl<'d> Limited<'d> {
    pub fn new(diagnostics: &'d Diagnostics, limit: Option<usize>) -> Self {
        let mut limited = Self {
            shown: Vec::new(),
            left_out: BTreeMap::new(),
            warnings: 0,
        };
        for diagnostic in diagnostics.sorted() {
            let is_warning = diagnostic.severity == Severity::Warning;
            limited.warnings += usize::from(is_warning);
            let over = is_warning && limit.is_some_and(|limit| limited.warnings > limit);
            match diagnostic.topic.filter(|_| over) {
                Some(topic) => *limited.left_out.entry(topic).or_default() += 1,
                None => limited.shown.push(diagnostic),
            }
        }
        limited
    }

    /// How many warnings are not shown.
    pub fn count(&self) -> usize {
        self.left_out.values().sum()
    }

    /// Counts what is not shown, the most frequent first; nothing if all is.
    pub fn sum_up(&self, out: &mut String, hint: &str, color: &Color) -> fmt::Result {
        let count = self.count();
        if count == 0 {
            return Ok(());
        }
        let message = format!(": {count} of {} warnings are not shown", self.warnings);
        writeln!(
            out,
            "{}{}",
            color.style(WARNING, "warning"),
            color.style(BOLD, &message)
        )?;
        let equals = color.style(GUTTER, "=");
        let mut topics: Vec<_> = self.left_out.iter().collect();
        topics.sort_by_key(|&(topic, count)| (std::cmp::Reverse(count), topic));
        for (topic, count) in topics {
            let note = color.style(BOLD, "note:");
            writeln!(out, "  {equals} {note} {count} × {topic}")?;
        }
        let help = color.style(BOLD, "help:");
        writeln!(out, "  {equals} {help} {hint}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Printing, Topic, render};
    use crate::source::{Files, Place, SourceFile};

    /// Three warnings about types, one about null, and an error behind them all.
    fn printed(warnings: Option<usize>) -> String {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("a.md", "abcde"));
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::error(Place::new(id, 4..5), "wrong"));
        for (at, topic) in [Topic::Type, Topic::Null, Topic::Type, Topic::Type]
            .into_iter()
            .enumerate()
        {
            let place = Place::new(id, at..at + 1);
            diagnostics.push(Diagnostic::warning(topic, place, format!("odd {at}")));
        }
        let printing = Printing {
            warnings,
            hint: "ask for more",
            ..Printing::default()
        };
        render(&diagnostics, &files, printing)
    }

    #[test]
    fn warnings_over_the_limit_are_counted_and_errors_are_all_printed() {
        let text = printed(Some(1));
        let heads: Vec<_> = text.lines().filter(|line| line.contains(": ")).collect();
        assert_eq!(
            heads,
            [
                "warning: odd 0",
                "error: wrong",
                "warning: 3 of 4 warnings are not shown",
                "  = note: 2 × pages disagree about the type of a field",
                "  = note: 1 × pages disagree whether a field may be null",
                "  = help: ask for more",
            ]
        );
        assert!(text.ends_with("more\n\n"));
    }

    #[test]
    fn nothing_is_summed_up_where_all_is_shown() {
        assert_eq!(printed(None), printed(Some(4)));
        assert!(!printed(None).contains("not shown"));
    }
}
