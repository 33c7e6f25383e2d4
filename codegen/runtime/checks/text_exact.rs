//! When two texts are the same.

/// Whether two texts are equal.
pub fn same(left: &str, right: &str) -> bool {
    left == right
}
