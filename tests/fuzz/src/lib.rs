//! What must hold whatever comes: the generator for any pages, settings, samples and keys; the
//! emitted models for any JSON and MessagePack.
//!
//! Each [`Target`] takes bytes, makes an input of them and panics where something does not hold.
//! `fuzz_targets/` gives it to `cargo fuzz`, `tests/replay.rs` to `cargo test`.

pub mod by_schema;
pub mod choices;
pub mod crates;
pub mod generator;
pub mod grammar;
pub mod runtime;
pub mod text;

use std::cell::Cell;

/// One kind of input.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name: that of a file in `fuzz_targets/`, and of folders in `seeds/` and `found/`.
    pub name: &'static str,
    /// Makes the input and checks what comes of it.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: &[Target] = &[
    // A page: the first byte says where it lies, the rest is its text.
    Target {
        name: "page",
        run: generator::page,
    },
    // Pages of all families and languages, by the grammar.
    Target {
        name: "pages",
        run: generator::pages,
    },
    // `spec.toml` beside fixed pages.
    Target {
        name: "spec",
        run: generator::spec,
    },
    // A sample beside fixed pages; the first byte says of which model.
    Target {
        name: "samples",
        run: generator::samples,
    },
    // `keys.tsv` beside fixed pages.
    Target {
        name: "keys",
        run: generator::keys,
    },
    // A line with the name of a model, or a byte that chooses one; then JSON.
    Target {
        name: "json",
        run: runtime::json,
    },
    // A model as before, then choices that make JSON by its schema.
    Target {
        name: "value",
        run: runtime::value,
    },
    // A model as before, then MessagePack.
    Target {
        name: "msgpack",
        run: runtime::msgpack,
    },
];

thread_local! {
    static IS_SAMPLING: Cell<bool> = const { Cell::new(false) };
}

/// Whether what costs most is checked for this input, if only for some.
pub(crate) fn is_sampled(of: usize, times: usize) -> bool {
    !IS_SAMPLING.get() || of.is_multiple_of(times)
}

/// Runs a target, and checks what costs most for some inputs only: many inputs find more.
///
/// # Panics
///
/// As [`run`].
pub fn sample(name: &str, bytes: &[u8]) {
    IS_SAMPLING.set(true);
    run(name, bytes);
    IS_SAMPLING.set(false);
}

/// Runs a target.
///
/// # Panics
///
/// Where something does not hold, and for a name of no target.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target").run)(bytes);
}
