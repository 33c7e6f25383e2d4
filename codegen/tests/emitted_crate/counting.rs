//! Counts the bytes that are allocated and not given back.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

struct Counting;

static HELD: AtomicIsize = AtomicIsize::new(0);

// SAFETY: all is done by the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Reads a document, and each beginning of it, which is an error: all memory is given back.
///
/// One test alone may be in a program that calls it: another would be counted too.
pub fn gives_all_back<T: serde::de::DeserializeOwned>(json: &str) {
    for end in 0..=json.len() {
        let before = HELD.load(Ordering::Relaxed);
        drop(serde_json::from_str::<T>(
            json.get(..end).unwrap_or_default(),
        ));
        let held = HELD.load(Ordering::Relaxed) - before;
        assert_eq!(
            held,
            0,
            "{} holds bytes of {json} up to {end}",
            std::any::type_name::<T>()
        );
    }
}
