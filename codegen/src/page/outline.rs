//! How links name the headings of a page.

/// The anchor that GitHub gives a heading of that text: `get-room` for "Get Room?".
pub(crate) fn slug(heading: &str) -> String {
    heading
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("Get Room?"), "get-room");
        assert_eq!(slug("A / B_c-d"), "a--b_c-d");
        assert_eq!(slug("Überblick"), "überblick");
    }
}
