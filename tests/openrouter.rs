//! A large real API as its user meets it: a program against the crate of `openrouter/typescript`.
//!
//! The docs are not part of the repository; where they are absent, this says so and passes. It
//! builds the crate, which takes a minute, so it is run on request:
//!
//! ```text
//! cargo test --package tests --test openrouter -- --ignored --nocapture
//! ```

use std::path::Path;

use fieldtable::diagnostic::Diagnostics;
use fieldtable::{emit, input, output};
use tests::{cargo, repository};

#[test]
#[ignore = "builds a crate of 1,668 models"]
fn builds_a_request_matches_a_union_and_reads_an_unknown_value() {
    let corpus = repository().join("../shared/corpus/openrouter");
    if !corpus.is_dir() {
        println!("skipped: no corpus beside the repository");
        return;
    }
    let mut input = input::read(&corpus).expect("the corpus can be read");
    input.apis.retain(|api| api.name == "typescript");
    input.apis[0].name = "openrouter".to_owned();
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics).expect("no errors");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openrouter");
    output::write(&out, &emit::emit(&description.apis)).expect("the crate can be written");
    let examples = out.join("examples");
    std::fs::create_dir_all(&examples).expect("a folder");
    std::fs::write(examples.join("chat.rs"), include_str!("programs/chat.rs")).expect("a file");
    let run = cargo(
        &out,
        &out.join("target"),
        &["run", "--quiet", "--example", "chat"],
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
}
