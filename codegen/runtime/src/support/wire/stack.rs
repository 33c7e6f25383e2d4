//! How much of the stack values may take that only serde can read and write, and that lie in each other.
//!
//! Each of those around a value hands on all that is read in it, so that a level takes the more stack the more there
//! are: lists in lists of structs with such lists took all of it within the levels that MessagePack allows.

use std::cell::Cell;

/// The error of what lies deeper.
pub const EXCEEDED: &str = "recursion limit exceeded";

/// In bytes: a quarter of what a thread has.
const MOST: usize = 512 << 10;

/// What is farther apart lies in two stacks: a type of the user's may make room for itself.
const ANOTHER: usize = 64 << 20;

thread_local! {
    static OUTERMOST: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Such a value that is being read or written.
pub struct Within(bool);

impl Within {
    /// One more of them; `None` if those around it have taken too much.
    #[inline(never)]
    pub fn enter() -> Option<Self> {
        let local = 0_u8;
        let here = std::ptr::from_ref(&local).addr();
        let Some(outermost) = OUTERMOST.get() else {
            OUTERMOST.set(Some(here));
            return Some(Self(true));
        };
        let is_within = !(MOST..ANOTHER).contains(&outermost.abs_diff(here));
        is_within.then_some(Self(false))
    }
}

impl Drop for Within {
    #[inline]
    fn drop(&mut self) {
        if self.0 {
            OUTERMOST.set(None);
        }
    }
}
