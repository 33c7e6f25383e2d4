//! Which room of the generator may import from which: the map, and the test that holds it.
//!
//! A room is a folder or a top file of `codegen/src`. The rooms stand in the order of the pipeline.
//! What is not listed beside a room is not for it to import; the lists make no circle. Tests inside
//! of a room are held to the same, but for the helpers in files called `testing.rs`.
//!
//! Three more rules: no two folders import from each other, no folder has more than
//! [`FULL`] files, and an exception that nobody needs any more is to be removed.

#[path = "architecture/check.rs"]
mod check;
#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/one_build.rs"]
mod one_build;
#[path = "architecture/small_crates.rs"]
mod small_crates;

use check::{Rules, problems};

/// The rooms of the crate.
const CRATE: &[(&str, &str)] = &[
    // Ground: knows nothing of docs.
    ("source", ""),
    ("timings", ""),
    ("parallel", "timings"),
    ("language", ""),
    ("fold", ""),
    ("map", ""),
    ("clean", ""),
    ("work", ""),
    ("merged", "work"),
    ("diagnostic", "clean source"),
    ("suggest", "diagnostic work"),
    ("literal", "diagnostic source"),
    // What the stages hand on; no stage is known here.
    ("claim", "language literal source"),
    ("model", "fold map merged source work"),
    // 1. Read.
    ("input", "clean diagnostic language page parallel source"),
    ("page", "source work"),
    (
        "config",
        "claim diagnostic language map model source suggest",
    ),
    // 2. What sources say.
    (
        "dialect",
        "claim config diagnostic fold keys language literal map page source work",
    ),
    ("keys", "claim clean diagnostic source"),
    ("sdk_source", "claim keys language work"),
    ("sample", "config diagnostic literal source suggest work"),
    // 3. Decide.
    (
        "resolve",
        "claim config diagnostic fold map merged model sample source suggest timings work",
    ),
    // 4. Products of the model: none knows another, but that a crate holds its schema.
    ("schema", "model"),
    ("emit", "clean fold map model parallel schema timings work"),
    ("changes", "model source"),
    ("atlas", "clean map model source summary"),
    ("explain", "diagnostic model source suggest"),
    ("summary", "claim diagnostic input map model source"),
    // 5. Disk.
    ("output", "emit parallel source"),
    (
        "import",
        "claim config diagnostic dialect input keys language output page sdk_source source",
    ),
    // The pipeline.
    (
        "description",
        "claim config diagnostic dialect emit input keys model page parallel resolve sample source \
         summary timings",
    ),
    // All of it, by words.
    (
        "cli",
        "atlas changes clean config description diagnostic emit explain fold import input model output parallel schema \
         source suggest summary timings",
    ),
    ("lib.rs", "description input output"),
];

/// The rooms of `dialect`: what one cell says, then one folder a family of docs.
const DIALECT: &[(&str, &str)] = &[
    ("cells", ""),
    ("sdk/page", "cells"),
    ("sdk/language", "cells sdk/page"),
    ("sdk/claims", "cells sdk/language sdk/page"),
    ("sdk/cleanup", "sdk/claims sdk/page"),
    ("sdk", "sdk/claims sdk/cleanup sdk/language sdk/page"),
    ("reference/profile", ""),
    ("reference/book", "reference/profile"),
    ("reference/table", "cells reference/book reference/profile"),
    ("reference/type_cell", "cells reference/profile"),
    (
        "reference/models/plan",
        "cells reference/book reference/profile reference/table reference/type_cell",
    ),
    (
        "reference/models/claims",
        "cells reference/book reference/models/plan reference/profile reference/table \
         reference/type_cell",
    ),
    (
        "reference/models",
        "reference/book reference/models/claims reference/models/plan reference/table",
    ),
    (
        "reference/examples",
        "cells reference/book reference/profile reference/table",
    ),
    (
        "reference",
        "reference/book reference/examples reference/models reference/profile reference/table",
    ),
    ("family", "reference/profile sdk/page"),
    ("mod.rs", "family reference sdk"),
];

/// The rooms of `resolve`; the letters are the order in which it runs.
const RESOLVE: &[(&str, &str)] = &[
    ("decision", ""),
    // a. Which models there are.
    ("catalog", ""),
    // b. What examples and samples show.
    ("observed", "catalog"),
    ("context", "catalog observed"),
    // c. Spellings.
    ("names", "catalog context decision observed"),
    // d. An entry becomes a model.
    ("build", "catalog context decision names observed"),
    // e. What `spec.toml` names in vain.
    ("settings", "build catalog context names"),
    // f. Passes over all models.
    ("graph", "build catalog context decision names settings"),
    // g. Examples and samples against the types.
    ("values", "catalog context observed settings"),
    ("crate_wide", ""),
    (
        "mod.rs",
        "build catalog context graph names observed settings values",
    ),
];

/// The rooms of `emit`: how to print, what is decided, what is printed, and into which files.
const EMIT: &[(&str, &str)] = &[
    ("ident", ""),
    ("literal", ""),
    ("code", ""),
    ("rustdoc", ""),
    ("plan", "ident"),
    ("items", "code ident literal plan rustdoc"),
    ("tables", "ident literal plan"),
    ("cases", "ident plan"),
    (
        "files",
        "cases code ident items literal plan rustdoc tables",
    ),
    ("mod.rs", "files items plan"),
];

/// How many files a folder may have. About a dozen is what one sees at a glance.
const FULL: usize = 16;

/// What is not as the map says yet: from a file to a room.
const EXCEPTIONS: &[&str] = &[];

const RULES: Rules<'static> = Rules {
    maps: &[
        ("", CRATE),
        ("dialect", DIALECT),
        ("resolve", RESOLVE),
        ("emit", EMIT),
    ],
    full: FULL,
    exceptions: EXCEPTIONS,
};

#[test]
fn every_import_is_on_the_map() {
    let src = tests::repository().join("codegen/src");
    let problems = problems(&src, &RULES);
    assert!(
        problems.is_empty(),
        "{} problems below codegen/src; the map is in tests/architecture.rs\n\n{}\n",
        problems.len(),
        problems.join("\n")
    );
}
