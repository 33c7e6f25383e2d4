//! What is made from bytes, beyond that it reads back equal.
#![cfg(all(feature = "hostile", feature = "arbitrary"))]

use arbitrary::{Arbitrary, Unstructured};
use generated::hostile::{
    ByKey, ClosedStatus, Color, Endless, KeyOpt, Poptionalnullable, Scalars, Shape2, Status, Tree,
    Twice, WithExtra,
};
use generated::{Date, DateTime, Extra, Maybe, Number, Value};

/// Values of many buffers, whose bytes are some of these.
fn values_of<T: for<'a> Arbitrary<'a>>(bytes: &[u8]) -> Vec<T> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes[state as usize % bytes.len()]
    };
    (0..1000)
        .map(|at| {
            let buffer: Vec<u8> = (0..at % 250).map(|_| byte()).collect();
            T::arbitrary(&mut Unstructured::new(&buffer)).expect("a value")
        })
        .collect()
}

fn values<T: for<'a> Arbitrary<'a>>() -> Vec<T> {
    let bytes: Vec<u8> = (0..=u8::MAX).collect();
    values_of(&bytes)
}

/// How many of those values are one of a kind.
fn count<T: for<'a> Arbitrary<'a>>(is: impl Fn(&T) -> bool) -> usize {
    values().iter().filter(|value| is(value)).count()
}

#[test]
fn every_variant_that_can_be_read_is_made() {
    let kinds: [fn(&Scalars) -> bool; 12] = [
        |it| matches!(it, Scalars::Nothing(_)),
        |it| matches!(it, Scalars::Flag(_)),
        |it| matches!(it, Scalars::Whole(_)),
        |it| matches!(it, Scalars::Float(_)),
        |it| matches!(it, Scalars::Instant(_)),
        |it| matches!(it, Scalars::Day(_)),
        |it| matches!(it, Scalars::Named(_)),
        |it| matches!(it, Scalars::Text(_)),
        |it| matches!(it, Scalars::Words(_)),
        |it| matches!(it, Scalars::Numbers(_)),
        |it| matches!(it, Scalars::Things(_)),
        |it| matches!(it, Scalars::Unknown(_)),
    ];
    for (at, kind) in kinds.iter().enumerate() {
        assert!(count(kind) > 0, "variant {at}");
    }
    // Any text fits the field that holds this tag.
    assert!(count(|it| matches!(it, Shape2::Square(_))) > 100);
    assert!(count(|it| matches!(it, Shape2::Circle(_))) > 100);
    assert!(count(|it| matches!(it, Shape2::Unknown(_))) > 10);
    assert!(count(|it| matches!(it, ByKey::A(_))) > 100);
    assert!(count(|it| matches!(it, ByKey::B(_))) > 100);
    assert!(count(|it| matches!(it, ByKey::Opt(_))) > 10);
    // Both hold text, and a reader takes the first.
    assert!(count(|it| matches!(it, Twice::A(_))) > 100);
    assert_eq!(count(|it| matches!(it, Twice::B(_))), 0);
}

#[test]
fn an_unknown_value_is_none_of_the_known() {
    assert!(count(|it| matches!(it, Color::Empty)) > 0);
    assert!(count(|it| matches!(it, Color::UnknownValue(_))) > 10);
    for color in values::<Color>() {
        assert_eq!(Color::from(color.as_str()), color);
    }
    assert!(count(|it| matches!(it, Status::Unknown(_))) > 10);
    assert_eq!(count(|it| matches!(it, ClosedStatus::One)), 1000);
}

#[test]
fn each_presence_is_made() {
    // An opaque value that is null is the field's null.
    let opaque = |is: fn(&Maybe<Value>) -> bool| count(|it: &Poptionalnullable| is(&it.f10));
    assert!(opaque(Maybe::is_absent) > 0);
    assert!(opaque(Maybe::is_null) > 0);
    assert!(opaque(|it| it.value().is_some_and(|value| !value.is_null())) > 0);
    assert_eq!(opaque(|it| *it == Maybe::Value(Value::Null)), 0);
    assert!(count(|it: &WithExtra| !it.additional.is_empty()) > 100);
}

#[test]
fn no_other_key_is_that_of_a_field() {
    // Texts of one letter, which is one of the fields' keys or another.
    let made: Vec<WithExtra> = values_of(&[1, b'm', b'n', b'o']);
    let has = |key| made.iter().any(|it| it.additional.get(key).is_some());
    assert!(has("o"));
    assert!(!has("m") && !has("n"));
}

#[test]
fn recursion_ends_and_what_has_no_end_is_not_made() {
    let nested = |it: &Tree| it.children.iter().any(|it| it.parent.is_some());
    assert!(count(nested) > 0);
    // Bytes that always say "more".
    for bytes in [[0xff; 100_000], [0x01; 100_000]] {
        Tree::arbitrary(&mut Unstructured::new(&bytes)).expect("a tree");
        KeyOpt::arbitrary(&mut Unstructured::new(&bytes)).expect("keys");
        assert!(Endless::arbitrary(&mut Unstructured::new(&bytes)).is_err());
    }
}

#[test]
fn what_models_share_is_made_by_itself() {
    assert!(count(|it: &Number| it.as_i64().is_none()) > 10);
    assert!(count(|it: &Maybe<bool>| it.is_null()) > 10);
    assert_eq!(
        count(|it: &Maybe<Option<bool>>| *it == Maybe::Value(None)),
        0
    );
    assert!(count(|it: &Extra<u8>| it.len() > 1) > 10);
    assert!(count(|it: &DateTime| it.to_string().len() > 20) > 10);
    assert_eq!(count(|it: &Date| it.to_string().len() == 10), 1000);
}
