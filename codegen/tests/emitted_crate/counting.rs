//! Counts the bytes that a thread allocates and does not give back.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    // Of this thread alone: the one that runs the tests allocates at the same time.
    static HELD: Cell<usize> = const { Cell::new(0) };
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

fn count(change: impl FnOnce(usize) -> usize) {
    // A thread that ends has no count any more.
    let _ = HELD.try_with(|held| held.set(change(held.get())));
}

// SAFETY: all is done by the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(|held| held.wrapping_add(layout.size()));
        let _ = ALLOCATIONS.try_with(|count| count.set(count.get() + 1));
        // SAFETY: the caller keeps the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(|held| held.wrapping_sub(layout.size()));
        // SAFETY: the caller keeps the contract.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often a function allocates, as a measure of its work.
#[allow(dead_code, reason = "not every test asks")]
pub fn allocations_of(work: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.get();
    work();
    ALLOCATIONS.get() - before
}

/// Reads a document, and each beginning of it, which is an error: all memory is given back.
pub fn gives_all_back<T: serde::de::DeserializeOwned>(json: &str) {
    for end in 0..=json.len() {
        let before = HELD.get();
        drop(serde_json::from_str::<T>(
            json.get(..end).unwrap_or_default(),
        ));
        let held = HELD.get().wrapping_sub(before);
        let ty = std::any::type_name::<T>();
        assert_eq!(held, 0, "{ty} holds bytes of {json} up to {end}");
    }
}
