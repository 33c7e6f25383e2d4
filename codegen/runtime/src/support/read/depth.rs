//! How many lists and objects may lie in each other.
//!
//! serde_json limits the text of JSON, and who has a `Value` has its levels in memory. Other formats
//! allow more levels than the stack of a thread has room for, or any number.

use std::any::type_name;
use std::cell::Cell;

use serde::de::Error;

#[cfg(feature = "json")]
use crate::support::union::content;

/// As serde_json limits it.
pub const DEEPEST: usize = 128;

thread_local! {
    static LEVELS: Cell<usize> = const { Cell::new(0) };
}

/// Whether the levels of a format with such errors need no count: it is one of serde_json, or content
/// that was buffered, whose levels were counted then.
#[inline]
pub fn are_counted<E>() -> bool {
    #[cfg(feature = "json")]
    if type_name::<E>() == type_name::<content::Error>() {
        return true;
    }
    // Not every crate depends on serde_json.
    type_name::<E>() == "serde_json::error::Error"
}

/// A list or an object that is being read, if its format does not count them itself.
pub struct Level(bool);

impl Level {
    /// One more level of a format with such errors.
    ///
    /// # Errors
    ///
    /// If there are too many.
    #[inline]
    pub fn enter<E: Error>() -> Result<Self, E> {
        if are_counted::<E>() {
            return Ok(Self(false));
        }
        Self::count()
    }

    fn count<E: Error>() -> Result<Self, E> {
        let levels = LEVELS.get();
        if levels == DEEPEST {
            return Err(E::custom("recursion limit exceeded"));
        }
        LEVELS.set(levels + 1);
        Ok(Self(true))
    }
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        if self.0 {
            LEVELS.set(LEVELS.get().saturating_sub(1));
        }
    }
}
