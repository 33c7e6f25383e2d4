//! A digest under a key that is random and secret: who writes docs cannot look for two of one digest.

use std::hash::{BuildHasher, Hasher, RandomState};

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

/// A key. It stands in one stamp only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Key(u64, u64);

impl Key {
    /// For names, which hide nothing.
    pub(super) const OF_NAMES: Self = Self(0, 0);

    /// A key that nobody knows: the standard library asks the system for it.
    pub(super) fn random() -> Self {
        let random = |number: u64| RandomState::new().hash_one(number);
        Self(random(0), random(1))
    }
}

/// A digest that is being made.
pub(super) struct Hash(SipHasher13);

impl Hash {
    pub(super) fn new(key: Key) -> Self {
        Self(SipHasher13::new_with_keys(key.0, key.1))
    }

    /// The digest of a text alone.
    pub(super) fn of(key: Key, bytes: &[u8]) -> String {
        let mut hash = Self::new(key);
        hash.part(bytes);
        hash.end()
    }

    pub(super) fn number(&mut self, number: usize) {
        self.0.write(&(number as u64).to_le_bytes());
    }

    /// Adds a text and its length, by which it is told from the next.
    pub(super) fn part(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.write(bytes);
    }

    /// Adds texts and how many they are.
    pub(super) fn list<'a>(&mut self, parts: impl ExactSizeIterator<Item = &'a [u8]>) {
        self.number(parts.len());
        parts.for_each(|part| self.part(part));
    }

    pub(super) fn end(self) -> String {
        format!("{:032x}", self.0.finish128().as_u128())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_in_other_parts_or_under_another_key_is_another_digest() {
        let of = |key, parts: &[&str]| {
            let mut hash = Hash::new(key);
            hash.list(parts.iter().map(|it| it.as_bytes()));
            hash.end()
        };
        let key = Key::random();
        assert_eq!(of(key, &["ab", "c"]), of(key, &["ab", "c"]));
        for other in [&["a", "bc"][..], &["ab", "c", ""], &["abc"], &["ab", "d"]] {
            assert_ne!(of(key, &["ab", "c"]), of(key, other), "{other:?}");
        }
        assert_ne!(of(Key::random(), &["ab", "c"]), of(key, &["ab", "c"]));
        assert_eq!(of(key, &[]).len(), 32);
    }
}
