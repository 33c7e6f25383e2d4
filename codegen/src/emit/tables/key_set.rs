//! Sets of key indices in generated tables; see `support/read/keys.rs`.

/// Indices of keys.
pub(crate) struct KeyIndices {
    len: usize,
    /// Those below 64, a bit each.
    first: u64,
    more: Vec<usize>,
}

impl KeyIndices {
    /// The indices, in ascending order.
    pub fn of(indices: impl IntoIterator<Item = usize>) -> Self {
        let (first, more): (Vec<_>, Vec<_>) = indices.into_iter().partition(|index| *index < 64);
        Self {
            len: first.len() + more.len(),
            first: first.iter().fold(0, |bits, index| bits | 1 << index),
            more,
        }
    }

    /// As an expression.
    pub fn expression(&self) -> String {
        let Self { len, first, more } = self;
        format!("choose::Indices {{ len: {len}, first: {first:#b}, more: &{more:?} }}")
    }

    /// As `record!` takes them.
    pub fn literals(&self) -> String {
        let Self { len, first, more } = self;
        if more.is_empty() {
            format!("{len} {first:#b}")
        } else {
            format!("{len} {first:#b} {more:?}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_a_bit_for_each_of_the_first_64() {
        let none = KeyIndices::of([]);
        assert_eq!(none.literals(), "0 0b0");
        let some = KeyIndices::of([0, 3, 63, 64, 70]);
        let first = format!("0b1{}1001", "0".repeat(59));
        assert_eq!(some.literals(), format!("5 {first} [64, 70]"));
        assert_eq!(
            some.expression(),
            format!("choose::Indices {{ len: 5, first: {first}, more: &[64, 70] }}")
        );
    }
}
