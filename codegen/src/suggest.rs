//! Suggests a known word for a mistyped one.

use crate::diagnostic::Diagnostic;

/// The candidate nearest to `word`; `None` if all are too different to be a typing error.
///
/// `wire_case` leads to `wire-case`, `nulable` to `nullable`, `colour` to nothing.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let limit = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&folded, &fold(candidate));
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Case and separators of words do not count as differences.
fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' ' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The diagnostic with the nearest word as its hint, if there is one.
pub(crate) fn with_suggestion(diagnostic: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        None => diagnostic,
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
    use super::{alternatives, nearest};

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
    fn alternatives_read_as_prose() {
        assert_eq!(alternatives([]), "");
        assert_eq!(alternatives(["a"]), "`a`");
        assert_eq!(alternatives(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
