//! What emitted crates share, as a crate without models.
//!
//! The generator copies the files of `support/` into each crate that it writes. This crate compiles,
//! lints, documents and tests them as they stand, in all variants: a feature is what the models of an
//! emitted crate need. `crate::Maybe` and `$crate::support::…` hold here and there.

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
pub use support::values::number::NotFinite;
pub use support::values::unknown_value::UnknownValue;
