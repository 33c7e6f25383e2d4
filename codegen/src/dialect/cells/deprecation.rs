//! Deprecation notices of models and fields.

/// What generators write where a document gives no reason.
const STOCK_NOTE: &str =
    "This will be removed in a future release, please migrate away from it as soon as possible.";

/// Splits `: warning: ** DEPRECATED **: note\n\nrest` into note and rest;
/// `None` if the text does not start with a notice.
pub(crate) fn split(text: &str) -> Option<(String, &str)> {
    let mut rest = text;
    for part in [":", "warning", ":", "**", "DEPRECATED", "**", ":"] {
        rest = rest.trim_start().strip_prefix(part)?;
    }
    let (first, below) = rest.split_once('\n').unwrap_or((rest, ""));
    let first = first.trim();
    let note = if first == STOCK_NOTE { "" } else { first };
    Some((note.to_owned(), below.trim()))
}

#[cfg(test)]
mod tests {
    use super::{STOCK_NOTE, split};

    #[test]
    fn splits_both_spellings() {
        let read = |text: &str| split(text).map(|(note, rest)| (note, rest.to_owned()));
        let found = |note: &str, rest: &str| Some((note.to_owned(), rest.to_owned()));
        assert_eq!(
            read(": warning: ** DEPRECATED **: Use b.\n\nThe a."),
            found("Use b.", "The a.")
        );
        assert_eq!(
            read(&format!(":warning: **DEPRECATED**: {STOCK_NOTE}")),
            found("", "")
        );
        assert_eq!(read("DEPRECATED. Use b."), None);
        assert_eq!(read(""), None);
    }
}
