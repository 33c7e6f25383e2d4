//! The findings of a run.

use std::collections::BTreeMap;

use super::{Diagnostic, Failed, Severity, Topic};
use crate::source::FileId;

/// The findings of a run. Of those about one thing in one file, 10,000 are kept and the others are
/// counted: a page can have a million.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    /// How many there are, by where and about what; kept or not.
    alike: BTreeMap<Alike, usize>,
    left_out: BTreeMap<Severity, usize>,
}

type Alike = (FileId, Option<Topic>);

/// How many are kept that are alike.
const MOST: usize = 10_000;

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let Some(place) = diagnostic.place else {
            self.found.push(diagnostic);
            return;
        };
        let before = self
            .alike
            .entry((place.file, diagnostic.topic))
            .or_default();
        *before += 1;
        if *before <= MOST {
            self.found.push(diagnostic);
            return;
        }
        if *before == MOST + 1 {
            let message = "this file has more findings of one kind than 10,000";
            let last = Diagnostic {
                severity: diagnostic.severity,
                topic: diagnostic.topic,
                ..Diagnostic::error(place, message)
            };
            self.found
                .push(last.label("the others are counted, not listed"));
        } else {
            *self.left_out.entry(diagnostic.severity).or_default() += 1;
        }
    }

    /// Adds all of other findings.
    pub fn append(&mut self, others: Self) {
        others.found.into_iter().for_each(|it| self.push(it));
        for (severity, count) in others.left_out {
            *self.left_out.entry(severity).or_default() += count;
        }
    }

    /// Keeps the findings for which `keep` is true.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Makes every warning an error.
    pub fn harden(&mut self) {
        for diagnostic in &mut self.found {
            diagnostic.severity = Severity::Error;
        }
        let all = self.left_out.values().sum();
        self.left_out = BTreeMap::from([(Severity::Error, all)]);
    }

    /// Goes on if no error was pushed so far.
    ///
    /// # Errors
    ///
    /// [`Failed`] if there is one.
    pub fn gate(&self) -> Result<(), Failed> {
        if self.count(Severity::Error) == 0 {
            Ok(())
        } else {
            Err(Failed)
        }
    }

    /// How many findings are that severe, also of those that are not kept.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.found.iter().filter(|d| d.severity == severity);
        kept.count() + self.left_out.get(&severity).copied().unwrap_or_default()
    }

    /// The findings in the order of files and places.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.found.iter().collect();
        all.sort_by_key(|d| (d.place, d.severity));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Files, Place, SourceFile};

    #[test]
    fn of_very_many_alike_the_last_ones_are_counted() {
        let mut files = Files::default();
        let (one, other) = (
            files.add(SourceFile::new("a.md", "")),
            files.add(SourceFile::new("b.md", "")),
        );
        let warning = |file, topic| Diagnostic::warning(topic, Place::new(file, 0..0), "odd");
        let mut all = Diagnostics::default();
        for _ in 0..12_000 {
            all.push(warning(one, Topic::Type));
        }
        all.push(warning(one, Topic::Null));
        all.push(warning(other, Topic::Type));
        let mut joined = Diagnostics::default();
        joined.append(all);
        assert_eq!(joined.count(Severity::Warning), 12_002);
        assert_eq!(joined.sorted().len(), 10_003);
        let said = joined.sorted().into_iter().filter(|it| it.message != "odd");
        let said: Vec<_> = said.map(|it| (it.topic, it.place.unwrap().file)).collect();
        assert_eq!(said, [(Some(Topic::Type), one)]);
        joined.harden();
        assert_eq!(joined.count(Severity::Error), 12_002);
    }
}
