//! Whether a description says that null may come.

use crate::fold::fold_name;

/// Finds the word `null`, in a code span or bare, in the description of a field of that name.
///
/// It does not count where it is denied (`never null`), quoted (`"null"`), a part of another word
/// or code span, or what another field is said to be (``where `number` is `null` ``).
pub(crate) fn say_null(description: &str, field: &str) -> bool {
    let parts: Vec<&str> = description.split('`').collect();
    let part = |at: Option<usize>| at.and_then(|at| parts.get(at)).copied().unwrap_or_default();
    (0..parts.len()).any(|at| {
        let text = parts[at];
        if at % 2 == 1 {
            let before = part(at.checked_sub(1));
            let is_null = text.trim() == NULL;
            is_null && counts(before, part(at.checked_sub(2)), part(Some(at + 1)), field)
        } else {
            let span = part(at.checked_sub(1));
            let mut words = bare(text);
            words.any(|(start, end)| counts(&text[..start], span, &text[end..], field))
        }
    })
}

const NULL: &str = "null";

/// Where the word stands in plain text.
fn bare(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || "_-'\"".contains(c);
    let bytes = text.as_bytes();
    let starts = bytes.windows(NULL.len()).enumerate();
    let starts = starts.filter(|(_, word)| word.eq_ignore_ascii_case(NULL.as_bytes()));
    starts.filter_map(move |(start, _)| {
        let end = start + NULL.len();
        let (before, after) = (
            text[..start].chars().next_back(),
            text[end..].chars().next(),
        );
        let alone = !before.is_some_and(is_part) && !after.is_some_and(is_part);
        alone.then_some((start, end))
    })
}

/// Whether the word counts between two texts; `span` is the code span before the first of them.
fn counts(before: &str, span: &str, after: &str, field: &str) -> bool {
    const IS: [&str; 5] = ["is", "are", "was", "=", "=="];
    let of_another = IS.contains(&before.trim()) && fold_name(span) != fold_name(field);
    let of_another = of_another && !span.is_empty();
    !of_another && !is_denied(before) && !is_refused(after)
}

/// `cannot be null`.
fn is_denied(before: &str) -> bool {
    const NO: [&str; 6] = ["not", "never", "cannot", "no", "nor", "without"];
    let sentence = before.rsplit(['.', '!', '?', ';', '\n']).next();
    let last: Vec<_> = words(sentence.unwrap_or_default()).collect();
    let mut last = last.iter().rev().take(3);
    last.any(|word| NO.contains(&word.as_str()) || word.ends_with("n't"))
}

/// `null is not allowed`.
fn is_refused(after: &str) -> bool {
    let mut words = words(after).skip_while(|word| word == "value" || word == "values");
    match words.next().as_deref() {
        Some("is" | "are") => words.next().as_deref() == Some("not"),
        Some("isn't" | "aren't") => true,
        _ => false,
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::say_null;

    #[test]
    fn null_in_a_code_span_or_bare_counts() {
        for text in [
            "Why it failed, or `null` if it did not.",
            "`null` for drafts.",
            "Null until the order is paid",
            "Either null or a number.",
            "Not set yet. Then it is null.",
            "`size` is `null` where nobody knows.",
            "set to **null** to remove it",
        ] {
            assert!(say_null(text, "Size"), "{text}");
        }
    }

    #[test]
    fn what_is_denied_quoted_or_of_another_field_does_not() {
        for text in [
            "",
            "A nullable number.",
            "Is never null.",
            "Must not be `null`.",
            "It isn't null.",
            "`null` is not allowed",
            "null values are not kept",
            "non-null",
            "The text \"null\" means none.",
            "The key `\"(null)\"` holds the rest.",
            "`false` where `number` is `null`",
            "`false` where `number` is null",
        ] {
            assert!(!say_null(text, "size"), "{text}");
        }
    }

    #[test]
    fn odd_texts_are_read_to_their_end() {
        for text in ["`", "``null``", "é`null", "`nullé`", "éNULLé", "'null'"] {
            say_null(text, "é");
        }
    }
}
