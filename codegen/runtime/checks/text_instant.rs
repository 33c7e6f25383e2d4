//! When two texts are the same.

use generated::DateTime;

/// Whether two texts are equal, or two spellings of one instant.
pub fn same(left: &str, right: &str) -> bool {
    left == right
        || match (left.parse::<DateTime>(), right.parse::<DateTime>()) {
            (Ok(left), Ok(right)) => left == right && left.offset() == right.offset(),
            _ => false,
        }
}
