//! Types that only serde can read and write, as fields.

use std::num::NonZeroU8;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

/// A type of the user's that takes no text: what is read is what it says.
#[derive(Debug)]
struct Refused;

impl Serialize for Refused {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Refused {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let message = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(message))
    }
}

#[derive(Debug)]
struct Money {
    amount: Option<Refused>,
}

record! {
    Money requires 0 0b0 {
        foreign optional 0 amount = "amount",
    }
}

#[test]
fn whatever_a_type_of_the_users_says_the_path_is_told() {
    for message in [
        "must be positive",
        "",
        "at noon",
        "at `noon` there is none",
        "union of none",
        "invalid value: none",
        "missing field `x`",
        "EOF of patience",
    ] {
        let json = format!(r#"{{"amount":{message:?}}}"#);
        let expected = format!("at `amount`: {message} at line 1 column ");
        assert!(
            error::<Money>(&json).starts_with(&expected),
            "{message}: {}",
            error::<Money>(&json)
        );
    }
    let expected = "at `amount`: invalid type: integer `1`, expected a string";
    assert!(error::<Money>(r#"{"amount":1}"#).starts_with(expected));
}

#[cfg(feature = "json")]
mod in_unions {
    use super::Refused;
    use crate::Value;
    use crate::support::union::{choose, union};
    use crate::tests::{error, goes_back};

    #[derive(Debug)]
    enum Payment {
        Refused(Refused),
        Unknown(Value),
    }

    union! {
        Payment else Unknown {
            0 @foreign Refused = choose::Shape::Text,
        }
    }

    #[test]
    fn the_variant_is_told() {
        let refused = error::<Payment>(r#""must be positive""#);
        let expected = "union Payment read as Refused: must be positive at line 1 column 18";
        assert_eq!(refused, expected);
        goes_back::<Payment>("1");
    }
}
