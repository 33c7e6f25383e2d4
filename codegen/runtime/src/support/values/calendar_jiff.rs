//! Dates and times of the `jiff` crate.

use std::fmt;

use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};

pub type Instant = jiff::Zoned;
pub type Day = jiff::civil::Date;
pub type ParseError = jiff::Error;

/// Parses twice: a `Timestamp` has no offset.
pub fn parse_instant(text: &str) -> Result<Instant, ParseError> {
    let timestamp: Timestamp = text.parse()?;
    let offset = Pieces::parse(text)?.to_numeric_offset();
    let zone = TimeZone::fixed(offset.unwrap_or(Offset::UTC));
    Ok(timestamp.to_zoned(zone))
}

pub fn parse_day(text: &str) -> Result<Day, ParseError> {
    text.parse()
}

pub fn write_instant(instant: &Instant, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let timestamp = instant.timestamp();
    if instant.offset() == Offset::UTC {
        fmt::Display::fmt(&timestamp, f)
    } else {
        fmt::Display::fmt(&timestamp.display_with_offset(instant.offset()), f)
    }
}

pub fn write_day(day: Day, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(&day, f)
}

pub fn blank_instant() -> Instant {
    Instant::default()
}

pub const fn blank_day() -> Day {
    Day::ZERO
}
