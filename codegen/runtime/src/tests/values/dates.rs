//! Dates and times of the crate that was chosen.

use crate::tests::{error, goes_back, read};
use crate::{Date, DateTime};

#[test]
fn offsets_and_fractions_are_kept() {
    for json in [
        r#""2024-02-29T12:30:45Z""#,
        r#""2024-02-29T12:30:45.5+02:00""#,
        r#""1969-12-31T23:59:59.000000001-11:30""#,
    ] {
        goes_back::<DateTime>(json);
    }
    goes_back::<Vec<Date>>(r#"["2024-02-29","0001-01-01"]"#);
    let [here, there]: [DateTime; 2] =
        read(r#"["2024-02-29T12:30:45+02:00","2024-02-29T10:30:45Z"]"#);
    assert_eq!(here, there);
}

#[test]
fn what_is_no_date_is_named() {
    assert!(error::<Date>(r#""2024-02-30""#).contains("invalid value: `2024-02-30` is no date: "));
    let without_offset = error::<DateTime>(r#""2024-02-29T12:30:45""#);
    assert!(
        without_offset.contains("`2024-02-29T12:30:45` is no date"),
        "{without_offset}"
    );
    assert!(error::<DateTime>("1").contains("expected a date as RFC 3339 writes it"));
}

/// No reading fails for a leap second; what is kept of it is what the type can hold.
#[test]
fn a_leap_second_is_read() {
    for (json, offset) in [
        (r#""2016-12-31T23:59:60Z""#, "Z"),
        (r#""2017-01-01T00:59:60+01:00""#, "+01:00"),
    ] {
        let kept = match () {
            () if cfg!(feature = "time") => ":59.999999999",
            () if cfg!(feature = "jiff") => ":59",
            () => ":60",
        };
        let written = json.replace(&format!(":60{offset}"), &format!("{kept}{offset}"));
        goes_back::<DateTime>(&written);
        assert_eq!(crate::tests::write(&read::<DateTime>(json)), written);
    }
}
