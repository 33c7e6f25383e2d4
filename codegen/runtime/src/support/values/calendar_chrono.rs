//! Dates and times of the `chrono` crate.

use std::fmt;

use chrono::SecondsFormat;

use super::date_time::DateTime;

pub type Instant = chrono::DateTime<chrono::FixedOffset>;
pub type Day = chrono::NaiveDate;
pub type ParseError = chrono::ParseError;

impl Copy for DateTime {}

pub fn parse_instant(text: &str) -> Result<Instant, ParseError> {
    Instant::parse_from_rfc3339(text)
}

pub fn parse_day(text: &str) -> Result<Day, ParseError> {
    text.parse()
}

/// Writes fractions of a second without trailing zeros; chrono writes 3, 6 or 9 digits.
pub fn write_instant(instant: &Instant, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let whole = instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    let offset = if whole.ends_with('Z') { 1 } else { 6 };
    let (time, offset) = whole.split_at(whole.len() - offset);
    let nanoseconds = instant.timestamp_subsec_nanos() % 1_000_000_000;
    if nanoseconds == 0 {
        return f.write_str(&whole);
    }
    let digits = format!("{nanoseconds:09}");
    write!(f, "{time}.{}{offset}", digits.trim_end_matches('0'))
}

pub fn write_day(day: Day, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(&day, f)
}

pub fn blank_instant() -> Instant {
    Instant::default()
}

pub const fn blank_day() -> Day {
    Day::MIN
}
