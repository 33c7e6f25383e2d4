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
    let order = Order::new(required::Order {
        order_id: id(7),
        before: vec![id(5)],
        by_name: [("a".to_owned(), id(1))].into(),
        count: u64::MAX,
        total: money.clone(),
        state: State::Paid,
        events: vec![Event::from("text")],
        words: vec!["a".to_owned()],
    });
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

#[cfg(feature = "arbitrary")]
#[test]
fn values_from_bytes_have_the_values_that_are_known_of_the_users_types() {
    use arbitrary::{Arbitrary, Unstructured};

    let mut nicks = std::collections::BTreeSet::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut created = 0;
    for seed in 0_u8..200 {
        let bytes: Vec<u8> = (0..=255_u8)
            .map(|at| at.wrapping_mul(seed | 1) ^ seed)
            .collect();
        let order = Order::arbitrary(&mut Unstructured::new(&bytes)).unwrap();
        ids.insert(order.order_id.0);
        nicks.extend(order.nick);
        let is_created = |event: &&Event| matches!(event, Event::Created(_));
        created += order.events.iter().filter(is_created).count();
        assert_eq!(order.total.currency, Currency::Eur);
        // No value is known of what it needs.
        assert!(NeverSeen::arbitrary(&mut Unstructured::new(&bytes)).is_err());
    }
    assert_eq!(ids, [1, 5, 6, 7].into());
    assert_eq!(nicks, ["one of ours".to_owned()].into());
    assert!(created > 0);
}

#[cfg(feature = "schemars")]
#[test]
fn the_schema_says_what_is_on_the_wire() {
    let schema = schemars::schema_for!(Order);
    let schema = schema.as_value();
    assert_eq!(schema["properties"]["orderId"]["type"], "string");
    assert_eq!(schema["properties"]["total"]["$ref"], "#/$defs/Money");
    let money = &schema["$defs"]["Money"];
    assert_eq!(money["required"], serde_json::json!(["amount", "currency"]));
    assert_eq!(money["x-rust-type"]["path"], "my_crate::Money");
    // A model that only a replaced one is made of.
    assert_eq!(schema["$defs"]["CreatedType"]["const"], "created");
}
