//! The examples of models.
#![cfg(all(feature = "hostile", feature = "examples"))]

use generated::hostile::*;

#[test]
fn an_example_is_the_docs_or_as_small_as_can_be() {
    assert_eq!(Color::example(), Color::Red);
    assert!(Tree::example().parent.is_none());
    let nested = operations::Documented::example();
    assert_eq!(nested, operations::Documented::example());
}
