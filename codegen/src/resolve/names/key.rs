//! Names without what their spellings differ in.

/// A name without case and separators: what all its spellings have in common.
pub(crate) fn fold_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
