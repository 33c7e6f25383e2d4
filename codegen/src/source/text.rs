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
    // As wide as places; a file has less.
    start: u32,
    end: u32,
}

impl Text {
    /// A part of a text; empty if there is no such part.
    #[must_use]
    pub fn part(whole: &Arc<String>, part: Range<usize>) -> Self {
        let text = whole.get(part.clone()).unwrap_or_default();
        let (start, end) = (u32::try_from(part.start), u32::try_from(part.end));
        match (start, end) {
            (Ok(start), Ok(end)) if end.checked_sub(start) == Some(wide(text)) => {
                let whole = Arc::clone(whole);
                Self { whole, start, end }
            }
            _ => text.to_owned().into(),
        }
    }

    /// A part of it, if there is one.
    #[must_use]
    pub fn slice(&self, part: Range<usize>) -> Option<Self> {
        let length = wide(self.as_str().get(part.clone())?);
        let start = self.start + u32::try_from(part.start).ok()?;
        let whole = Arc::clone(&self.whole);
        let end = start + length;
        Some(Self { whole, start, end })
    }

    /// Its first bytes.
    #[must_use]
    pub fn first(self, bytes: usize) -> Self {
        self.slice(0..bytes).unwrap_or(self)
    }

    /// It as a slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let part = self.start as usize..self.end as usize;
        self.whole.get(part).unwrap_or_default()
    }
}

/// The length of a text.
fn wide(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        let end = wide(&text);
        let whole = Arc::new(text);
        Self {
            whole,
            start: 0,
            end,
        }
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
        assert_eq!(Text::part(&whole, 4..10).first(3).as_str(), "é ");
        let part = Text::part(&whole, 4..10);
        assert_eq!(part.slice(3..6).as_deref(), Some("two"));
        assert!(part.slice(1..6).is_none() && part.slice(3..7).is_none());
        assert_eq!(of(5..6), "", "half of a letter");
        assert_eq!(of(7..11), "", "more than there is");
        assert_eq!(&*Text::from("all"), "all");
    }
}
