//! Suggests a known word for a mistyped one.

use crate::diagnostic::Diagnostic;
use crate::work;

/// The candidate nearest to `word`; `None` if all are too different to be a typing error.
///
/// `wire_case` leads to `wire-case`, `nulable` to `nullable`, `colour` to nothing.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates = candidates.into_iter().map(|word| (fold(word), word));
    nearest_of(word, candidates)
}

fn nearest_of<'a>(
    word: &str,
    candidates: impl Iterator<Item = (impl AsRef<str>, &'a str)>,
) -> Option<&'a str> {
    let folded = fold(word);
    let length = folded.chars().count();
    let limit = (length / 3).max(1);
    candidates
        // As many letters as one word has more than the other differ.
        .filter(|(known, _)| known.as_ref().chars().count().abs_diff(length) <= limit)
        .map(|(known, candidate)| {
            let distance = strsim::damerau_levenshtein(&folded, known.as_ref());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Words among which many mistyped ones are looked for.
#[derive(Debug, Default)]
pub(crate) struct Known<'a> {
    /// The candidates, each as it is compared.
    words: Option<Vec<(String, &'a str)>>,
    asked: usize,
}

/// Who gets more words wrong than these has one mistake: each has to be compared with all.
const MOST_ASKED: usize = 50;

/// What a word is nearest to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near<'a> {
    /// This.
    Word(&'a str),
    /// Nothing that is like it, or another was the first that was not compared.
    Nothing,
    /// It is the first that is not compared.
    NotAsked,
}

impl<'a> From<Option<&'a str>> for Near<'a> {
    fn from(near: Option<&'a str>) -> Self {
        near.map_or(Self::Nothing, Self::Word)
    }
}

impl<'a> Known<'a> {
    /// As [`nearest`], for the first of many words. `candidates` must always give the same.
    pub(crate) fn nearest<I: Iterator<Item = &'a str>>(
        &mut self,
        word: &str,
        candidates: impl FnOnce() -> I,
    ) -> Near<'a> {
        self.asked += 1;
        match self.asked.checked_sub(MOST_ASKED) {
            None | Some(0) => {}
            Some(1) => return Near::NotAsked,
            Some(_) => return Near::Nothing,
        }
        let words = self
            .words
            .get_or_insert_with(|| candidates().map(|word| (fold(word), word)).collect());
        work::count(words.len());
        nearest_of(word, words.iter().map(|(folded, word)| (&**folded, *word))).into()
    }
}

/// Case and separators of words do not count as differences.
fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' ' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The diagnostic with the nearest word as its hint, if there is one.
pub(crate) fn with_suggestion<'a>(diagnostic: Diagnostic, near: impl Into<Near<'a>>) -> Diagnostic {
    match near.into() {
        Near::Word(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        Near::NotAsked => diagnostic.hint(format!(
            "{MOST_ASKED} before it are wrong too: from here on none is compared with those that there are"
        )),
        Near::Nothing => diagnostic,
    }
}

/// Words as a list in prose: `` `a`, `b` or `c` ``.
#[must_use]
pub fn alternatives<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, MOST_ASKED, Near, alternatives, nearest};

    #[test]
    fn a_slip_leads_to_the_nearest_word() {
        let known = ["wire-case", "date-time", "sources", "models"];
        assert_eq!(nearest("wire_case", known), Some("wire-case"));
        assert_eq!(nearest("wirecase", known), Some("wire-case"));
        assert_eq!(nearest("model", known), Some("models"));
        assert_eq!(nearest("dtae-time", known), Some("date-time"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn only_the_first_of_many_slips_are_led_to_a_word() {
        let mut known = Known::default();
        let words = || ["wire-case", "models"].into_iter();
        for _ in 0..MOST_ASKED {
            assert_eq!(known.nearest("model", words), Near::Word("models"));
        }
        assert_eq!(known.nearest("model", words), Near::NotAsked);
        assert_eq!(known.nearest("model", words), Near::Nothing);
    }

    #[test]
    fn alternatives_read_as_prose() {
        assert_eq!(alternatives([]), "");
        assert_eq!(alternatives(["a"]), "`a`");
        assert_eq!(alternatives(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
