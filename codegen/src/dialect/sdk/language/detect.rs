//! Detects the language of pages.

use super::all::{VOCABULARIES, knowing};
use super::vocabulary::{FileNames, Vocabulary};
use crate::dialect::cells::type_expr::Named;
use crate::dialect::sdk::page::kind::SortedPage;
use crate::dialect::sdk::page::links::is_external;
use crate::dialect::sdk::page::sections;
use crate::language::Language;

/// The languages of an SDK's pages.
pub(crate) struct Languages {
    each: Vec<Language>,
    scores: Vec<Score>,
    /// Whether the pages are of several SDKs, although in one folder.
    pub are_mixed: bool,
}

impl Languages {
    /// The language that the user has set, else what the pages show; if they show several alike, that
    /// which their folder is called as.
    pub fn of(
        pages: &[SortedPage],
        configured: Option<Language>,
        called: Option<Language>,
    ) -> Self {
        // A few pages with odd signs are no second SDK.
        const FEW: usize = 10;
        let scores: Vec<_> = pages.iter().map(Score::of).collect();
        let sum = Score::sum(&scores);
        let called = called.filter(|language| sum.admits(*language));
        let together = configured.or(called).unwrap_or_else(|| sum.winner());
        let mut each: Vec<_> = scores
            .iter()
            .map(|score| configured.unwrap_or_else(|| score.winner_beside(together)))
            .collect();
        let others = each.iter().filter(|language| **language != together);
        let are_mixed = others.count() * FEW > pages.len();
        if !are_mixed {
            each.fill(together);
        }
        Self {
            each,
            scores,
            are_mixed,
        }
    }

    /// Each page with its language.
    pub fn with<'a>(
        &self,
        pages: &'a [SortedPage<'a>],
    ) -> impl Iterator<Item = (&'a SortedPage<'a>, Language)> {
        pages.iter().zip(self.each.iter().copied())
    }

    /// The pages whose language was found together, and what speaks for it.
    pub fn groups<'a>(&self, pages: &'a [SortedPage<'a>]) -> Vec<(&'a [SortedPage<'a>], Score)> {
        if !self.are_mixed {
            return vec![(pages, Score::sum(&self.scores))];
        }
        let alone = pages.iter().map(std::slice::from_ref);
        alone.zip(self.scores.iter().copied()).collect()
    }
}

/// How much speaks for each of [`VOCABULARIES`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Score([u32; VOCABULARIES.len()]);

/// A code block in a language is no accident; a name may be.
const FENCE: u32 = 3;
const GENERIC: u32 = 2;
/// A word that only one language has says more than one that several share.
const UNIQUE: u32 = 2;

impl Score {
    /// Reads the signs of one page.
    pub fn of(sorted: &SortedPage) -> Self {
        let mut score = Self::default();
        for code in sections::codes(sorted.page) {
            score.add(FENCE, |words| {
                words.fences.contains(&code.language.as_str())
            });
        }
        for expr in sorted.types() {
            expr.for_each_name(&mut |named| score.name(named));
        }
        score
    }

    /// The scores of several pages together.
    pub fn sum(scores: &[Self]) -> Self {
        let mut sum = Self::default();
        for score in scores {
            for (total, points) in sum.0.iter_mut().zip(score.0) {
                *total += points;
            }
        }
        sum
    }

    /// The language with the most points. Without any, the first: its words say nothing
    /// about null, so that nothing is claimed that the pages do not say.
    pub fn winner(self) -> Language {
        let mut best = (VOCABULARIES[0].language, 0);
        for (words, points) in VOCABULARIES.iter().zip(self.0) {
            if points > best.1 {
                best = (words.language, points);
            }
        }
        best.0
    }

    /// The languages with the most points.
    pub fn candidates(self) -> Vec<&'static Vocabulary> {
        let most = self.0.into_iter().max().unwrap_or(0);
        let points = self.0.into_iter().zip(VOCABULARIES);
        let most = points.filter(|(points, _)| *points == most);
        most.map(|(_, words)| words).collect()
    }

    /// Whether no language has more points.
    pub fn admits(self, language: Language) -> bool {
        let candidates = self.candidates();
        candidates.iter().any(|words| words.language == language)
    }

    /// The points of each language: `Java 12, C# 3`.
    pub fn evidence(self) -> String {
        let mut signs: Vec<_> = self.0.into_iter().zip(VOCABULARIES).collect();
        signs.retain(|(points, _)| *points > 0);
        signs.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        let signs = signs
            .iter()
            .map(|(points, words)| format!("{} {points}", words.language));
        signs.collect::<Vec<_>>().join(", ")
    }

    /// What speaks for a language.
    pub fn points(self, language: Language) -> u32 {
        let mut points = VOCABULARIES.iter().zip(self.0);
        let found = points.find(|(words, _)| words.language == language);
        found.map_or(0, |(_, points)| points)
    }

    /// The language of a page among pages of another: its own if it has clear signs of one.
    pub fn winner_beside(self, neighbours: Language) -> Language {
        let own = self.winner();
        if self.points(own) > self.points(neighbours) {
            own
        } else {
            neighbours
        }
    }

    fn name(&mut self, named: &Named) {
        let known = knowing(named);
        let knowing = known.iter().filter(|knows| **knows).count();
        let points = if named.args.is_empty() { 1 } else { GENERIC };
        let points = if knowing == 1 {
            UNIQUE * points
        } else {
            points
        };
        for (total, _) in self.0.iter_mut().zip(known).filter(|(_, knows)| *knows) {
            *total += points;
        }
        let page = named.link.as_deref().filter(|link| !is_external(link));
        let file = page.and_then(|link| link.rsplit('/').next());
        if let Some(file) = file
            && named.last().contains(char::is_uppercase)
        {
            let names = if file.contains(char::is_uppercase) {
                FileNames::AsTitle
            } else {
                FileNames::Lower
            };
            self.add(1, |words| words.file_names == names);
        }
    }

    fn add(&mut self, points: u32, which: impl Fn(&Vocabulary) -> bool) {
        for (total, words) in self.0.iter_mut().zip(VOCABULARIES) {
            if which(words) {
                *total += points;
            }
        }
    }
}
