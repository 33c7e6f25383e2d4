//! The code that all generated crates share, as a crate without models.
//!
//! The generator copies the files of `support/` into each crate that it writes. Here they are
//! compiled, linted, documented and tested. Each feature stands for something that the models of a
//! generated crate may need. `crate::Maybe` and `$crate::support::…` are valid paths in both
//! crates.

#[doc(hidden)]
pub mod support;

#[cfg(test)]
mod tests;

#[cfg(feature = "dates")]
pub use support::values::date_time::{Date, DateTime};
pub use support::values::extra::Extra;
#[cfg(feature = "json")]
pub use support::values::json::{Number, Value};
pub use support::values::maybe::Maybe;
#[cfg(feature = "json")]
pub use support::values::number::{NotANumber, NotFinite};
#[cfg(feature = "snowflakes")]
pub use support::values::snowflake::Snowflake;
pub use support::values::unknown_value::UnknownValue;
