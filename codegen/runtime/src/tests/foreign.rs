//! Types that only serde can read and write, as fields.

use std::num::NonZeroU8;

use super::{error, goes_back};
use crate::support::record::record;
use crate::support::wire::Optional as _;

#[derive(Debug, PartialEq)]
struct Order {
    pair: (i32, String),
    count: Option<NonZeroU8>,
}

record! {
    Order requires 1 0b1 {
        foreign required 0 pair = "pair",
        foreign optional 1 count = "count",
    }
}

#[test]
fn they_are_read_and_written_by_serde() {
    goes_back::<Order>(r#"{"pair":[1,"a"]}"#);
    goes_back::<Order>(r#"{"pair":[1,"a"],"count":3}"#);
    assert!(error::<Order>(r#"{"pair":[1]}"#).starts_with("at `pair`: invalid length 1"));
    assert!(error::<Order>("{}").contains("missing field `pair`"));
}
