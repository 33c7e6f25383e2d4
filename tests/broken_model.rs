//! The emitted tests fail when they should: a model broken on purpose is found by its round trip.

use std::path::Path;

use tests::{Project, cargo};

use crate::TARGET;

#[test]
fn a_wrong_wire_name_fails_the_round_trip() {
    let project = Project::shop();
    assert_eq!(project.codegen(&[]).status, 0);
    let out = project.path("out");
    let target = Path::new(TARGET);
    let whole = cargo(&out, target, &["test", "--quiet"]);
    assert_eq!(whole.status, 0, "{}{}", whole.stdout, whole.stderr);

    let path = "out/src/shop/impls.rs";
    let text = std::fs::read_to_string(project.path(path)).expect("the impls");
    let broken = text.replace("\"orderId\"", "\"orderid\"");
    assert_ne!(text, broken, "the wire name stands in the model");
    project.put(path, &broken);

    let run = cargo(&out, target, &["test", "--quiet"]);
    assert_ne!(run.status, 0, "the tests did not see it");
    assert!(
        run.stdout
            .contains("Order / smallest: missing field `orderid`"),
        "{}",
        run.stdout
    );
}
