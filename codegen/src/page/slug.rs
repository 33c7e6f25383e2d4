//! Anchors that sites make of the text of a heading.

/// What GitHub and most sites make: `get-room` of "Get Room?".
pub(crate) fn drop_punctuation(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// What sites make that drop nothing: `get-room?`.
pub(crate) fn keep_all(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// What sites make that take hyphens for punctuation: `nonfree-rooms` of "Non-free rooms".
pub(crate) fn drop_hyphens(text: &str) -> String {
    drop_punctuation(&text.replace('-', ""))
}

/// Several hyphens as one, none at the ends, as sites do that take runs of blanks for one:
/// `a-b` of `a--b`.
pub(crate) fn squeeze(slug: &str) -> String {
    let words: Vec<_> = slug.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_of_a_text() {
        let text = "Get a / B_c (all)";
        assert_eq!(drop_punctuation(text), "get-a--b_c-all");
        assert_eq!(keep_all(text), "get-a-/-b_c-(all)");
        assert_eq!(drop_hyphens("Non-free Rooms"), "nonfree-rooms");
        assert_eq!(squeeze("-a--b-"), "a-b");
    }
}
