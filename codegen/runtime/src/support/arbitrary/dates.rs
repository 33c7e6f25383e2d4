//! Dates and times from bytes, for the feature `arbitrary`.

use arbitrary::{Error, Result, Unstructured};

use super::{Make, by_make};
use crate::support::values::date_time::{Date, DateTime};

/// A day of a year that has four digits in every offset.
fn day(u: &mut Unstructured<'_>) -> Result<String> {
    let year = u.int_in_range(1..=9998)?;
    let month = u.int_in_range(1..=12)?;
    let day = u.int_in_range(1..=31)?;
    let date = format!("{year:04}-{month:02}-{day:02}");
    Ok(match date.parse::<Date>() {
        Ok(_) => date,
        Err(_) => format!("{year:04}-{month:02}-28"),
    })
}

impl Make for Date {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        day(u)?.parse().map_err(|_| Error::IncorrectFormat)
    }
}

impl Make for DateTime {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let day = day(u)?;
        let [hour, minute, second] = [
            u.int_in_range(0..=23)?,
            u.int_in_range(0..=59)?,
            u.int_in_range(0..=59)?,
        ];
        let nanosecond = u.int_in_range(0..=999_999_999)?;
        let sign = if u.arbitrary()? { '-' } else { '+' };
        let offset = u.int_in_range(0..=24 * 60 - 1)?;
        let (hours, minutes) = (offset / 60, offset % 60);
        let text = format!(
            "{day}T{hour:02}:{minute:02}:{second:02}.{nanosecond:09}{sign}{hours:02}:{minutes:02}"
        );
        text.parse().map_err(|_| Error::IncorrectFormat)
    }
}

by_make!(Date);
by_make!(DateTime);
