//! Bytes as choices. Where they end, the first is chosen, so that every input is one.

/// The bytes that are left.
#[derive(Debug)]
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    /// Choices by these bytes.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether bytes are left.
    #[must_use]
    pub const fn more(&self) -> bool {
        !self.0.is_empty()
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        let number = if end > 256 {
            usize::from(self.byte()) << 8 | usize::from(self.byte())
        } else {
            usize::from(self.byte())
        };
        number % end.max(1)
    }

    /// One time of so many.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of these.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Some of the bytes as they are, as text.
    pub fn raw(&mut self) -> String {
        let length = self.below(24).min(self.0.len());
        let (raw, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(raw).into_owned()
    }
}
