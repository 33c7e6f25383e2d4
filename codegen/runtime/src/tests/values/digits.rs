//! Which digits are kept apart, and that they come back.

use serde_json::json;

use crate::support::values::digits::{Digits, is_number, is_plain};
use crate::tests::read;
use crate::{Number, Value};

#[test]
fn digits_are_kept_apart_where_64_bits_may_lose_them() {
    for text in [
        "0",
        "7",
        "-7",
        "18446744073709551615",
        "-9223372036854775808",
    ] {
        assert!(
            matches!(Digits::of(text), Digits::Unsigned(_) | Digits::Signed(_)),
            "{text}"
        );
    }
    for text in [
        "0.5",
        "-0.5",
        "1.0",
        "0.0",
        "-0.0",
        "0.0001",
        "12345.6789",
        "0.1",
        "123456789.123456",
    ] {
        let Digits::Float(float) = Digits::of(text) else {
            panic!("{text}")
        };
        assert_eq!(serde_json::to_string(&float).unwrap(), text);
    }
    for text in [
        "-0",
        "0.10",
        "1.50",
        "1e5",
        "1E5",
        "1e+5",
        "1e400",
        "1e-400",
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1000000000000000055511151231",
        "0.30000000000000004",
        "0.00001",
        "100000000000000000.0",
        "0.00",
    ] {
        assert_eq!(Digits::of(text), Digits::Others, "{text}");
    }
}

#[test]
fn what_looks_plain_is_written_so() {
    let mut state = 7_u64;
    for _ in 0..20_000 {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        let number = (state >> 20) % 10_u64.pow((state % 16) as u32);
        let digits = number.to_string();
        let at = (state >> 8) as usize % (digits.len() + 1);
        let (whole, fraction) = digits.split_at(at);
        let whole = if whole.is_empty() { "0" } else { whole };
        let text = format!("{whole}.{fraction}");
        if is_plain(&text) && is_number(&text) {
            assert!(
                serde_json::to_string(&text.parse::<f64>().unwrap()).unwrap() == text,
                "{text}"
            );
        }
    }
}

#[test]
fn numbers_of_json_are_told_from_other_texts() {
    for text in ["0", "-0", "10", "0.10", "1e400", "-1.5E-07", "1e+5"] {
        assert!(is_number(text), "{text}");
    }
    for text in [
        "", "-", "+1", "01", "-01", ".5", "5.", "1e", "1e+", "0x1", "NaN", " 1", "1 ", "1_0", "--1",
    ] {
        assert!(!is_number(text), "{text}");
    }
}

#[test]
fn numbers_keep_their_digits() {
    for json in [
        "3",
        "0.5",
        "18446744073709551615",
        "-9223372036854775808",
        "1e300",
    ] {
        let number: Number = read(json);
        let again: Value = read(&number.to_string());
        assert_eq!(again, read::<Value>(json));
    }
    let infinite = [0xcb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0];
    let error = rmp_serde::from_slice::<Number>(&infinite).unwrap_err();
    assert_eq!(error.to_string(), "invalid value: JSON number out of range");
    assert!(Number::try_from(f64::NAN).is_err());
    assert_eq!(Number::from(3_u8).as_f64(), 3.0);
    assert_eq!(read::<Vec<Value>>("[1]"), [json!(1)]);
}
