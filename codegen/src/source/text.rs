//! The text of a file, which may be a part of a longer one.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A text. The pages of an API stand one behind the other in few blocks, so that all their memory is
/// given back when the run is done with them: what thousands of small ones leave stays with the
/// allocator.
#[derive(Clone)]
pub struct Text {
    whole: Arc<String>,
    part: Range<usize>,
}

impl Text {
    /// A part of a text; empty if there is no such part.
    #[must_use]
    pub fn part(whole: &Arc<String>, part: Range<usize>) -> Self {
        let part = whole.get(part.clone()).map_or(0..0, |_| part);
        let whole = Arc::clone(whole);
        Self { whole, part }
    }

    /// It as a slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole[self.part.clone()]
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let part = 0..text.len();
        let whole = Arc::new(text);
        Self { whole, part }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_text_of_its_own() {
        let whole = Arc::new("one é two".to_owned());
        let of = |part| Text::part(&whole, part).to_string();
        assert_eq!(of(0..3), "one");
        assert_eq!(of(7..10), "two");
        assert_eq!(of(5..6), "", "half of a letter");
        assert_eq!(of(7..11), "", "more than there is");
        assert_eq!(&*Text::from("all"), "all");
    }
}
