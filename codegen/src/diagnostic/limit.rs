//! Limits what is printed: all errors, and a number of warnings.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::color::{BOLD, Color, GUTTER, WARNING};
use super::group::Group;
use super::{Severity, Topic};

/// Groups of findings, up to a number of groups of warnings.
pub(crate) struct Limited<'d> {
    pub shown: Vec<Group<'d>>,
    /// How many warnings are in groups that are not shown, by what they are about.
    left_out: BTreeMap<Topic, usize>,
}

impl<'d> Limited<'d> {
    pub fn new(groups: Vec<Group<'d>>, limit: Option<usize>) -> Self {
        let mut limited = Self {
            shown: Vec::new(),
            left_out: BTreeMap::new(),
        };
        let mut warnings = 0;
        for group in groups {
            let is_warning = group.first.severity == Severity::Warning;
            warnings += usize::from(is_warning);
            let over = is_warning && limit.is_some_and(|limit| warnings > limit);
            match group.first.topic.filter(|_| over) {
                Some(topic) => *limited.left_out.entry(topic).or_default() += group.len(),
                None => limited.shown.push(group),
            }
        }
        limited
    }

    /// How many warnings are not shown.
    pub fn count(&self) -> usize {
        self.left_out.values().sum()
    }

    /// Counts what is not shown, the most frequent first; nothing if all is.
    pub fn sum_up(&self, out: &mut String, all: &str, color: &Color) -> fmt::Result {
        let count = self.count();
        if count == 0 {
            return Ok(());
        }
        let message = match count {
            1 => ": 1 warning of another cause is not shown".to_owned(),
            _ => format!(": {count} warnings of other causes are not shown"),
        };
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
        writeln!(out, "  {equals} {help} {all} prints them all\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Printing, Topic, render};
    use crate::source::{Files, Place, SourceFile};

    /// Warnings of four causes, three about types and one about null, and an error behind them all.
    fn printed(warnings: Option<usize>) -> String {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("a.md", "abcdefg"));
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::error(Place::new(id, 6..7), "wrong"));
        let odd = [
            (Topic::Type, "odd"),
            (Topic::Null, "odd"),
            (Topic::Type, "strange"),
            (Topic::Type, "queer"),
            (Topic::Type, "queer"),
        ];
        for (at, (topic, message)) in odd.into_iter().enumerate() {
            let place = Place::new(id, at..at + 1);
            diagnostics.push(Diagnostic::warning(topic, place, message));
        }
        let printing = Printing {
            warnings,
            all: "--all",
            ..Printing::default()
        };
        render(&diagnostics, &files, printing)
    }

    #[test]
    fn causes_over_the_limit_are_counted_and_errors_are_all_printed() {
        let text = printed(Some(1));
        let heads: Vec<_> = text.lines().filter(|line| line.contains(": ")).collect();
        assert_eq!(
            heads,
            [
                "warning: odd",
                "error: wrong",
                "warning: 4 warnings of other causes are not shown",
                "  = note: 3 × pages disagree about the type of a field",
                "  = note: 1 × pages disagree whether a field may be null",
                "  = help: --all prints them all",
            ]
        );
        assert!(text.ends_with("all\n\n"));
    }

    #[test]
    fn nothing_is_summed_up_where_all_is_shown() {
        assert_eq!(printed(None), printed(Some(4)));
        assert!(!printed(None).contains("not shown"));
    }
}
