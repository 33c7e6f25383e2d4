//! A large real API as its user meets it: a program against the crate of `openrouter/typescript`.

use std::path::Path;

use fieldtable::diagnostic::Diagnostics;
use fieldtable::{emit, input, output};
use tests::cargo;

use crate::shared;

#[test]
#[ignore = "needs the corpus"]
fn builds_a_request_matches_a_union_and_reads_an_unknown_value() {
    let mut input = input::read(&shared("corpus/openrouter")).expect("the corpus can be read");
    input.apis.retain(|api| api.name == "typescript");
    input.apis[0].name = "openrouter".to_owned();
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics).expect("no errors");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openrouter");
    output::write(&out, &emit::emit(&description.apis), &mut |_| {})
        .expect("the crate can be written");
    let examples = out.join("examples");
    std::fs::create_dir_all(&examples).expect("a folder");
    std::fs::write(examples.join("chat.rs"), include_str!("chat.rs")).expect("a file");
    let run = cargo(
        &out,
        &out.join("target"),
        &["run", "--quiet", "--example", "chat"],
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
}
