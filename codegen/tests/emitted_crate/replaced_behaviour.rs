//! What models with the user's types and derives do beyond round trips.
#![cfg(feature = "shop")]

use generated::Maybe;
use generated::shop::*;
use my_crate::{Currency, Id, Money, State};
use serde_json::from_str;

fn id(number: u32) -> Id<my_crate::OfOrder> {
    Id(number, std::marker::PhantomData)
}

#[test]
fn the_users_types_stand_in_fields_lists_maps_and_setters() {
    let money = Money {
        amount: "1".into(),
        currency: Currency::Eur,
    };
    let order = Order::new(
        id(7),
        vec![id(5)],
        [("a".to_owned(), id(1))].into(),
        u64::MAX,
        money.clone(),
        State::Paid,
        vec![Event::from("text")],
    );
    let order = order.with_discount(money.clone());
    assert_eq!(order.discount, Maybe::Value(money));
    let json = serde_json::to_string(&order).unwrap();
    assert_eq!(from_str::<Order>(&json).unwrap(), order);
    assert!(from_str::<Order>(&json.replace("id-7", "7")).is_err());
}

#[test]
fn a_union_is_decided_by_the_wire_shape_of_what_is_replaced() {
    let decided = |json| from_str::<Event>(json).unwrap();
    let created = decided(r#"{"by": "me", "type": "created"}"#);
    assert!(matches!(created, Event::Created(my_crate::Created { .. })));
    let deleted = decided(r#"{"at": "noon", "type": "deleted"}"#);
    assert!(matches!(deleted, Event::Deleted(_)));
    let money = decided(r#"{"amount": "1", "currency": "EUR"}"#);
    assert!(matches!(money, Event::Money(_)));
    assert!(matches!(decided(r#"{"x": 1}"#), Event::Unknown(_)));
}

#[test]
fn traits_are_those_that_all_parts_have() {
    fn all<T: Copy + Ord + std::hash::Hash>() {}
    all::<Keys>();
    fn partial<T: PartialOrd>() {}
    partial::<Keys>();
    partial::<Point>();
    partial::<Deleted>();
}

#[test]
fn derives_are_added_to_structs_enums_and_unions() {
    assert_eq!(
        (Order::NAME, Color::NAME, Event::NAME),
        ("Order", "Color", "Event")
    );
    #[cfg(feature = "more")]
    assert_eq!(
        (Order::OTHER, Color::OTHER, Event::OTHER),
        ("Order", "Color", "Event")
    );
}
