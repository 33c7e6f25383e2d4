//! Dates and times of the `time` crate.

use std::fmt;

use time::format_description::well_known::{Iso8601, Rfc3339};

use super::date_time::DateTime;

pub type Instant = time::OffsetDateTime;
pub type Day = time::Date;
pub type ParseError = time::error::Parse;

impl Copy for DateTime {}

pub fn parse_instant(text: &str) -> Result<Instant, ParseError> {
    Instant::parse(text, &Rfc3339)
}

pub fn parse_day(text: &str) -> Result<Day, ParseError> {
    Day::parse(text, &Iso8601::DATE)
}

pub fn write_instant(instant: &Instant, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&instant.format(&Rfc3339).map_err(|_| fmt::Error)?)
}

pub fn write_day(day: Day, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&day.format(&Iso8601::DATE).map_err(|_| fmt::Error)?)
}

pub const fn blank_instant() -> Instant {
    Instant::UNIX_EPOCH
}

pub const fn blank_day() -> Day {
    Day::MIN
}
