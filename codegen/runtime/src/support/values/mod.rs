//! The public types of a generated crate, besides its models.

#[cfg(all(feature = "foreign", feature = "json"))]
pub mod behind;
#[cfg(feature = "time")]
#[path = "calendar_time.rs"]
mod calendar;
#[cfg(all(feature = "jiff", not(feature = "time")))]
#[path = "calendar_jiff.rs"]
mod calendar;
#[cfg(all(feature = "chrono", not(feature = "time"), not(feature = "jiff")))]
#[path = "calendar_chrono.rs"]
mod calendar;
#[cfg(feature = "dates")]
pub mod date_time;
#[cfg(feature = "json")]
pub mod digits;
pub mod extra;
#[cfg(feature = "json")]
pub mod json;
pub mod maybe;
#[cfg(feature = "json")]
pub mod number;
#[cfg(feature = "snowflakes")]
pub mod snowflake;
pub mod unknown_value;
